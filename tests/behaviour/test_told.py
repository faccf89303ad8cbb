"""One expected claim against one claim: each wrong field is named, and no field that was not asked for."""

import pytest

from tests.behaviour.handmade import make_claim
from tests.behaviour.number import about, at_least, between, exact, none
from tests.behaviour.told import Told, either, injured, killed

CLAIM = make_claim(
    "killed",
    at_least(12),
    count="at least 12",
    victims="the farmers",
    category="person",
    cause=("air strikes", "airstrike"),
    when=("2019-06-12", "2019-06-12"),
    perpetrators=("the coalition",),
    locations=("Zabid", "Yemen"),
    sources=("Police", "witnesses"),
)
RIGHT = {
    "number": at_least(12),
    "count": "At least 12",
    "unit": "people",
    "victims": "farmers",
    "category": "person",
    "perpetrators": ("coalition",),
    "cause": "air strikes",
    "cause_type": "airstrike",
    "locations": ("Yemen", "Zabid"),
    "time": "then",
    "when": ("2019-06-12", "2019-06-12"),
    "sources": ("witnesses", "police"),
    "stance": "asserted",
    "scope": "incident",
}
WRONG = {
    "number": exact(12),
    "count": "12",
    "unit": "families",
    "victims": "herders",
    "category": "civilian",
    "perpetrators": (),
    "cause": None,
    "cause_type": "bombing",
    "locations": ("Zabid",),
    "time": None,
    "when": ("2019-06-05", "2019-06-05"),
    "sources": ("police",),
    "stance": "alleged",
    "scope": "cumulative",
}


def test_a_right_claim_differs_in_nothing():
    assert Told("killed", RIGHT).differences(CLAIM) == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_field_is_the_one_difference(name):
    (difference,) = Told("killed", {**RIGHT, name: WRONG[name]}).differences(CLAIM)
    assert difference.startswith(f"{name} is ")


def test_every_field_was_tried():
    from tests.behaviour.field import READ

    assert set(RIGHT) == set(WRONG) == READ.keys() - {"outcome"}


def test_another_outcome_is_a_difference():
    assert injured(at_least(12)).differences(CLAIM) == ["outcome is 'killed', not 'injured'"]


def test_only_the_named_fields_are_compared():
    assert killed(victims="farmers").differences(CLAIM) == []


def test_any_of_several_values_will_do_and_no_other():
    assert killed(stance=either("alleged", "asserted")).differences(CLAIM) == []
    assert killed(stance=either("alleged", "denied")).differences(CLAIM)


@pytest.mark.parametrize("number", [exact(13), at_least(13), about(12), between(12, 13), none()])
def test_numbers_that_differ_in_value_or_bound_or_modifier(number):
    assert killed(number).differences(CLAIM)


def test_a_field_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="victim_category"):
        killed(victim_category="civilian")


def test_one_string_for_a_list_of_quotes_is_an_error():
    with pytest.raises(ValueError, match="sources"):
        killed(sources="police")
