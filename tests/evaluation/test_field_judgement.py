import pytest

from claimx.evaluation.field_calibration import reliabilities
from claimx.evaluation.field_judgement import judge_fields
from claimx.reports.reliability_plot import draw_reliability
from claimx.schema.claim import CONFIDENT_FIELDS, Claim
from claimx.schema.passage import Passage

TEXT = "Police said 12 farmers were shot dead in Kano on Friday and nine were wounded. The army blamed bandits."


def quote(words):
    start = TEXT.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def dead(**changes):
    claim = {
        "outcome": "killed",
        "trigger": quote("shot dead"),
        "evidence": quote(TEXT[: TEXT.index(". The")]),
        "count": {**quote("12"), "value": 12, "min": 12, "max": 12, "modifier": "exact"},
        "unit": "people",
        "victims": {**quote("farmers"), "category": "person"},
        "cause": {**quote("shot"), "type": "shooting"},
        "locations": [quote("Kano")],
        "time": {**quote("Friday"), "earliest": "2020-05-01", "latest": "2020-05-01"},
        "sources": [quote("Police")],
        "stance": "asserted",
        "scope": "incident",
        "event": "e1",
    }
    return Claim.model_validate({**claim, **changes})


def hurt(**changes):
    count = {**quote("nine"), "value": 9, "min": 9, "max": 9, "modifier": "exact"}
    victims = {"category": "unspecified"}
    return dead(outcome="injured", trigger=quote("wounded"), count=count, victims=victims, subset_of=None, **changes)


def wrong(predicted, gold):
    """The fields of the first predicted claim that are not right."""
    return {name for name, right in judge_fields(TEXT, predicted, gold)[0].items() if not right}


def test_a_claim_equal_to_gold_is_right_in_every_field():
    assert wrong([dead()], [dead()]) == set()


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("trigger", {"trigger": quote("dead in Kano"), "count": dead().count.model_dump()}),
        ("evidence", {"evidence": quote("The army blamed bandits")}),
        ("count", {"count": {**quote("12"), "value": 12, "min": 12, "max": None, "modifier": "at_least"}}),
        ("unit", {"unit": "families"}),
        ("victims", {"victims": {**quote("farmers"), "category": "civilian"}}),
        ("perpetrators", {"perpetrators": [quote("bandits")]}),
        ("cause", {"cause": None}),
        ("locations", {"locations": []}),
        ("time", {"time": {**quote("Friday"), "earliest": "2020-05-08", "latest": "2020-05-08"}}),
        ("sources", {"sources": [quote("The army")]}),
        ("stance", {"stance": "alleged"}),
        ("scope", {"scope": "cumulative"}),
    ],
)
def test_each_field_is_judged_by_itself(field, change):
    found = wrong([dead(**change)], [dead()])
    assert field in found
    assert found <= {field, "count"} if field == "unit" else found == {field}


def test_a_claim_without_gold_has_nothing_right():
    assert wrong([dead(outcome="missing")], [dead()]) == set(CONFIDENT_FIELDS)


def test_event_and_subset_are_judged_by_the_company():
    gold = [dead(), hurt(event="e1")]
    assert wrong([dead(), hurt(event="e1")], gold) == set()
    assert wrong([dead(), hurt(event="e2")], gold) == {"event"}
    part = [hurt(event="e1").model_copy(update={"subset_of": 1}), dead()]
    assert judge_fields(TEXT, part, [gold[1], gold[0]])[0]["subset_of"] is False
    assert judge_fields(TEXT, part, part)[0]["subset_of"] is True


def test_reliabilities_compare_confidence_with_what_is_right(tmp_path):
    sure = dict.fromkeys(CONFIDENT_FIELDS, 0.9)
    gold = [Passage(id=str(i), text=TEXT, claims=(dead(),)) for i in range(10)]
    told = [dead(confidence=0.8, confidences=sure, stance="denied" if i < 4 else "asserted") for i in range(10)]
    found = reliabilities(gold, [p.model_copy(update={"claims": (c,)}) for p, c in zip(gold, told, strict=True)])
    assert list(found) == ["claim", *CONFIDENT_FIELDS]
    assert (found["claim"].confidence, found["claim"].accuracy) == pytest.approx((0.8, 1.0))
    assert (found["stance"].accuracy, found["stance"].ece) == pytest.approx((0.6, 0.3))
    draw_reliability(found, tmp_path / "a.svg")
    assert "<!-- stance (ECE 0.30) -->" in (tmp_path / "a.svg").read_text()
