"""BIO tags: a token is outside (0), begins a span of type k (2k + 1) or continues one (2k + 2)."""

import numpy as np
import torch
from torch import Tensor

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


def begin(kind: int) -> int:
    """The tag of the first token of a span of type ``kind``."""
    return 2 * kind + BEGIN


def inside(kind: int) -> int:
    """The tag of the later tokens of a span of type ``kind``."""
    return 2 * kind + INSIDE


def viterbi(scores: Tensor, mask: Tensor) -> Tensor:
    """The best tag sequences in which no span continues that has not begun.

    Args:
        scores: log-scores of the 1 + 2K tags of K types, (S, N, 1 + 2K): S sequences of N tokens.
        mask: True where a token stands, (S, N); padding is outside, so that it does not bear on the tokens before.

    Returns:
        The tags, (S, N).
    """
    # The best tags, each for itself, are the best sequence wherever they may follow each other: mostly.
    tags = scores.argmax(dim=-1).masked_fill(~mask, OUTSIDE)
    after = torch.cat([torch.zeros_like(tags[:, :1]), tags], dim=1)
    broken = (_barred(scores.shape[-1], scores.device)[after[:, :-1], after[:, 1:]] < 0).any(dim=1)
    if broken.any():
        tags[broken] = _search(scores[broken], mask[broken])
    return tags


def _barred(n_tags: int, device: torch.device) -> Tensor:
    """What is added to the score of a tag (column) after another (row): very little where it cannot follow."""
    barred = torch.zeros(n_tags, n_tags, device=device)
    for tag in range(INSIDE, n_tags, 2):
        barred[:, tag] = -1e4
        barred[tag - 1 : tag + 1, tag] = 0.0
    return barred


def _search(scores: Tensor, mask: Tensor) -> Tensor:
    n_sequences, n_tokens, n_tags = scores.shape
    padding = np.full(n_tags, -1e4, dtype=np.float32)
    padding[OUTSIDE] = 0.0
    values = np.where(mask.cpu().numpy()[..., None], scores.float().cpu().numpy(), padding)
    barred = _barred(n_tags, torch.device("cpu")).numpy()
    best = values[:, 0].copy()
    best[:, INSIDE::2] += -1e4
    back = np.empty((n_sequences, n_tokens, n_tags), dtype=np.int64)
    for i in range(1, n_tokens):
        paths = best[:, :, None] + barred
        back[:, i] = paths.argmax(axis=1)
        best = paths.max(axis=1) + values[:, i]
    tags = np.empty((n_sequences, n_tokens), dtype=np.int64)
    tags[:, -1] = best.argmax(axis=-1)
    rows = np.arange(n_sequences)
    for i in range(n_tokens - 1, 0, -1):
        tags[:, i - 1] = back[rows, i, tags[:, i]]
    return torch.from_numpy(tags).to(scores.device)


def typed_spans(tags: np.ndarray) -> list[tuple[int, int, int, int]]:
    """The ``(sequence, first, past last, type)`` spans of S tag sequences, (S, N), in order.

    An inside tag with nothing to continue begins a span.
    """
    tags = np.pad(tags, ((0, 0), (1, 1)), constant_values=OUTSIDE)
    here, before = tags[:, 1:], tags[:, :-1]
    inside_one = (here != OUTSIDE) & (here % 2 == 0) & ((before == here) | (before == here - 1))
    rows, starts = ((here != OUTSIDE) & ~inside_one).nonzero()
    _, ends = ((before != OUTSIDE) & ~inside_one).nonzero()
    kinds = (here[rows, starts] - 1) // 2
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), kinds.tolist(), strict=True))
