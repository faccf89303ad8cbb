import pytest

from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.training.consensus import consensus

TEXT = "Police said 12 farmers were shot dead in Kano on Friday, three of them women, and nine were wounded."


def quote(words):
    return {"text": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def told(outcome, trigger, number, value, victims, category, confidence=0.9, **changes):
    claim = {
        "outcome": outcome,
        "trigger": quote(trigger),
        "evidence": quote(TEXT[:-1]),
        "count": {**quote(number), "value": value, "min": value, "max": value, "modifier": "exact"},
        "unit": "people",
        "victims": {**(quote(victims) if victims else {}), "category": category},
        "locations": [quote("Kano")],
        "sources": [quote("Police")],
        "stance": "asserted",
        "scope": "incident",
        "event": "e1",
        "confidence": confidence,
    }
    return Claim.model_validate({**claim, **changes})


def dead(**changes):
    return told("killed", "shot dead", "12", 12, "farmers", "person", **changes)


def women(**changes):
    return told("killed", "shot dead", "three", 3, "women", "woman", **({"subset_of": 0} | changes))


def hurt(**changes):
    return told("injured", "wounded", "nine", 9, None, "unspecified", **changes)


def test_one_reading_stays_as_it_is():
    claims = (dead(), women(), hurt(event="e2"))
    merged = consensus(TEXT, [claims])
    assert [c.model_copy(update={"confidences": None}) for c in merged] == list(claims)


def test_what_few_find_is_doubtful_and_what_all_find_is_sure():
    merged = consensus(TEXT, [[dead()], [dead(confidence=0.6), hurt()], [dead()]])
    assert [(c.outcome, c.confidence) for c in merged] == [
        ("killed", pytest.approx(0.8)),
        ("injured", pytest.approx(0.3)),
    ]


def test_the_version_that_agrees_most_is_told():
    lone = dead(stance="alleged", sources=[], locations=[])
    (claim,) = consensus(TEXT, [[lone], [dead()], [dead()]])
    assert (claim.stance, len(claim.sources)) == ("asserted", 1)


def test_a_reading_that_says_more_does_not_win_by_it():
    more = dead(perpetrators=[quote("farmers")], cause={**quote("shot"), "type": "shooting"})
    (claim,) = consensus(TEXT, [[more], [dead()], [dead()]])
    assert (claim.perpetrators, claim.cause) == ((), None)


def test_another_count_lends_no_confidence():
    other = dead(count={**quote("12"), "value": 12, "min": 12, "max": None, "modifier": "at_least"})
    (claim,) = consensus(TEXT, [[dead()], [other], [dead()]])
    assert claim.count.max == 12
    assert claim.confidence == pytest.approx(0.6)


def test_events_and_subsets_go_by_the_majority():
    apart = [dead(), women(subset_of=None), hurt(event="e2")]
    one = [dead(), women(), hurt()]
    merged = consensus(TEXT, [apart, one, one])
    assert [c.event for c in merged] == ["e1", "e1", "e1"]
    assert [c.subset_of for c in merged] == [None, 0, None]
    merged = consensus(TEXT, [one, apart, apart])
    assert [c.event for c in merged] == ["e1", "e1", "e2"]
    assert [c.subset_of for c in merged] == [None, None, None]


def test_indices_follow_the_order_of_the_text():
    reading = [hurt(), dead(), women(subset_of=1)]
    merged = consensus(TEXT, [reading])
    assert [c.outcome for c in merged] == ["killed", "killed", "injured"]
    assert merged[1].subset_of == 0
    Passage(id="a", text=TEXT, claims=merged)


def test_subsets_never_make_a_circle():
    def reading(dead_in, women_in, hurt_in):
        return [dead(subset_of=dead_in), women(subset_of=women_in), hurt(subset_of=hurt_in)]

    merged = consensus(TEXT, [reading(1, 2, None), reading(1, None, 0), reading(None, 2, 0)])
    for at in range(3):
        seen = []
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = merged[at].subset_of


def test_nothing_read_is_nothing_told():
    assert consensus(TEXT, [[], []]) == ()
    assert consensus(TEXT, [[], [hurt()]])[0].confidence == pytest.approx(0.45)
