"""A case finds fault with every kind of wrong answer, and with no right one."""

import pytest

from tests.behaviour.case import case, nothing
from tests.behaviour.handmade import make_claim
from tests.behaviour.number import at_least, exact
from tests.behaviour.pairing import pair
from tests.behaviour.told import injured, killed

WHOLE = make_claim(number=exact(12), victims="people")
PART = make_claim(number=exact(3), victims="children", subset_of=0)
HURT = make_claim("injured", exact(30))
TOLL = case(
    "12 people, including three children, were killed and 30 wounded.",
    killed(exact(12), victims="people", subset_of=-1),
    killed(exact(3), victims="children", subset_of=0),
    injured(exact(30)),
    total=3,
    events="aaa",
)


def test_the_right_answer_passes():
    assert TOLL.problems([[WHOLE, PART, HURT]]) == []


@pytest.mark.parametrize(
    ("claims", "problem"),
    [
        ([], "no claim for: killed exact 12"),
        ([WHOLE, PART], "no claim for: injured"),
        ([WHOLE, PART, HURT, HURT], "4 claims, not 3"),
        ([WHOLE, PART.model_copy(update={"subset_of": None}), HURT], "subset_of is None, not 0"),
        ([WHOLE, PART.model_copy(update={"subset_of": 2}), HURT], "subset_of is 2, not 0"),
        ([WHOLE.model_copy(update={"subset_of": 2}), PART, HURT], "subset_of is 2, but it is part of no other"),
        ([WHOLE, PART, HURT.model_copy(update={"event": "e2"})], "another event than"),
        ([WHOLE, PART, HURT.model_copy(update={"event": None})], "another event than"),
        ([WHOLE, PART, make_claim("injured", at_least(30))], "number is at_least 30"),
    ],
)
def test_a_wrong_answer_fails_for_the_right_reason(claims, problem):
    assert any(problem in found for found in TOLL.problems([claims]))


def test_events_that_should_differ():
    two = case("Two died. Five died in 2016.", killed(exact(2)), killed(exact(5)), events="ab")
    claims = [make_claim(number=exact(2)), make_claim(number=exact(5), event="e2")]
    assert two.problems([claims]) == []
    claims[1] = make_claim(number=exact(5))
    assert "the same event as" in two.problems([claims])[0]


def test_no_claims():
    assert nothing("Wolves killed 14 sheep.").problems([[]]) == []
    assert nothing("Wolves killed 14 sheep.").problems([[WHOLE]])


def test_an_outcome_that_must_not_be_there():
    unhurt = case("No one was hurt.", absent=("killed",))
    assert unhurt.problems([[HURT]]) == []
    assert unhurt.problems([[WHOLE]]) == ["unwanted killed: 'evidence'"]


def test_claims_may_stand_in_another_order():
    assert pair([killed(exact(3)), killed(exact(12)), injured()], [HURT, WHOLE, PART]) == {0: 2, 1: 1, 2: 0}


def test_of_two_like_claims_each_is_used_once():
    assert pair([killed(exact(12))] * 2, [WHOLE, WHOLE]) == {0: 0, 1: 1}
    assert len(pair([killed(exact(12))] * 2, [WHOLE])) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: case("Nothing is asked."),
        lambda: case("Two died.", killed(exact(2)), events="ab"),
        lambda: case("Two died.", killed(exact(2), subset_of=1)),
    ],
)
def test_a_case_that_makes_no_sense_is_an_error(wrong):
    with pytest.raises(ValueError):
        wrong()
