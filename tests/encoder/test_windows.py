import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.encoder.pieces import Pieces
from claimx.encoder.windows import cut_windows


def pieces_of(lengths):
    """A Doc whose tokens have these numbers of pieces."""
    token = np.repeat(np.arange(len(lengths)), lengths)
    first = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Pieces(np.zeros(len(token), dtype=np.int64), token, first)


@given(st.lists(st.integers(0, 30), max_size=200), st.integers(8, 60), st.integers(0, 7))
def test_every_token_is_owned_once_by_a_window_that_holds_it(lengths, max_pieces, overlap):
    pieces = pieces_of(lengths)
    windows = cut_windows(3, pieces, max_pieces, overlap)
    if not lengths or not sum(lengths):
        assert windows == []
        return
    owned = [token for window in windows for token in range(window.own_start, window.own_end)]
    assert owned == list(range(len(lengths)))
    for window in windows:
        assert window.doc == 3
        assert window.start <= window.own_start <= window.own_end <= window.end
        size = pieces.first[window.end] - pieces.first[window.start]
        assert size <= max_pieces or window.end - window.start == 1


def test_neighbours_share_the_overlap():
    windows = cut_windows(0, pieces_of([1] * 100), 40, 10)
    assert [(w.start, w.end) for w in windows] == [(0, 40), (30, 70), (60, 100)]
    assert [(w.own_start, w.own_end) for w in windows] == [(0, 35), (35, 65), (65, 100)]


@pytest.mark.parametrize("count", [1, 39, 40])
def test_a_short_text_is_one_window(count):
    assert len(cut_windows(0, pieces_of([1] * count), 40, 10)) == 1
