"""Tests of the evaluation: cases whose figures are known, properties, and the reference scorer's figures."""

from __future__ import annotations

import importlib.util
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.corpora.jsonl import read_passages
from claimx.evaluation.claim_calibration import (
    calibrate,
    expected_calibration_error,
    precision_at_recall,
    reliability_bins,
)
from claimx.evaluation.pairing import pair_claims
from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.scoring import score_passages
from claimx.evaluation.slots import SLOTS, slot_agreement
from claimx.evaluation.span_match import Span, agreeing_spans, spans_agree
from claimx.reports.score_table import format_report
from claimx.schema.claim import Claim
from claimx.schema.labels import OUTCOMES, SCOPES, STANCES, VICTIM_CATEGORIES
from claimx.schema.passage import Passage

SHARED = Path(__file__).parents[2].parent / "shared"
REFERENCE = SHARED / "claims" / "score.py"
DEV = SHARED / "claims" / "dev.jsonl"

TEXT = (
    "Police said 12 civilians were killed and 30 people were wounded in an air strike on Aleppo in Syria "
    "on Friday. The coalition denied that 12 people died."
)


def quote(words: str, occurrence: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def killed(**changes: Any) -> dict[str, Any]:
    claim = {
        "outcome": "killed",
        "trigger": quote("killed"),
        "evidence": quote(TEXT[: TEXT.index(" The")]),
        "count": {**quote("12"), "value": 12, "min": 12, "max": 12, "modifier": "exact"},
        "unit": "people",
        "victims": {**quote("civilians"), "category": "civilian"},
        "cause": {**quote("air strike"), "type": "airstrike"},
        "locations": [quote("Aleppo"), quote("Syria")],
        "time": {**quote("Friday"), "earliest": "2017-03-03", "latest": "2017-03-03"},
        "sources": [quote("Police")],
        "stance": "asserted",
        "scope": "incident",
        "event": "e1",
    }
    return {**claim, **changes}


def wounded(**changes: Any) -> dict[str, Any]:
    count = {**quote("30"), "value": 30, "min": 30, "max": 30, "modifier": "exact"}
    victims = {**quote("people"), "category": "person"}
    return killed(outcome="injured", trigger=quote("wounded"), count=count, victims=victims) | changes


def denied(**changes: Any) -> dict[str, Any]:
    claim = killed(
        trigger=quote("died"),
        evidence=quote("The coalition denied that 12 people died"),
        count={**quote("12", 1), "value": 12, "min": 12, "max": 12, "modifier": "exact"},
        victims={**quote("people", 1), "category": "person"},
        sources=[quote("The coalition")],
        stance="denied",
    )
    return claim | changes


def passage(*claims: dict[str, Any], id: str = "a", source: str | None = "wire") -> Passage:
    return Passage.model_validate({"id": id, "source": source, "text": TEXT, "claims": claims})


def of(claim: dict[str, Any]) -> Claim:
    return Claim.model_validate(claim)


def score(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> EvaluationReport:
    return score_passages([passage(*gold)], [passage(*predicted)])


class TestSpans:
    @pytest.mark.parametrize(
        ("first", "second", "agree"),
        [
            ("air strike", "air strike", True),
            ("an air strike", "air strike", True),
            ("air strike", "strike", True),
            ("air strike", "air", True),  # half of the longer one's words
            ("an air strike on Aleppo", "strike on", False),  # 2 of 5, another head
            ("an air strike on Aleppo", "Aleppo", True),  # the head
            ("Aleppo", "Syria", False),
            ("Police", "The coalition", False),
        ],
    )
    def test_agreement(self, first: str, second: str, agree: bool) -> None:
        spans = [Span(quote(words)["start"], quote(words)["end"]) for words in (first, second)]
        assert spans_agree(TEXT, spans[0], spans[1]) is agree
        assert spans_agree(TEXT, spans[1], spans[0]) is agree

    def test_same_words_elsewhere_agree_whatever_their_case(self) -> None:
        assert spans_agree("Gunmen fled. The gunmen", Span(0, 6), Span(17, 23))
        assert spans_agree("the  men, the men", Span(0, 8), Span(10, 17))

    def test_same_head_elsewhere_does_not_agree(self) -> None:
        assert not spans_agree("armed men and other men", Span(0, 9), Span(14, 23))

    def test_blank_spans_agree_with_nothing(self) -> None:
        assert not spans_agree("a   b", Span(1, 2), Span(1, 2))

    def test_every_item_of_a_list_serves_once(self) -> None:
        aleppo, syria = Span(0, 6), Span(7, 12)
        assert agreeing_spans("Aleppo Syria", [syria, aleppo], [aleppo, syria]) == 2
        assert agreeing_spans("Aleppo Syria", [aleppo, aleppo], [aleppo]) == 1
        assert agreeing_spans("Aleppo Syria", [aleppo], [aleppo, aleppo]) == 1
        assert agreeing_spans("Aleppo Syria", [], [aleppo]) == 0


class TestPairing:
    def test_outcome_must_agree(self) -> None:
        assert pair_claims(TEXT, [of(killed())], [of(killed(outcome="injured"))]) == []

    def test_one_anchor_is_enough(self) -> None:
        other = killed(trigger=quote("strike"), victims={"category": "unspecified"})
        assert len(pair_claims(TEXT, [of(other)], [of(killed())])) == 1

    def test_no_anchor_no_pair(self) -> None:
        assert pair_claims(TEXT, [of(denied())], [of(killed())]) == []

    def test_pairs_are_chosen_together(self) -> None:
        """The first prediction could take either gold claim, the second only the first one."""
        wide = killed(victims={**quote("12 civilians were killed and 30 people"), "category": "person"})
        predicted = [of(wide), of(killed())]
        gold = [of(killed()), of(wounded(outcome="killed"))]
        assert [(pair.predicted, pair.gold) for pair in pair_claims(TEXT, predicted, gold)] == [
            (0, 1),
            (1, 0),
        ]

    def test_a_right_count_decides(self) -> None:
        wrong = killed(count={**quote("12"), "value": 13, "min": 13, "max": 13})
        pairs = pair_claims(TEXT, [of(wrong), of(killed())], [of(killed())])
        assert [(pair.predicted, pair.gold) for pair in pairs] == [(1, 0)]


class TestSlots:
    @pytest.mark.parametrize(
        ("slot", "changes", "agreeing"),
        [
            ("count", {"unit": "families"}, 0),
            ("count", {"count": {"value": 12, "min": 12, "max": 12}}, 1),
            ("count", {"count": {"value": 12, "min": 12}}, 0),
            ("victims", {"victims": {"category": "civilian"}}, 0),
            ("category", {"victims": {"category": "civilian"}}, 1),
            ("cause", {"cause": {**quote("strike"), "type": "shelling"}}, 1),
            ("cause_type", {"cause": {**quote("strike"), "type": "shelling"}}, 0),
            ("cause_type", {"cause": {**quote("Friday"), "type": "airstrike"}}, 1),
            ("cause_type", {"cause": None}, 0),
            ("time", {"time": {**quote("Friday")}}, 1),
            ("time_value", {"time": {**quote("Friday")}}, 0),
            ("time_value", {"time": {**quote("Friday"), "earliest": "2017-03-03"}}, 0),
            ("locations", {"locations": [quote("Syria")]}, 1),
            ("locations", {"locations": [quote("Syria"), quote("Aleppo")]}, 2),
            ("locations", {"locations": [quote("Syria"), quote("Syria")]}, 1),
            ("perpetrators", {"perpetrators": [quote("The coalition")]}, 0),
            ("stance", {"stance": "alleged"}, 0),
            ("scope", {"scope": "cumulative"}, 0),
        ],
    )
    def test_agreement(self, slot: str, changes: dict[str, Any], agreeing: int) -> None:
        assert slot_agreement(TEXT, of(killed(**changes)), of(killed()))[slot] == agreeing

    def test_unresolved_dates_are_no_fill(self) -> None:
        report = score([killed(time=quote("Friday"))], [killed(time=quote("Friday"))])
        assert (report.by_slot["time"].gold, report.by_slot["time_value"].gold) == (1, 0)
        assert report.full.f1 == 1


class TestScore:
    def test_perfect_prediction(self) -> None:
        report = score([killed(), wounded(), denied()], [killed(), wounded(), denied()])
        for measure in (report.detection, report.core, report.full, report.slots, report.event_links):
            assert (measure.precision, measure.recall, measure.f1) == (1, 1, 1)
        filled = {name for name, each in report.by_slot.items() if each.f1 == 1}
        assert filled == {slot.name for slot in SLOTS} - {"perpetrators"}
        assert report.core_by_source == {"wire": 1}
        assert report.calibration is None
        assert "calibration" not in report.to_dict()

    def test_missing_passage_counts_as_empty(self) -> None:
        gold = [passage(killed()), passage(killed(), id="b", source=None)]
        report = score_passages(gold, [passage(killed(), source=None)])
        assert (report.core.precision, report.core.recall) == (1, 0.5)
        assert report.core.f1 == pytest.approx(2 / 3)
        assert report.core_by_source == {"all": 0, "wire": 1}

    def test_passage_without_gold_is_ignored(self) -> None:
        report = score_passages([passage(killed())], [passage(killed()), passage(killed(), id="b")])
        assert (report.core.predicted, report.core.f1) == (1, 1)

    def test_wrong_count_is_detected_only(self) -> None:
        wrong = killed(count={**quote("12"), "value": 12, "min": 12})
        report = score([killed(), wounded()], [wrong, wounded()])
        assert (report.detection.f1, report.core.f1, report.full.f1, report.by_slot["count"].f1) == (
            1,
            0.5,
            0.5,
            0.5,
        )

    def test_wrong_slot_is_core_but_not_full(self) -> None:
        report = score([killed()], [killed(sources=[quote("Police"), quote("The coalition")])])
        assert (report.core.f1, report.full.f1) == (1, 0)
        assert (report.by_slot["sources"].precision, report.by_slot["sources"].recall) == (0.5, 1)

    def test_micro_average_counts_fills(self) -> None:
        report = score([killed()], [killed(sources=[], locations=[quote("Aleppo")], cause=None)])
        # 12 slots filled once and locations twice, less perpetrators
        assert report.slots.gold == 13
        assert report.slots.predicted == 9
        assert (report.slots.precision, report.slots.recall) == (1, 9 / 13)

    def test_spurious_claim_costs_precision(self) -> None:
        report = score([killed()], [killed(), wounded()])
        assert (report.detection.precision, report.detection.recall) == (0.5, 1)

    def test_nothing_at_all(self) -> None:
        report = score([], [])
        assert report.core.f1 == 0
        assert report.by_slot == {}
        assert report.core_by_source == {"wire": 0}

    def test_dictionary_has_the_reference_keys(self) -> None:
        report = score([killed()], [killed(confidence=0.9)]).to_dict()
        slots = [
            "perpetrators",
            "locations",
            "sources",
            "count",
            "victims",
            "category",
            "cause",
            "cause_type",
            "time",
            "time_value",
            "stance",
            "scope",
            "unit",
        ]
        tail = ["event_links", "core_by_source", "calibration"]
        assert list(report) == ["detection", "core", "full", "slots", *slots, *tail]
        assert list(report["core"]) == ["precision", "recall", "f1", "predicted", "gold"]
        at_recall = [f"precision_at_recall_{recall}" for recall in (0.5, 0.7, 0.8)]
        assert list(report["calibration"]) == ["ece", "brier", *at_recall]
        assert json.loads(json.dumps(report)) == report


class TestEventLinks:
    GOLD = (killed(event="e1"), wounded(event="e1"), denied(event="e2"))

    @pytest.mark.parametrize(
        ("events", "precision", "recall", "predicted"),
        [
            (("x", "x", "y"), 1, 1, 1),  # names do not matter
            (("x", "x", "x"), 1 / 3, 1, 3),
            (("x", "y", "x"), 0, 0, 1),
            (("x", "y", "z"), 0, 0, 0),
            ((None, None, None), 0, 0, 0),
        ],
    )
    def test_pairs_of_claims(self, events: tuple, precision: float, recall: float, predicted: int) -> None:
        claims = [{**claim, "event": event} for claim, event in zip(self.GOLD, events, strict=True)]
        links = score(list(self.GOLD), claims).event_links
        assert (links.precision, links.recall) == (precision, recall)
        assert (links.predicted, links.gold) == (predicted, 1)

    def test_order_of_claims_does_not_matter(self) -> None:
        assert score(list(self.GOLD), list(self.GOLD[::-1])).event_links.f1 == 1

    def test_unpaired_claims_have_no_links(self) -> None:
        links = score(list(self.GOLD), [self.GOLD[0]]).event_links
        assert (links.predicted, links.gold) == (0, 0)


class TestCalibration:
    def test_bins(self) -> None:
        low, high = reliability_bins([0.1, 0.2, 0.9, 1.0], [False, True, True, True], bins=2)
        assert (low.lower, low.upper, low.size, low.accuracy) == (0, 0.5, 2, 0.5)
        assert low.confidence == pytest.approx(0.15)
        assert (high.size, high.accuracy) == (2, 1)
        assert high.confidence == pytest.approx(0.95)

    def test_last_bin_includes_one(self) -> None:
        assert [each.lower for each in reliability_bins([0.0, 0.95, 1.0], [True] * 3)] == [0, 0.9]

    def test_expected_calibration_error(self) -> None:
        bins = reliability_bins([0.1, 0.2, 0.9, 1.0], [False, True, True, True], bins=2)
        assert expected_calibration_error(bins) == pytest.approx(0.5 * 0.35 + 0.5 * 0.05)
        assert expected_calibration_error([]) == 0

    @pytest.mark.parametrize(
        ("confidences", "correct", "bins"), [([0.5], [], 10), ([1.5], [True], 10), ([0.5], [True], 0)]
    )
    def test_bins_refuse_what_makes_no_sense(self, confidences: list, correct: list, bins: int) -> None:
        with pytest.raises(ValueError, match=r"bins|confidence"):
            reliability_bins(confidences, correct, bins)

    def test_precision_at_recall(self) -> None:
        confidences, correct = [0.9, 0.8, 0.7, 0.6], [True, False, True, True]
        assert precision_at_recall(confidences, correct, 4, 0.25) == 1
        assert precision_at_recall(confidences, correct, 4, 0.5) == 0.75  # better at the later cut
        assert precision_at_recall(confidences, correct, 4, 0.8) is None

    def test_of_no_claims(self) -> None:
        assert calibrate([], [], 3) is None

    def test_in_the_report(self) -> None:
        wrong = wounded(count={"value": 3, "min": 3, "max": 3}, confidence=0.4)
        report = score([killed(), wounded()], [killed(confidence=0.8), wrong, denied(confidence=None)])
        assert report.calibration is not None
        assert report.calibration.brier == pytest.approx((0.2**2 + 0.4**2) / 2)
        assert report.calibration.ece == pytest.approx((0.2 + 0.4) / 2)
        assert report.calibration.precision_at_recall == {0.5: 1, 0.7: None, 0.8: None}


def test_table_shows_every_figure() -> None:
    from rich.console import Console

    console = Console(width=100, file=io.StringIO(), record=True)
    console.print(format_report(score([killed(), wounded()], [killed(confidence=0.9)])))
    shown = console.export_text()
    for name in (
        "Slot",
        "predicted",
        "detection",
        "core",
        "full",
        *(slot.name for slot in SLOTS),
        "event_links",
    ):
        assert name in shown
    assert "core: wire" in shown
    assert "expected calibration error 0.100" in shown
    assert "precision at recall 0.7: not reached" in shown


WORDS = [word.strip(".") for word in dict.fromkeys(TEXT.split())]


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    quotes = st.sampled_from(WORDS).map(quote)
    low, high = sorted(draw(st.tuples(*[st.integers(0, 50)] * 2)))
    named = draw(quotes) if draw(st.booleans()) else {}
    return killed(
        outcome=draw(st.sampled_from(OUTCOMES)),
        trigger=draw(quotes),
        count={"value": None, "min": low, "max": high},
        victims={**named, "category": draw(st.sampled_from(VICTIM_CATEGORIES))},
        perpetrators=draw(st.lists(quotes, max_size=3)),
        cause=draw(st.none() | quotes.map(lambda q: {**q, "type": "bombing"})),
        locations=draw(st.lists(quotes, max_size=3)),
        time=draw(st.none() | quotes),
        stance=draw(st.sampled_from(STANCES)),
        scope=draw(st.sampled_from(SCOPES)),
        event=draw(st.sampled_from([None, "e1", "e2"])),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=5))
def test_perfect_prediction_always_scores_one(gold: list[dict[str, Any]]) -> None:
    report = score(gold, gold)
    scores = [
        report.detection,
        report.core,
        report.full,
        report.slots,
        *report.by_slot.values(),
        report.event_links,
    ]
    for each in scores:
        assert each.f1 == 1 or each.predicted == each.gold == 0
    assert report.core.f1 == report.full.f1 == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(), max_size=5), st.lists(claims(), max_size=5))
