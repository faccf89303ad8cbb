"""BIO tags: a token is outside (0), begins (1) or continues (2) a span."""

import torch
from torch import Tensor

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


def viterbi(scores: Tensor, mask: Tensor) -> Tensor:
    """The best tag sequences in which no span continues that has not begun.

    Args:
        scores: log-scores of the three tags, (S, N, 3): S sequences of N tokens.
        mask: True where a token stands, (S, N); padding is outside, so that it does not bear on the tokens before.

    Returns:
        The tags, (S, N).
    """
    n_sequences, n_tokens, _ = scores.shape
    padding = scores.new_tensor([0.0, -1e4, -1e4])
    scores = torch.where(mask.unsqueeze(-1), scores, padding)
    barred = scores.new_zeros(3, 3)
    barred[OUTSIDE, INSIDE] = -1e4
    best = scores[:, 0].clone()
    best[:, INSIDE] += -1e4
    back = torch.empty(n_sequences, n_tokens, 3, dtype=torch.long, device=scores.device)
    for i in range(1, n_tokens):
        path, back[:, i] = (best.unsqueeze(2) + barred).max(dim=1)
        best = path + scores[:, i]
    tags = torch.empty(n_sequences, n_tokens, dtype=torch.long, device=scores.device)
    tags[:, -1] = best.argmax(dim=-1)
    for i in range(n_tokens - 1, 0, -1):
        tags[:, i - 1] = back[:, i].gather(1, tags[:, i : i + 1]).squeeze(1)
    return tags


def spans_of(tags: list[int]) -> list[tuple[int, int]]:
    """The ``(first, past last)`` spans of one tag sequence."""
    spans = []
    start = -1
    for i, tag in enumerate([*tags, OUTSIDE]):
        if start >= 0 and tag != INSIDE:
            spans.append((start, i))
            start = -1
        if tag == BEGIN:
            start = i
    return spans
