from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimx.heads.whole_entities import whole_entities

WORDS = "between 25 and 30 people died in homs since the attack".split()


def test_pieces_of_one_mention_are_joined():
    found = [(0, 1, "NUMBER"), (1, 3, "NUMBER"), (3, 4, "NUMBER"), (7, 8, "LOCATION")]
    assert whole_entities(found, [(0, 4, "NUMBER")], WORDS) == [(0, 4, "NUMBER"), (7, 8, "LOCATION")]


def test_an_entity_of_another_label_keeps_a_mention_from_widening():
    found = [(3, 5, "NUMBER"), (5, 6, "ACTOR")]
    assert whole_entities(found, [(3, 6, "NUMBER")], WORDS) == found


def test_function_words_at_the_ends_are_dropped():
    assert whole_entities([(6, 8, "LOCATION"), (8, 10, "TIME")], [], WORDS) == [(7, 8, "LOCATION")]
    assert whole_entities([(8, 11, "TIME")], [], WORDS) == [(8, 11, "TIME")]


def test_what_qualifies_a_number_or_a_time_stays():
    words = "at least 31 people from 2014".split()
    assert whole_entities([(0, 3, "NUMBER")], [], words) == [(0, 3, "NUMBER")]
    assert whole_entities([(4, 6, "TIME")], [], words) == [(4, 6, "TIME")]


spans = st.lists(
    st.tuples(st.integers(0, 10), st.integers(1, 4), st.sampled_from(["ACTOR", "NUMBER"])).map(
        lambda s: (s[0], min(11, s[0] + s[1]), s[2])
    ),
    max_size=6,
)


@given(spans, spans)
def test_entities_come_in_order_without_overlaps(candidates, mentions):
    found = []
    for span in sorted(candidates):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    whole = whole_entities(found, mentions, WORDS)
    assert all(start < end for start, end, _ in whole)
    assert all(before[1] <= after[0] for before, after in pairwise(whole))
