from claimx.heads.span_index import SpanIndex
from claimx.linking.linked_claim import RoleSpan
from claimx.linking.settle import settle_spans, whole_words


def bounds(spans, mentions=()):
    return [(s.start, s.end) for s in settle_spans([RoleSpan(a, b, 0.9) for a, b in spans], SpanIndex(mentions))]


def test_pieces_of_one_mention_are_joined():
    assert bounds([(0, 1), (1, 4), (5, 6)]) == [(0, 4), (5, 6)]


def test_spans_widen_to_the_mention_they_overlap_most():
    assert bounds([(3, 4)], [(2, 5), (8, 9)]) == [(2, 5)]
    assert bounds([(3, 6)], [(2, 4), (4, 8)]) == [(3, 8)]
    assert bounds([(3, 4)], [(4, 6)]) == [(3, 4)]


def test_two_pieces_of_one_mention_become_it():
    assert bounds([(0, 1), (2, 3)], [(0, 3)]) == [(0, 3)]
    assert bounds([], [(0, 3)]) == []


def test_words_that_name_nothing_end_no_span():
    words = "a monitoring group in vienna and".split()
    assert whole_words(RoleSpan(0, 4, 0.9), "ACTOR", words) == RoleSpan(0, 3, 0.9)
    assert whole_words(RoleSpan(3, 6, 0.9), "ACTOR", words) == RoleSpan(4, 5, 0.9)
    assert whole_words(RoleSpan(0, 3, 0.9), "ACTOR", words) == RoleSpan(0, 3, 0.9)
    assert whole_words(RoleSpan(5, 6, 0.9), "ACTOR", words) is None
