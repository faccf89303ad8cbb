"""The slots of a claim: how many fills a claim has of each, and how many of them two claims agree on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from operator import attrgetter

from claimx.evaluation.span_match import Span, agreeing_spans, span_of
from claimx.schema.claim import Claim


@dataclass(frozen=True)
class Slot:
    """One separately scored part of a claim.

    Attributes:
        name: its name in the report.
        fills: how many fills a claim has of it.
        agreeing: how many fills a predicted and a gold claim of one text agree on; called as
            ``agreeing(text, predicted, gold)``.
    """

    name: str
    fills: Callable[[Claim], int]
    agreeing: Callable[[str, Claim, Claim], int]


def _quoted(name: str, read: Callable[[Claim], list[Span]]) -> Slot:
    """A slot filled by quotes: two fills agree when their spans do."""
    return Slot(
        name,
        fills=lambda claim: len(read(claim)),
        agreeing=lambda text, predicted, gold: agreeing_spans(text, read(predicted), read(gold)),
    )


def _one_quote(name: str) -> Slot:
    field = attrgetter(name)

    def read(claim: Claim) -> list[Span]:
        span = span_of(field(claim))
        return [] if span is None else [span]

    return _quoted(name, read)


def _many_quotes(name: str) -> Slot:
    field = attrgetter(name)
    return _quoted(name, lambda claim: [Span(quote.start, quote.end) for quote in field(claim)])


def _value(name: str, read: Callable[[Claim], Hashable | None]) -> Slot:
    """A slot filled by one value (none where ``read`` gives None): two fills agree when they are equal."""
    return Slot(
        name,
        fills=lambda claim: int(read(claim) is not None),
        agreeing=lambda text, predicted, gold: int(read(gold) is not None and read(predicted) == read(gold)),
    )


def _counted(claim: Claim) -> Hashable:
    return claim.unit, claim.count.value, claim.count.min, claim.count.max


def _cause_type(claim: Claim) -> Hashable | None:
    return claim.cause.type if claim.cause else None


def _dates(claim: Claim) -> Hashable | None:
    if claim.time is None or claim.time.earliest is None:
        return None
    return claim.time.earliest, claim.time.latest


SLOTS: tuple[Slot, ...] = (
    _many_quotes("perpetrators"),
    _many_quotes("locations"),
    _many_quotes("sources"),
    _value("count", _counted),
    _one_quote("victims"),
    _value("category", lambda claim: claim.victims.category),
    _one_quote("cause"),
    _value("cause_type", _cause_type),
    _one_quote("time"),
    _value("time_value", _dates),
    _value("stance", lambda claim: claim.stance),
    _value("scope", lambda claim: claim.scope),
    _value("unit", lambda claim: claim.unit),
)
"""Every slot, in the order of the report. The count slot is right when value, min, max and unit all are."""


def slot_fills(claim: Claim) -> dict[str, int]:
    """How many fills a claim has of each slot, by slot name; the sum is its number of scored slot fills."""
    return {slot.name: slot.fills(claim) for slot in SLOTS}


def slot_agreement(text: str, predicted: Claim, gold: Claim) -> dict[str, int]:
    """How many fills of each slot two claims of one text agree on, by slot name.

    Args:
        text: the text that the quotes of both claims index.
        predicted: the claim that was read.
        gold: the claim that it is held against.
    """
    return {slot.name: slot.agreeing(text, predicted, gold) for slot in SLOTS}
