"""Cut texts beyond the encoder's length into windows that overlap."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from claimx.encoder.pieces import Pieces


@dataclass(frozen=True)
class Window:
    """A run of whole tokens of one Doc that the encoder reads at once.

    Attributes:
        doc: index of the Doc in its batch.
        start: first token.
        end: token past the last.
        own_start: first token whose reading is taken from this window (a neighbour's is taken before it).
        own_end: token past the last whose reading is taken from this window.
    """

    doc: int
    start: int
    end: int
    own_start: int
    own_end: int


def cut_windows(doc: int, pieces: Pieces, max_pieces: int, overlap: int) -> list[Window]:
    """Cut one Doc into windows of at most ``max_pieces`` pieces, neighbours sharing about ``overlap``.

    A token is *owned* by the window in which it stands farther from an edge, so every token is owned once and is
    read with as much context as there is. A single token longer than a window has its tail left unread.

    Args:
        doc: index written into the windows.
        pieces: the Doc's word pieces.
        max_pieces: length of a window in pieces, special pieces not counted.
        overlap: pieces that neighbours share; less than ``max_pieces``.
    """
    n_tokens = len(pieces.first) - 1
    if n_tokens == 0 or len(pieces.ids) == 0:
        return []
    bounds: list[tuple[int, int]] = []
    start = 0
    while True:
        limit = pieces.first[start] + max_pieces
        end = max(int(np.searchsorted(pieces.first, limit, side="right")) - 1, start + 1)
        bounds.append((start, min(end, n_tokens)))
        if end >= n_tokens:
            break
        back = int(np.searchsorted(pieces.first, pieces.first[end] - overlap, side="left"))
        start = max(min(back, end), start + 1)
    cuts = [0, *((a_end + b_start) // 2 for (_, a_end), (b_start, _) in pairwise(bounds)), n_tokens]
    return [
        Window(doc, start, end, max(cuts[i], start), min(cuts[i + 1], end)) for i, (start, end) in enumerate(bounds)
    ]
