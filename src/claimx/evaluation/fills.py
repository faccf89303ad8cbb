"""What fills the slots of a claim: the quotes and the values that are held against each other."""

from collections.abc import Callable, Hashable, Mapping

from claimx.evaluation.span_match import Span, span_of
from claimx.schema.claim import Claim
from claimx.schema.quote import OptionalQuote, Quote

QUOTED_SLOTS = ("perpetrators", "locations", "sources", "victims", "cause", "time")
"""The slots that are filled by quotes, among which the roles of a quote can be confused."""

ATTRIBUTES: Mapping[str, Callable[[Claim], str | None]] = {
    "category": lambda claim: claim.victims.category,
    "cause_type": lambda claim: claim.cause.type if claim.cause else None,
    "stance": lambda claim: claim.stance,
    "scope": lambda claim: claim.scope,
    "unit": lambda claim: claim.unit,
}
"""The slots that are filled by a label, each with how to read it from a claim; None where there is none."""


def quoted_spans(claim: Claim, slot: str) -> list[Span]:
    """The quotes that fill a slot.

    Args:
        claim: the claim.
        slot: one of :data:`QUOTED_SLOTS`.

    Returns:
        Their offsets, in the order of the claim; none where the slot quotes nothing.
    """
    field: OptionalQuote | Quote | tuple[Quote, ...] | None = getattr(claim, slot)
    quotes = field if isinstance(field, tuple) else (field,)
    return [span for quote in quotes if (span := span_of(quote)) is not None]


def counted(claim: Claim) -> Hashable:
    """What fills the count slot: the unit, and the numbers that the count stands for."""
    return claim.unit, claim.count.value, claim.count.min, claim.count.max


def resolved_dates(claim: Claim) -> Hashable | None:
    """The first and the last day that the time of a claim resolves to, or None where it does not resolve."""
    if claim.time is None or claim.time.earliest is None:
        return None
    return claim.time.earliest, claim.time.latest
