import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from claimx.heads.bio import _search, typed_spans, viterbi


def test_no_span_continues_that_has_not_begun():
    # Token by token the best tags are O, I, I: the best sequence that is allowed begins the span instead.
    scores = torch.tensor([[[2.0, 0.0, 0.0], [0.0, 1.0, 1.5], [0.0, 0.0, 2.0]]])
    assert viterbi(scores, torch.ones(1, 3, dtype=torch.bool)).tolist() == [[0, 1, 2]]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=3, max_size=3), min_size=1, max_size=20))
def test_decoded_tags_are_well_formed_and_best(rows):
    scores = torch.tensor([rows])
    tags = viterbi(scores, torch.ones(1, len(rows), dtype=torch.bool))[0].tolist()
    assert all(tag != 2 or (i > 0 and tags[i - 1] != 0) for i, tag in enumerate(tags))
    total = sum(row[tag] for row, tag in zip(rows, tags, strict=True))
    outside = sum(row[0] for row in rows)
    begins = sum(row[1] for row in rows)
    assert total >= max(outside, begins) - 1e-3


def test_padding_does_not_bear_on_the_tokens_before():
    scores = torch.tensor([[[1.0, 0.0, 0.5], [0.0, 0.0, 3.0]]])
    assert viterbi(scores, torch.tensor([[True, False]])).tolist() == [[0, 0]]


def test_spans():
    assert typed_spans(np.array([[0, 1, 2, 1, 0, 1], [0, 0, 2, 0, 0, 0]])) == [
        (0, 1, 3, 0),
        (0, 3, 4, 0),
        (0, 5, 6, 0),
        (1, 2, 3, 0),
    ]
    assert typed_spans(np.zeros((1, 0), dtype=int)) == []


def test_spans_of_several_types():
    spans = typed_spans(np.array([[1, 2, 3, 0, 3, 4, 4, 1]]))
    assert spans == [(0, 0, 2, 0), (0, 2, 3, 1), (0, 4, 7, 1), (0, 7, 8, 0)]
    # An inside tag whose span began beyond the edge of a window begins it, as does one of another type.
    assert typed_spans(np.array([[2, 2, 4]])) == [(0, 0, 2, 0), (0, 2, 3, 1)]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), min_size=1, max_size=12))
def test_no_span_continues_one_of_another_type(rows):
    tags = viterbi(torch.tensor([rows]), torch.ones(1, len(rows), dtype=torch.bool))[0].tolist()
    assert all(tag in (0, 1, 3) or before in (tag, tag - 1) for before, tag in zip([0, *tags], tags, strict=False))


@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), min_size=1, max_size=12), st.integers(0, 3))
def test_the_short_way_gives_what_the_search_gives(rows, padding):
    scores = torch.tensor([rows + [[0.0, 3.0, 1.0, 0.0, 0.0]] * padding])
    mask = torch.tensor([[True] * len(rows) + [False] * padding])
    short, searched = viterbi(scores, mask)[0], _search(scores, mask)[0]

    def total(tags):
        return sum(scores[0, i, tag] for i, tag in enumerate(tags[: len(rows)].tolist()))

    assert torch.isclose(total(short), total(searched), atol=1e-4)
