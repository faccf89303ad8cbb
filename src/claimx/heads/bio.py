"""BIO tags: a token is outside (0), begins a span of type k (2k + 1) or continues one (2k + 2)."""

import torch
from torch import Tensor

OUTSIDE, BEGIN, INSIDE = 0, 1, 2


def begin(kind: int) -> int:
    """The tag of the first token of a span of type ``kind``."""
    return 2 * kind + BEGIN


def inside(kind: int) -> int:
    """The tag of the later tokens of a span of type ``kind``."""
    return 2 * kind + INSIDE


def continues(tag: int, before: int) -> bool:
    """Whether a token with ``tag`` belongs to the span of the token before it."""
    return tag != OUTSIDE and tag % 2 == 0 and before in (tag, tag - 1)


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
    padding = scores.new_full((n_tags,), -1e4)
    padding[OUTSIDE] = 0.0
    scores = torch.where(mask.unsqueeze(-1), scores, padding)
    barred = _barred(n_tags, scores.device)
    best = scores[:, 0].clone()
    best[:, INSIDE::2] += -1e4
    back = torch.empty(n_sequences, n_tokens, n_tags, dtype=torch.long, device=scores.device)
    for i in range(1, n_tokens):
        path, back[:, i] = (best.unsqueeze(2) + barred).max(dim=1)
        best = path + scores[:, i]
    tags = torch.empty(n_sequences, n_tokens, dtype=torch.long, device=scores.device)
    tags[:, -1] = best.argmax(dim=-1)
    for i in range(n_tokens - 1, 0, -1):
        tags[:, i - 1] = back[:, i].gather(1, tags[:, i : i + 1]).squeeze(1)
    return tags


def typed_spans_of(tags: list[int]) -> list[tuple[int, int, int]]:
    """The ``(first, past last, type)`` spans of one tag sequence; an inside tag with nothing to continue begins one."""
    spans = []
    start = -1
    before = OUTSIDE
    for i, tag in enumerate([*tags, OUTSIDE]):
        if continues(tag, before):
            continue
        if before != OUTSIDE:
            spans.append((start, i, (before - 1) // 2))
        start, before = i, tag
    return spans


def spans_of(tags: list[int]) -> list[tuple[int, int]]:
    """The ``(first, past last)`` spans of one tag sequence of a single type."""
    return [(start, end) for start, end, _ in typed_spans_of(tags)]
