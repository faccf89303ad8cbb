"""Errors of ``subset_of``: the whole that a claim is said to be part of."""

from collections.abc import Iterator

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.faults import fault_of
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.pairing import ClaimPair


def whole_agreement(case: Case) -> Agreement:
    """How many claims are said to be part of the right one, of all the claims of a passage.

    Every claim counts that is part of another, with a partner or without: an analysis is to show what is lost. The
    evaluation, on purpose, counts paired claims only (:func:`claimx.evaluation.subset_links.subset_agreement`).

    Args:
        case: the passage.
    """
    agreeing = sum(
        case.gold[pair.gold].subset_of is not None and _whole_read(case, pair) == case.gold[pair.gold].subset_of
        for pair in case.pairs
    )
    predicted, gold = (sum(claim.subset_of is not None for claim in claims) for claims in (case.predicted, case.gold))
    return Agreement(agreeing, predicted, gold)


def whole_errors(case: Case, pair: ClaimPair) -> Iterator[Finding]:
    """The ``subset_of`` of a pair, where it differs, by which whole was named instead.

    Args:
        case: the passage.
        pair: one of its pairs.

    Yields:
        One error of the group ``subset_of``, or none.
    """
    said, true = case.predicted[pair.predicted].subset_of, case.gold[pair.gold].subset_of
    fault = fault_of(said, true)
    if fault == "missed" and true is not None:
        kind = "no whole named" if true in case.gold_of.values() else "the whole is missed"
    elif fault == "spurious":
        kind = "no whole in gold"
    elif _whole_read(case, pair) != true:
        kind = "another whole"
    else:
        return
    yield Finding("subset_of", fault, kind, case.pair_example(pair))


def _whole_read(case: Case, pair: ClaimPair) -> int | None:
    """The gold partner of the claim that a predicted one is said to be part of."""
    whole = case.predicted[pair.predicted].subset_of
    return None if whole is None else case.gold_of.get(whole)
