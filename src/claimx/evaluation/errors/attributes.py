"""Errors of the slots that are filled by a label."""

from collections.abc import Iterator

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.faults import fault_of
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.fills import ATTRIBUTES
from claimx.evaluation.pairing import ClaimPair


def attribute_errors(case: Case, pair: ClaimPair) -> Iterator[Finding]:
    """Labels of a pair that differ, by what was read for what.

    Args:
        case: the passage.
        pair: one of its pairs.

    Yields:
        An error of the group of the slot for each label that differs.
    """
    predicted, gold = case.claims_of(pair)
    for slot, label in ATTRIBUTES.items():
        said, true = label(predicted), label(gold)
        if said != true:
            kind = f"{true or 'none'} → {said or 'none'}"
            yield Finding(slot, fault_of(said, true), kind, case.pair_example(pair))
