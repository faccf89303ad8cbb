"""What is lost, or wrongly told, along with a whole claim."""

from collections.abc import Iterator

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.slots import slot_fills
from claimx.schema.claim import Claim


def unpaired_errors(case: Case) -> Iterator[Finding]:
    """The slot fills and the ``subset_of`` of claims without a partner: all of them are errors, of one kind.

    Args:
        case: the passage.

    Yields:
        An error for each fill of a missed or spurious claim, and for each such claim that is said to be part of one.
    """
    for i in case.missed():
        for group, things in _things_told(case.gold[i]).items():
            yield from [Finding(group, "missed", "the claim is missed", case.example(gold=(i,)))] * things
    for j in case.spurious():
        for group, things in _things_told(case.predicted[j]).items():
            yield from [Finding(group, "spurious", "the claim is spurious", case.example(predicted=(j,)))] * things


def _things_told(claim: Claim) -> dict[str, int]:
    return {**slot_fills(claim), "subset_of": int(claim.subset_of is not None)}
