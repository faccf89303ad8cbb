"""The fills of a slot that two claims do not agree on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from claimx.evaluation.span_match import Span, match_spans, spans_agree, spans_overlap


@dataclass(frozen=True)
class UnmatchedFills:
    """The fills of one slot that a pair of claims does not agree on.

    Attributes:
        moved: gold spans that a predicted span overlaps, without agreement.
        missed: the other gold spans.
        spurious: the other predicted spans.
    """

    moved: list[Span]
    missed: list[Span]
    spurious: list[Span]


def unmatched_fills(text: str, predicted: Sequence[Span], gold: Sequence[Span]) -> UnmatchedFills:
    """What is left of the fills of a slot when those that agree are taken out, as the evaluation takes them.

    Args:
        text: the text that the spans index.
        predicted: the fills of the predicted claim.
        gold: the fills of the gold claim.

    Returns:
        The fills that are left, those that overlap matched with each other.
    """
    agreeing = match_spans(predicted, gold, partial(spans_agree, text))
    overlapping = match_spans(agreeing.predicted_left, agreeing.gold_left, spans_overlap)
    return UnmatchedFills(
        moved=[true for _, true in overlapping.pairs],
        missed=overlapping.gold_left,
        spurious=overlapping.predicted_left,
    )
