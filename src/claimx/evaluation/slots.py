"""The slots of a claim: how many fills a claim has of each, and how many of them two claims agree on."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from claimx.evaluation.fills import ATTRIBUTES, counted, quoted_spans, resolved_dates
from claimx.evaluation.span_match import agreeing_spans
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


def _quoted(name: str) -> Slot:
    """A slot filled by quotes: two fills agree when their spans do."""
    return Slot(
        name,
        fills=lambda claim: len(quoted_spans(claim, name)),
        agreeing=lambda text, predicted, gold: agreeing_spans(
            text, quoted_spans(predicted, name), quoted_spans(gold, name)
        ),
    )


def _value(name: str, read: Callable[[Claim], Hashable | None]) -> Slot:
    """A slot filled by one value (none where ``read`` gives None): two fills agree when they are equal."""
    return Slot(
        name,
        fills=lambda claim: int(read(claim) is not None),
        agreeing=lambda text, predicted, gold: int(read(gold) is not None and read(predicted) == read(gold)),
    )


def _attribute(name: str) -> Slot:
    """A slot filled by a label."""
    return _value(name, ATTRIBUTES[name])


SLOTS: tuple[Slot, ...] = (
    _quoted("perpetrators"),
    _quoted("locations"),
    _quoted("sources"),
    _value("count", counted),
    _quoted("victims"),
    _attribute("category"),
    _quoted("cause"),
    _attribute("cause_type"),
    _quoted("time"),
    _value("time_value", resolved_dates),
    _attribute("stance"),
    _attribute("scope"),
    _attribute("unit"),
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
