"""Two texts: both answers are held to what is expected, and to each other."""

import pytest

from tests.behaviour.handmade import make_claim
from tests.behaviour.number import exact
from tests.behaviour.told import injured, killed
from tests.behaviour.twin import swapped, twin

MOVED = swapped("Two died in Aleppo.", {"Aleppo": "Oslo"}, killed(exact(2)))
HERE = make_claim(number=exact(2), locations=("Aleppo",))
THERE = make_claim(number=exact(2), locations=("Oslo",))
TURNED = twin("It killed two.", "It injured two.", [killed(exact(2))], [injured(exact(2))], shared=("number", "stance"))


def test_a_swap_makes_the_variant():
    assert [sample.text for sample in MOVED.samples] == ["Two died in Aleppo.", "Two died in Oslo."]


def test_the_swapped_word_may_change_and_nothing_else():
    assert MOVED.problems([[HERE], [THERE]]) == []
    assert MOVED.problems([[HERE], [HERE]])
    assert MOVED.problems([[HERE], [make_claim(number=exact(2), locations=("Oslo",), stance="alleged")]])
    assert MOVED.problems([[HERE], [THERE, THERE]])


def test_two_empty_answers_do_not_pass_for_agreement():
    assert MOVED.problems([[], []])


def test_the_variant_is_held_to_its_own_expectations():
    two, hurt = make_claim(number=exact(2)), make_claim("injured", exact(2))
    assert TURNED.problems([[two], [hurt]]) == []
    assert TURNED.problems([[two], [two]])
    assert TURNED.problems([[two], [make_claim("injured", exact(2), stance="denied")]])


def test_a_variant_without_claims():
    could = twin("It has killed two.", "It could kill two.", [killed(exact(2))], then_total=0, shared=())
    assert could.problems([[make_claim(number=exact(2))], []]) == []
    assert could.problems([[make_claim(number=exact(2))]] * 2)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: swapped("Two died.", {"Aleppo": "Oslo"}, killed()),
        lambda: twin("Two died.", "Two died.", [killed()]),
        lambda: twin("Two died.", "Both died.", []),
    ],
)
def test_a_twin_that_makes_no_sense_is_an_error(wrong):
    with pytest.raises(ValueError):
        wrong()
