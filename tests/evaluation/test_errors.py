"""Tests of the error analysis: every kind of error is told from the others, and the counts are the evaluation's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from claimx.corpora.jsonl import write_passages
from claimx.evaluation.agreement import Agreement
from claimx.evaluation.errors.analysis import analyse_errors
from claimx.evaluation.errors.kinds import ErrorReport
from claimx.evaluation.fills import QUOTED_SLOTS
from claimx.evaluation.scoring import score_passages
from claimx.evaluation.slots import SLOTS
from claimx.reports.error_table import error_markdown
from claimx.schema.labels import OUTCOMES, SCOPES, STANCES, VICTIM_CATEGORIES
from claimx.schema.passage import Passage

FIRST = "Medics said 12 villagers were killed and 30 nuns were hurt by rebels in a mortar attack on Tarn on Monday."
SECOND = " The army blamed the northern rebels of Oda for the raid near Brill last May, in which 12 men died."
TEXT = FIRST + SECOND


def quote(words: str, occurrence: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def exactly(number: int, **words: Any) -> dict[str, Any]:
    return {**words, "value": number, "min": number, "max": number, "modifier": "exact"}


def killed(**changes: Any) -> dict[str, Any]:
    claim = {
        "outcome": "killed",
        "trigger": quote("killed"),
        "evidence": quote(FIRST),
        "count": exactly(12, **quote("12")),
        "unit": "people",
        "victims": {**quote("villagers"), "category": "civilian"},
        "perpetrators": [quote("rebels")],
        "cause": {**quote("mortar attack"), "type": "shelling"},
        "locations": [quote("Tarn")],
        "time": {**quote("Monday"), "earliest": "2020-06-01", "latest": "2020-06-01"},
        "sources": [quote("Medics")],
        "stance": "asserted",
        "scope": "incident",
        "event": "e1",
    }
    return {**claim, **changes}


def hurt(**changes: Any) -> dict[str, Any]:
    victims = {**quote("nuns"), "category": "woman"}
    return killed(outcome="injured", trigger=quote("hurt"), count=exactly(30, **quote("30")), victims=victims) | changes


def died(**changes: Any) -> dict[str, Any]:
    claim = killed(
        trigger=quote("died"),
        evidence=quote(SECOND[1:]),
        count=exactly(12, **quote("12", 1)),
        victims={**quote("men"), "category": "person"},
        perpetrators=[quote("the northern rebels of Oda")],
        cause={**quote("raid"), "type": "ground_combat"},
        locations=[quote("Brill")],
        time={**quote("last May"), "earliest": "2020-05-01", "latest": "2020-05-31"},
        sources=[quote("The army")],
        event="e2",
    )
    return claim | changes


def passage(*claims: dict[str, Any], id: str = "a") -> Passage:
    return Passage.model_validate({"id": id, "text": TEXT, "claims": claims})


def analyse(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> ErrorReport:
    return analyse_errors([passage(*gold)], [passage(*predicted)])


def found(report: ErrorReport, *groups: str) -> dict[str, int]:
    """The errors of some groups (of all where none is named), but those of claims without a partner."""
    return {
        f"{group.name} {kind.fault}: {kind.kind}": kind.count
        for group in report.groups
        if not groups or group.name in groups
        for kind in group.kinds
        if not kind.kind.startswith("the claim is ")
    }


def test_no_errors() -> None:
    report = analyse([killed(), hurt(), died(subset_of=0)], [killed(), hurt(), died(subset_of=0)])
    assert found(report) == {}
    assert all(group.agreement.agreeing == group.agreement.gold for group in report.groups)
    assert report.group("subset_of").agreement == Agreement(1, 1, 1)


class TestClaims:
    @pytest.mark.parametrize(
        ("gold", "predicted", "kinds"),
        [
            ([killed()], [], {"missed: nothing anchored there": 1}),
            ([], [killed()], {"spurious: nothing anchored there": 1}),
            (
                [killed()],
                [died()],
                {"missed: nothing anchored there": 1, "spurious: nothing anchored there": 1},
            ),
            (
                [killed()],
                [killed(outcome="abducted")],
                {
                    "missed: outcome confused: killed → abducted": 1,
                    "spurious: outcome confused: killed → abducted": 1,
                },
            ),
            ([killed(), killed()], [killed()], {"missed: another claim took the pair": 1}),
            ([killed()], [killed(), killed()], {"spurious: repeats a paired claim": 1}),
            (
                [killed(), killed(outcome="missing")],
                [killed()],
                {"missed: beside a paired claim of another outcome": 1},
            ),
            (
                [killed()],
                [killed(), killed(outcome="missing")],
                {"spurious: beside a paired claim of another outcome": 1},
            ),
        ],
    )
    def test_kind(self, gold: list, predicted: list, kinds: dict[str, int]) -> None:
        assert found(analyse(gold, predicted), "claims") == {f"claims {kind}": n for kind, n in kinds.items()}

    def test_names_the_claims(self) -> None:
        (kind,) = analyse([hurt(), killed()], [killed(), killed()]).group("claims").kinds[1:]
        assert (kind.fault, kind.kind) == ("spurious", "repeats a paired claim")
        (example,) = kind.examples
        assert (example.passage, example.gold) == ("a", (1,))
        assert example.predicted in ((0,), (1,))

    def test_fills_of_a_missed_claim_are_missed(self) -> None:
        report = analyse([killed(locations=[quote("Tarn"), quote("Oda")])], [])
        assert report.count("locations", "missed", "the claim is missed") == 2
        assert report.count("time_value", "missed", "the claim is missed") == 1
        assert report.count("locations", "spurious") == 0

    def test_fills_of_a_spurious_claim_are_spurious(self) -> None:
        report = analyse([], [killed(subset_of=1), hurt(sources=[])])
        assert report.count("sources", "spurious", "the claim is spurious") == 1
        assert report.count("subset_of", "spurious", "the claim is spurious") == 1
        assert report.count("sources", "missed") == 0


class TestCount:
    @pytest.mark.parametrize(
        ("gold", "predicted", "kind"),
        [
            (exactly(12, **quote("12")), exactly(30, **quote("30")), "other words read"),
            (exactly(12, **quote("12")), exactly(2, **quote("2")), "other bounds"),
            (exactly(12, **quote("12")), exactly(20, **quote("12")), "same words, another value"),
            (exactly(12, **quote("12")), exactly(12, **quote("12")) | {"max": None}, "same words, another value"),
            (exactly(1), exactly(12, **quote("12")), "words read, none in gold"),
            (exactly(12, **quote("12")), exactly(1), "no words read"),
            (exactly(1), exactly(2), "no words on either side, another value"),
        ],
    )
    def test_kind(self, gold: dict, predicted: dict, kind: str) -> None:
        assert found(analyse([killed(count=gold)], [killed(count=predicted)])) == {f"count wrong: {kind}": 1}

    def test_unit(self) -> None:
        report = analyse([killed()], [killed(unit="families", count=exactly(9))])
        assert found(report) == {"count wrong: unit: people → families": 1, "unit wrong: people → families": 1}

    def test_right_value_of_other_words_is_right(self) -> None:
        assert found(analyse([killed()], [killed(count=exactly(12))])) == {}


# A quote of every slot, in the first sentence and in the second one; no two have words in common.
INSIDE = dict(zip(QUOTED_SLOTS, ("rebels", "Tarn", "Medics", "villagers", "mortar attack", "Monday"), strict=True))
BEYOND = dict(zip(QUOTED_SLOTS, ("northern", "Brill", "The army", "men", "raid", "last May"), strict=True))
PLACES = {"in": INSIDE, "beyond": BEYOND}


def filled(name: str, words: str | None) -> dict[str, Any]:
    """A claim whose one slot is filled by some words, or by none."""
    quoted = quote(words) if words else {}
    if name == "victims":
        return killed(victims={**quoted, "category": "person"})
    if name == "cause":
        return killed(cause={**quoted, "type": "unknown"} if words else None)
    if name == "time":
        return killed(time=quoted or None)
    return killed(**{name: [quoted] if words else []})


@pytest.mark.parametrize("name", QUOTED_SLOTS)
class TestQuotes:
    @pytest.mark.parametrize("place", PLACES)
    def test_missed(self, name: str, place: str) -> None:
        report = analyse([filled(name, PLACES[place][name])], [filled(name, None)])
        assert found(report, *QUOTED_SLOTS) == {f"{name} missed: {place} the evidence": 1}
        (example,) = report.group(name).kinds[0].examples
        assert (example.gold, example.predicted) == ((0,), (0,))
        assert example.span is not None
        assert TEXT[slice(*example.span)] == PLACES[place][name]

    @pytest.mark.parametrize("place", PLACES)
    def test_spurious(self, name: str, place: str) -> None:
        report = analyse([filled(name, None)], [filled(name, PLACES[place][name])])
        assert found(report, *QUOTED_SLOTS) == {f"{name} spurious: {place} the evidence": 1}
        (example,) = report.group(name).kinds[0].examples
        assert example.span is not None
        assert TEXT[slice(*example.span)] == PLACES[place][name]

    def test_other_bounds(self, name: str) -> None:
        gold, predicted = filled(name, "the northern rebels of Oda"), filled(name, "northern")
        assert found(analyse([gold], [predicted]), *QUOTED_SLOTS) == {f"{name} wrong: other bounds": 1}

    def test_bounds_that_agree_are_no_error(self, name: str) -> None:
        gold, predicted = filled(name, "the northern rebels of Oda"), filled(name, "northern rebels of Oda")
        assert found(analyse([gold], [predicted]), *QUOTED_SLOTS) == {}

    @pytest.mark.parametrize("other", QUOTED_SLOTS)
    def test_role_confused(self, name: str, other: str) -> None:
        if name == other:
            return
        words = "Oda"
        gold = filled(name, words) | {other: filled(other, None)[other]}
        predicted = filled(other, words) | {name: filled(name, None)[name]}
        assert found(analyse([gold], [predicted]), *QUOTED_SLOTS) == {
            f"{name} missed: role confused: read as {other}": 1,
            f"{other} spurious: role confused: {name} in gold": 1,
        }


def test_a_second_role_that_is_right_is_not_a_confusion() -> None:
    gold = killed(perpetrators=[quote("The army")], sources=[quote("The army")])
    predicted = killed(perpetrators=[], sources=[quote("The army")])
    assert found(analyse([gold], [predicted])) == {"perpetrators missed: beyond the evidence": 1}


def test_every_fill_of_a_list_counts() -> None:
    gold = killed(locations=[quote("Tarn"), quote("Oda"), quote("Brill")])
    predicted = killed(locations=[quote("Brill"), quote("Tarn"), quote("Tarn")])
    assert found(analyse([gold], [predicted])) == {
        "locations missed: beyond the evidence": 1,
        "locations spurious: in the evidence": 1,
    }


class TestAttributes:
    @pytest.mark.parametrize(
        ("changes", "kind"),
        [
            ({"victims": {**quote("villagers"), "category": "person"}}, "category wrong: civilian → person"),
            ({"cause": {**quote("mortar attack"), "type": "bombing"}}, "cause_type wrong: shelling → bombing"),
            ({"stance": "alleged"}, "stance wrong: asserted → alleged"),
            ({"scope": "cumulative"}, "scope wrong: incident → cumulative"),
        ],
    )
    def test_confused(self, changes: dict[str, Any], kind: str) -> None:
        assert found(analyse([killed()], [killed(**changes)])) == {kind: 1}

    def test_no_cause_on_one_side(self) -> None:
        missed = analyse([killed()], [killed(cause=None)])
        spurious = analyse([killed(cause=None)], [killed()])
        assert found(missed, "cause_type") == {"cause_type missed: shelling → none": 1}
        assert found(spurious, "cause_type") == {"cause_type spurious: none → shelling": 1}


def at(words: str, day: str | None = None) -> dict[str, Any]:
    return killed(time={**quote(words), "earliest": day, "latest": day})


class TestDates:
    @pytest.mark.parametrize(
        ("gold", "predicted", "kind"),
        [
            (at("Monday", "2020-06-01"), at("Monday", "2020-06-08"), "wrong: same words, other dates"),
            (at("Monday", "2020-06-01"), at("last May", "2020-06-08"), "wrong: other words, other dates"),
            (at("Monday", "2020-06-01"), at("Monday"), "missed: same words, not resolved"),
            (at("Monday", "2020-06-01"), at("last May"), "missed: other words, not resolved"),
            (at("Monday", "2020-06-01"), killed(time=None), "missed: no time read"),
            (at("Monday"), at("Monday", "2020-06-01"), "spurious: same words, not resolved in gold"),
            (at("Monday"), at("last May", "2020-06-01"), "spurious: other words, not resolved in gold"),
            (killed(time=None), at("Monday", "2020-06-01"), "spurious: no time in gold"),
        ],
    )
    def test_kind(self, gold: dict, predicted: dict, kind: str) -> None:
        assert found(analyse([gold], [predicted]), "time_value") == {f"time_value {kind}": 1}

    def test_right_dates_of_other_words_are_right(self) -> None:
        report = analyse([at("Monday", "2020-06-01")], [at("last May", "2020-06-01")])
        assert found(report, "time_value") == {}


class TestEvents:
    GOLD = (killed(event="x"), hurt(event="x"), died(event="y"))

    @pytest.mark.parametrize(
        ("events", "kinds"),
        [
            (("1", "1", "2"), {}),
            (("1", "2", "3"), {"missed: in one sentence": 1}),
            (("1", "1", "1"), {"spurious: across sentences": 2}),
            (("1", "2", "2"), {"missed: in one sentence": 1, "spurious: across sentences": 1}),
        ],
    )
    def test_links(self, events: tuple[str, ...], kinds: dict[str, int]) -> None:
        predicted = [{**claim, "event": event} for claim, event in zip(self.GOLD, events, strict=True)]
        report = analyse(list(self.GOLD), predicted)
        assert found(report) == {f"event_links {kind}": n for kind, n in kinds.items()}

    def test_other_links(self) -> None:
        gold, predicted = [killed(event="x"), died(event="x")], [hurt(event="3"), died(event="1"), killed(event="2")]
        kind = analyse(gold, predicted).group("event_links").kinds[0]
        assert (kind.fault, kind.kind) == ("missed", "across sentences")
        assert (kind.examples[0].gold, kind.examples[0].predicted) == ((0, 1), (2, 1))
        (kind,) = analyse([killed(event="x"), hurt(event="y")], [killed(), hurt()]).group("event_links").kinds
        assert (kind.fault, kind.kind) == ("spurious", "in one sentence")

    @pytest.mark.parametrize(
        ("gold", "predicted", "kind"),
        [
            ((None, None, 0), (None, None, None), "missed: no whole named"),
            ((None, None, 0), (None, None, 1), "wrong: another whole"),
            ((None, None, None), (None, None, 1), "spurious: no whole in gold"),
        ],
    )
    def test_wholes(self, gold: tuple, predicted: tuple, kind: str) -> None:
        sides = (
            [{**claim, "subset_of": whole} for claim, whole in zip(self.GOLD, wholes, strict=True)]
            for wholes in (gold, predicted)
        )
        assert found(analyse(*sides)) == {f"subset_of {kind}": 1}

    def test_wholes_without_partner(self) -> None:
        gold = [killed(), hurt(subset_of=0), died(subset_of=1)]
        report = analyse(gold, [hurt()])
        assert found(report, "subset_of") == {"subset_of missed: the whole is missed": 1}
        assert report.count("subset_of", "missed", "the claim is missed") == 1

    def test_wholes_are_those_of_gold(self) -> None:
        """Indices differ between the two sides where the order of the claims does."""
        report = analyse([killed(), died(subset_of=0)], [died(subset_of=1), killed()])
        assert found(report) == {}
        assert report.group("subset_of").agreement == Agreement(1, 1, 1)


WORDS = [word.strip(".,") for word in dict.fromkeys(TEXT.split())]


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    quotes = st.sampled_from(WORDS).map(quote)
    named = draw(quotes) if draw(st.booleans()) else {}
    number = draw(st.sampled_from([1, 12]))
    days = st.sampled_from([{}, {"earliest": "2020-06-01"}, {"earliest": "2020-06-02", "latest": "2020-06-03"}])
    return killed(
        outcome=draw(st.sampled_from(OUTCOMES[:3])),
        trigger=draw(st.sampled_from([quote("killed"), quote("died"), quote("raid")])),
        count=exactly(number, **(draw(quotes) if draw(st.booleans()) else {})),
        unit=draw(st.sampled_from(["people", "families"])),
        victims={**named, "category": draw(st.sampled_from(VICTIM_CATEGORIES))},
        perpetrators=draw(st.lists(quotes, max_size=3)),
        cause=draw(st.none() | quotes.map(lambda q: {**q, "type": "bombing"})),
        locations=draw(st.lists(quotes, max_size=3)),
        sources=draw(st.lists(quotes, max_size=2)),
        time=draw(st.none() | st.tuples(quotes, days).map(lambda both: {**both[0], **both[1]})),
        stance=draw(st.sampled_from(STANCES)),
        scope=draw(st.sampled_from(SCOPES)),
        event=draw(st.sampled_from([None, "e1", "e2"])),
    )


@st.composite
def claim_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    drawn = draw(st.lists(claims(), max_size=5))
    return [
        {**claim, "subset_of": draw(st.none() | st.sampled_from([j for j in range(len(drawn)) if j != i] or [None]))}
        for i, claim in enumerate(drawn)
    ]


@settings(max_examples=150, deadline=None)
@given(claim_lists(), claim_lists())
def test_errors_are_those_of_the_evaluation(gold: list, predicted: list) -> None:
    """What agrees and the errors of a side make up that side, and both are what the evaluation scores."""
    sides = [passage(*gold)], [passage(*predicted)]
    errors, scores = analyse_errors(*sides), score_passages(*sides)
    for group in errors.groups:
        total, wrong = group.agreement, errors.count(group.name, "wrong")
        assert total.agreeing + wrong + errors.count(group.name, "missed") == total.gold, group.name
        assert total.agreeing + wrong + errors.count(group.name, "spurious") == total.predicted, group.name
    for name, score in {"claims": scores.detection, **scores.by_slot, "event_links": scores.event_links}.items():
        total = errors.group(name).agreement
        assert (total.predicted, total.gold) == (score.predicted, score.gold)
        assert total.agreeing == pytest.approx(score.recall * score.gold)
        assert total.agreeing == pytest.approx(score.precision * score.predicted)


def test_passages_add_up() -> None:
    gold = [passage(killed()), passage(hurt(), id="b"), passage(died(), id="c")]
    report = analyse_errors(gold, [passage(killed(), id="z"), passage(hurt(), id="b")])
    assert report.group("claims").agreement == Agreement(1, 1, 3)
    (kind,) = report.group("claims").kinds
    assert [example.passage for example in kind.examples] == ["a", "c"]


def test_groups_are_those_of_the_evaluation() -> None:
    names = [group.name for group in analyse([], []).groups]
    assert names == ["claims", *(slot.name for slot in SLOTS), "event_links", "subset_of"]
    with pytest.raises(KeyError):
        analyse([], []).group("weather")


class TestMarkdown:
    GOLD = (killed(), hurt(), died(locations=[quote("Brill"), quote("Oda")]))

    def test_rows(self) -> None:
        report = analyse(list(self.GOLD), [killed(stance="alleged"), died(locations=[])])
        text = error_markdown(report)
        assert "## stance\n\n3 in gold, 2 predicted, 1 agree.\n\n| kind | count | share | examples |" in text
        assert "| missed: nothing anchored there | 1 | 33.3% | a g1 |" in text
        assert "| wrong: asserted → alleged | 1 | 33.3% | a g0 p0 |" in text
        first, second = (quote(words) for words in ("Brill", "Oda"))
        spans = (f"{first['start']}:{first['end']}", f"{second['start']}:{second['end']}")
        assert f"| missed: in the evidence | 2 | 50.0% | a g2 p1 {spans[0]}; a g2 p1 {spans[1]} |" in text

    def test_share_of_nothing(self) -> None:
        assert "| spurious: nothing anchored there | 1 | – | a p0 |" in error_markdown(analyse([], [killed()]))

    def test_examples_come_from_many_passages(self) -> None:
        gold = [passage(killed(), hurt(), id="b|c"), passage(killed(), id="d"), passage(died(), id="e")]
        text = error_markdown(analyse_errors(gold, []), examples=2)
        assert "| missed: nothing anchored there | 4 | 100.0% | b\\|c g0; d g0 |" in text
        assert "| 100.0% | b\\|c g0; d g0; e g0; b\\|c g1 |" in error_markdown(analyse_errors(gold, []), examples=9)

    def test_quotes_no_text(self) -> None:
        predicted = [hurt(trigger=quote("killed")), died(locations=[quote("Tarn")], sources=[quote("Medics")])]
        text = error_markdown(analyse(list(self.GOLD), predicted))
        for words in ("Tarn", "Oda", "Brill", "Medics", "army", "villagers", "nuns", "Monday", "mortar"):
            assert words not in text


def test_command_writes_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimx.cli.app import app

    monkeypatch.setattr("claimx.api.load", lambda model, precision: None)
    monkeypatch.setattr("claimx.pipeline.predict.predict_passages", lambda nlp, gold: [passage(hurt())])
    corpus, report = tmp_path / "corpus.jsonl", tmp_path / "errors.md"
    write_passages([passage(killed(), hurt())], corpus)
    result = CliRunner().invoke(app, ["evaluate", "default", str(corpus), "--errors", str(report)])
    assert result.exit_code == 0, result.output
    expected = error_markdown(analyse([killed(), hurt()], [hurt()]))
    assert report.read_text(encoding="utf-8") == expected
    assert "missed: nothing anchored there" in expected


def test_command_refuses_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    from claimx.cli.app import app
    from claimx.errors import OutputError

    result = CliRunner().invoke(app, ["evaluate", "default", "corpus.jsonl", "--errors", str(tmp_path)])
    assert isinstance(result.exception, OutputError)