def test_swapping_the_sides_swaps_precision_and_recall_of_detection(gold: list, predicted: list) -> None:
    there, back = score(gold, predicted).detection, score(predicted, gold).detection
    assert (there.precision, there.recall) == (back.recall, back.precision)


needs_reference = pytest.mark.skipif(
    not (REFERENCE.is_file() and DEV.is_file()),
    reason=f"the reference scorer and its dev corpus are not at {REFERENCE.parent}",
)


@pytest.fixture(scope="module")
def reference_score() -> Callable[[list[dict], list[dict]], dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


@pytest.fixture(scope="module")
def dev() -> list[dict[str, Any]]:
    return [passage.model_dump(mode="json") for passage in read_passages(DEV)]


def shifted(text: str, span: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """The span with either end moved by up to twelve characters; a missing one appears now and then."""
    if span["start"] is None:
        start, end = sorted(draw.sample(range(min(len(text) + 1, 400)), 2)) if draw.random() < 0.1 else (0, 0)
    else:
        start = max(0, span["start"] + draw.randint(-12, 12))
        end = min(len(text), max(start + 1, span["end"] + draw.randint(-12, 12)))
    return {**span, "text": text[start:end], "start": start, "end": end} if start < end else span


def perturbed_claim(text: str, claim: dict[str, Any], rate: float, draw: random.Random) -> dict[str, Any]:
    claim = json.loads(json.dumps(claim))
    for name in ("trigger", "count", "victims", "cause", "time"):
        if claim[name] is not None and draw.random() < rate:
            claim[name] = shifted(text, claim[name], draw)
    for name in ("perpetrators", "locations", "sources"):
        kept = [shifted(text, item, draw) if draw.random() < rate else item for item in claim[name]]
        kept = [item for item in kept if draw.random() > rate / 2]
        claim[name] = draw.sample(kept, len(kept)) + (kept[:1] if draw.random() < rate / 4 else [])
    for name in ("cause", "time", "event"):
        if draw.random() < rate / 3:
            claim[name] = None
    if claim["time"] and draw.random() < rate:
        claim["time"]["latest"] = None
    if claim["cause"] and draw.random() < rate:
        claim["cause"]["type"] = draw.choice(["airstrike", "bombing", "shooting", "unknown"])
    if draw.random() < rate:
        number = draw.randint(0, 40)
        claim["count"].update(value=number, min=number, max=draw.choice([number, None]))
    for name, labels in (
        ("outcome", OUTCOMES),
        ("stance", STANCES),
        ("scope", SCOPES),
        ("unit", ("people", "families")),
    ):
        if draw.random() < rate / 3:
            claim[name] = draw.choice(labels)
    if draw.random() < rate:
        claim["victims"]["category"] = draw.choice(VICTIM_CATEGORIES)
    if draw.random() < rate:
        claim["event"] = draw.choice(["e1", "e2", "e3"])
    if draw.random() < 0.9:
        claim["confidence"] = round(draw.random(), draw.choice([1, 2, 6]))
    return {**claim, "subset_of": None}


def perturbed(gold: list[dict[str, Any]], rate: float, seed: int) -> list[dict[str, Any]]:
    """Gold passages as a poor reader might have read them; the higher the rate, the poorer."""
    draw = random.Random(seed)
    passages = []
    for each in gold:
        claims = [perturbed_claim(each["text"], claim, rate, draw) for claim in each["claims"]]
        claims = [claim for claim in claims if draw.random() > rate / 2]
        claims += [
            perturbed_claim(each["text"], claim, 0.5, draw) for claim in each["claims"] if draw.random() < rate / 2
        ]
        draw.shuffle(claims)
        if draw.random() > rate / 5:
            passages.append({"id": each["id"], "text": each["text"], "claims": claims})
    return passages


def flattened(report: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """Every figure under its dotted name; -1 for null."""
    flat: dict[str, float] = {}
    for name, value in report.items():
        if isinstance(value, dict):
            flat |= flattened(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = -1 if value is None else value
    return flat


def assert_same_as_reference(reference: Callable, gold: list[dict], predicted: list[dict]) -> None:
    expected = flattened(reference(gold, predicted))
    passages = ([Passage.model_validate(each) for each in docs] for docs in (gold, predicted))
    actual = flattened(score_passages(*passages).to_dict())
    assert list(actual) == list(expected)
    assert actual == pytest.approx(expected, abs=1e-9, rel=0)


@needs_reference
@pytest.mark.parametrize("rate", [0.0, 0.1, 0.3, 0.6])
@pytest.mark.parametrize("seed", [1, 2])
def test_same_figures_as_the_reference(reference_score: Callable, dev: list[dict], rate: float, seed: int) -> None:
    assert_same_as_reference(reference_score, dev, perturbed(dev, rate, seed))


@needs_reference
def test_same_figures_as_the_reference_at_the_edges(reference_score: Callable, dev: list[dict]) -> None:
    without_claims = [{**each, "claims": []} for each in dev]
    without_source = [{**each, "source": None} for each in dev]
    assert_same_as_reference(reference_score, dev, [])
    assert_same_as_reference(reference_score, [], dev)
    assert_same_as_reference(reference_score, without_claims, perturbed(dev, 0.3, 3))
    assert_same_as_reference(reference_score, without_source, perturbed(dev, 0.3, 4))
