"""Errors of detection: claims without a partner on the other side."""

from collections.abc import Iterator, Sequence

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.pairing import can_pair
from claimx.schema.claim import Claim


def claim_errors(case: Case) -> Iterator[Finding]:
    """Missed and spurious claims, by what the other side has at their anchors.

    Args:
        case: the passage.

    Yields:
        One error of the group ``claims`` for each claim without a partner.
    """
    missed, spurious = case.missed(), case.spurious()
    for i in missed:
        claim = case.gold[i]
        there = [j for j, read in enumerate(case.predicted) if _same_anchors(read, claim)]
        kind, by = _kind(claim, case.predicted, there, spurious, "another claim took the pair")
        if kind == "outcome confused":
            kind += f": {claim.outcome} → {case.predicted[by[0]].outcome}"
        yield Finding("claims", "missed", kind, case.example(gold=(i,), predicted=by))
    for j in spurious:
        claim = case.predicted[j]
        there = [i for i, true in enumerate(case.gold) if _same_anchors(claim, true)]
        kind, by = _kind(claim, case.gold, there, missed, "repeats a paired claim")
        if kind == "outcome confused":
            kind += f": {case.gold[by[0]].outcome} → {claim.outcome}"
        yield Finding("claims", "spurious", kind, case.example(gold=by, predicted=(j,)))


def _kind(
    claim: Claim, others: Sequence[Claim], there: Sequence[int], free: Sequence[int], double: str
) -> tuple[str, tuple[int, ...]]:
    """Why a claim has no partner.

    Args:
        claim: the claim.
        others: the claims of the other side.
        there: which of them are anchored at the same words.
        free: which of them have no partner either.
        double: the kind of a claim whose words the other side tells once less.

    Returns:
        The kind of error, and the claim of the other side that is to blame, where one is.
    """
    # of one outcome and anchored together, two claims without partners would have been paired with each other
    for kind, suspects in (
        ("outcome confused", [k for k in there if k in free]),
        (double, [k for k in there if others[k].outcome == claim.outcome]),
        ("beside a paired claim of another outcome", there),
    ):
        if suspects:
            return kind, (suspects[0],)
    return "nothing anchored there", ()


def _same_anchors(predicted: Claim, gold: Claim) -> bool:
    return can_pair(predicted.model_copy(update={"outcome": gold.outcome}), gold)
