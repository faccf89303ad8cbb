"""Pair the predicted with the gold claims of one text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from claimx.evaluation.slots import slot_agreement
from claimx.evaluation.span_match import Span, span_of, spans_overlap
from claimx.schema.claim import Claim

# What a pair is worth to the assignment: first that it exists, then its count, then all that it agrees on.
_PAIR_WORTH = 100
_COUNT_WORTH = 20
_ANCHOR_WORTH = 2


@dataclass(frozen=True)
class ClaimPair:
    """A predicted and a gold claim that tell of the same victims.

    Attributes:
        predicted: index of the predicted claim in its list.
        gold: index of the gold claim in its list.
        agreement: how many fills of each slot the two agree on, by slot name.
    """

    predicted: int
    gold: int
    agreement: dict[str, int]


def can_pair(predicted: Claim, gold: Claim) -> bool:
    """Whether two claims may be paired: one outcome, and anchors (trigger, count, victims) that overlap."""
    if predicted.outcome != gold.outcome:
        return False
    return any(spans_overlap(*both) for both in product(_anchors(predicted), _anchors(gold)))


def pair_claims(text: str, predicted: Sequence[Claim], gold: Sequence[Claim]) -> list[ClaimPair]:
    """Pair claims one to one so that, together, the pairs agree on as much as possible.

    Args:
        text: the text that the quotes of all the claims index.
        predicted: the claims that were read.
        gold: the claims that they are held against.

    Returns:
        The pairs, in the order of the predicted claims; claims of either side without a partner are left out.
    """
    agreements = {
        (i, j): slot_agreement(text, mine, theirs)
        for i, mine in enumerate(predicted)
        for j, theirs in enumerate(gold)
        if can_pair(mine, theirs)
    }
    if not agreements:
        return []
    from scipy.optimize import linear_sum_assignment

    worth = [[0] * len(gold) for _ in predicted]
    for (i, j), agreement in agreements.items():
        worth[i][j] = _worth(predicted[i], gold[j], agreement)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    chosen = ((int(i), int(j)) for i, j in zip(rows, columns, strict=True))
    return [ClaimPair(i, j, agreements[i, j]) for i, j in chosen if (i, j) in agreements]


def _anchors(claim: Claim) -> tuple[Span | None, ...]:
    return span_of(claim.trigger), span_of(claim.count), span_of(claim.victims)


def _worth(predicted: Claim, gold: Claim, agreement: dict[str, int]) -> int:
    shared_anchors = spans_overlap(span_of(predicted.trigger), span_of(gold.trigger)) + spans_overlap(
        span_of(predicted.victims), span_of(gold.victims)
    )
    return _PAIR_WORTH + _COUNT_WORTH * agreement["count"] + _ANCHOR_WORTH * shared_anchors + sum(agreement.values())
