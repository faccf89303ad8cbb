"""Errors of the dates that the time of a claim resolves to."""

from collections.abc import Iterator

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.faults import fault_of
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.fills import resolved_dates
from claimx.evaluation.pairing import ClaimPair
from claimx.evaluation.span_match import span_of


def date_errors(case: Case, pair: ClaimPair) -> Iterator[Finding]:
    """Dates of a pair that differ, by whether they were resolved from the same words.

    Args:
        case: the passage.
        pair: one of its pairs.

    Yields:
        One error of the group ``time_value``, or none.
    """
    predicted, gold = case.claims_of(pair)
    said, true = resolved_dates(predicted), resolved_dates(gold)
    if said == true:
        return
    words = "same words" if pair.agreement["time"] else "other words"
    if said is None:
        kind = "no time read" if predicted.time is None else f"{words}, not resolved"
    elif true is None:
        kind = "no time in gold" if gold.time is None else f"{words}, not resolved in gold"
    else:
        kind = f"{words}, other dates"
    span = span_of(gold.time) or span_of(predicted.time)
    yield Finding("time_value", fault_of(said, true), kind, case.pair_example(pair, span))
