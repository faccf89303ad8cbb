"""Pad windows into the tensors that the encoder reads."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from claimx.encoder.pieces import Pieces, SpecialPieces
from claimx.encoder.windows import Window


@dataclass
class WindowBatch:
    """Windows padded to one size: B windows, P pieces (special ones counted), N tokens.

    Attributes:
        piece_ids: vocabulary ids, (B, P).
        piece_mask: True where a piece stands, (B, P).
        piece_token: token (from 0 within its window) of each piece, N for special and padding pieces, (B, P).
        shapes: letter-case index of each token, 0 for padding, (B, N).
        sentences: number of the sentence of each token, 0 for padding, (B, N).
        token_mask: True where a token stands, (B, N).
    """

    piece_ids: Tensor
    piece_mask: Tensor
    piece_token: Tensor
    shapes: Tensor
    sentences: Tensor
    token_mask: Tensor

    def to(self, device: torch.device | str) -> "WindowBatch":
        """The same batch on another device."""
        return WindowBatch(**{name: value.to(device) for name, value in vars(self).items()})


def collate_windows(
    windows: list[Window],
    pieces: list[Pieces],
    shapes: list[np.ndarray],
    sentences: list[np.ndarray],
    special: SpecialPieces,
    max_pieces: int,
) -> WindowBatch:
    """Pad windows to a batch.

    Args:
        windows: the windows, each naming its Doc by index into ``pieces``, ``shapes`` and ``sentences``.
        pieces: word pieces of each Doc.
        shapes: letter-case indices of each Doc's tokens.
        sentences: sentence numbers of each Doc's tokens.
        special: what opens and closes a window and fills it up.
        max_pieces: a window's pieces past this many are dropped (a single token longer than a window).
    """
    rows = []
    for window in windows:
        doc = pieces[window.doc]
        span = slice(doc.first[window.start], min(doc.first[window.end], doc.first[window.start] + max_pieces))
        own = slice(window.start, window.end)
        rows.append(
            (doc.ids[span], doc.token[span] - window.start, shapes[window.doc][own], sentences[window.doc][own])
        )
    n_pieces = max(len(ids) for ids, *_ in rows) + 2
    n_tokens = max(len(shape) for _, _, shape, _ in rows)
    piece_ids = np.full((len(rows), n_pieces), special.pad, dtype=np.int64)
    piece_mask = np.zeros((len(rows), n_pieces), dtype=bool)
    piece_token = np.full((len(rows), n_pieces), n_tokens, dtype=np.int64)
    shape_ids = np.zeros((len(rows), n_tokens), dtype=np.int64)
    sentence_numbers = np.zeros((len(rows), n_tokens), dtype=np.int64)
    token_mask = np.zeros((len(rows), n_tokens), dtype=bool)
    for row, (ids, token, shape, sentence) in enumerate(rows):
        piece_ids[row, 0] = special.cls
        piece_ids[row, 1 : len(ids) + 1] = ids
        piece_ids[row, len(ids) + 1] = special.sep
        piece_mask[row, : len(ids) + 2] = True
        piece_token[row, 1 : len(ids) + 1] = token
        shape_ids[row, : len(shape)] = shape
        sentence_numbers[row, : len(sentence)] = sentence
        token_mask[row, : len(shape)] = True
    return WindowBatch(
        piece_ids=torch.from_numpy(piece_ids),
        piece_mask=torch.from_numpy(piece_mask),
        piece_token=torch.from_numpy(piece_token),
        shapes=torch.from_numpy(shape_ids),
        sentences=torch.from_numpy(sentence_numbers),
        token_mask=torch.from_numpy(token_mask),
    )
