"""Errors of the slots that are filled by quotes: bounds, place, and roles that are confused."""

from collections.abc import Iterator, Mapping, Sequence

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.errors.unmatched_fills import unmatched_fills
from claimx.evaluation.fills import QUOTED_SLOTS, quoted_spans
from claimx.evaluation.pairing import ClaimPair
from claimx.evaluation.span_match import Span, spans_agree
from claimx.schema.claim import Claim


def quote_errors(case: Case, pair: ClaimPair) -> Iterator[Finding]:
    """Fills of a pair that do not agree, by their place and by the role that the other side gives to their words.

    Args:
        case: the passage.
        pair: one of its pairs.

    Yields:
        An error of the group of the slot for each fill that is missed or spurious, and one for each two whose bounds
        differ.
    """
    text = case.passage.text
    predicted, gold = case.claims_of(pair)
    unmatched = {
        slot: unmatched_fills(text, quoted_spans(predicted, slot), quoted_spans(gold, slot)) for slot in QUOTED_SLOTS
    }
    missed = {slot: fills.missed for slot, fills in unmatched.items()}
    spurious = {slot: fills.spurious for slot, fills in unmatched.items()}
    for slot, fills in unmatched.items():
        for span in fills.moved:
            yield Finding(slot, "wrong", "other bounds", case.pair_example(pair, span))
        for span in fills.missed:
            role = _role(text, span, spurious)
            kind = f"role confused: read as {role}" if role else _place(span, gold)
            yield Finding(slot, "missed", kind, case.pair_example(pair, span))
        for span in fills.spurious:
            role = _role(text, span, missed)
            kind = f"role confused: {role} in gold" if role else _place(span, predicted)
            yield Finding(slot, "spurious", kind, case.pair_example(pair, span))


def _role(text: str, span: Span, others: Mapping[str, Sequence[Span]]) -> str | None:
    """The slot that the other side fills with the words of a span, among what it has left, by slot."""
    return next(
        (slot for slot, spans in others.items() if any(spans_agree(text, span, other) for other in spans)), None
    )


def _place(span: Span, claim: Claim) -> str:
    inside = claim.evidence.start <= span.start and span.end <= claim.evidence.end
    return "in the evidence" if inside else "beyond the evidence"
