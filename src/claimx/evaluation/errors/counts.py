"""Errors of the count slot, that is of the core."""

from collections.abc import Iterator

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.pairing import ClaimPair
from claimx.evaluation.span_match import Span, span_of, spans_overlap


def count_errors(case: Case, pair: ClaimPair) -> Iterator[Finding]:
    """The count of a pair, where it is wrong, by which words were read, and as what.

    Args:
        case: the passage.
        pair: one of its pairs.

    Yields:
        One error of the group ``count``, or none.
    """
    if pair.agreement["count"]:
        return
    predicted, gold = case.claims_of(pair)
    read, true = span_of(predicted.count), span_of(gold.count)
    if predicted.unit != gold.unit:
        kind = f"unit: {gold.unit} → {predicted.unit}"
    elif read is None or true is None:
        if read is not None:
            kind = "words read, none in gold"
        else:
            kind = "no words read" if true is not None else "no words on either side, another value"
    elif _words(case.passage.text, read) == _words(case.passage.text, true):
        kind = "same words, another value"
    else:
        kind = "other bounds" if spans_overlap(read, true) else "other words read"
    yield Finding("count", "wrong", kind, case.pair_example(pair, true or read))


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].lower().split()
