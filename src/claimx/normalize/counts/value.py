"""The normalised count of a claim: a figure, its bounds and the modifier it was told with."""

from __future__ import annotations

from dataclasses import dataclass

#: The floor of a plurality of unknown size: "several", "a number of", "civilians".
PLURAL_FLOOR = 2


@dataclass(frozen=True, slots=True)
class CountValue:
    """How many, as far as a quantity expression tells.

    Attributes:
        value: the figure that is told, or None where the expression tells only bounds or none at all.
        min: the lowest count that the expression leaves open, both bounds inclusive; None if it sets none.
        max: the highest count that the expression leaves open; None if it sets none.
        modifier: one of :data:`~claimx.schema.labels.MODIFIERS`, or None when the expression could not be read.
    """

    value: int | None = None
    min: int | None = None
    max: int | None = None
    modifier: str | None = None

    @property
    def resolved(self) -> bool:
        """Whether the expression could be read as a quantity at all."""
        return self.modifier is not None


#: What an expression that is no readable quantity gives.
UNRESOLVED = CountValue()


def number(value: int, modifier: str = "exact") -> CountValue:
    """Return the count for a told figure under a modifier, as the table in guidelines section 3 bounds it.

    Args:
        value: the figure.
        modifier: any modifier that goes with one figure; "range" and "indefinite" have makers of their own.

    Returns:
        The count; a plain 0 has the modifier "none".
    """
    if modifier == "exact":
        return CountValue(value, value, value, "exact" if value else "none")
    if modifier in ("at_least", "more_than"):
        return CountValue(value, value, None, modifier)
    if modifier in ("at_most", "less_than", "nearly"):
        return CountValue(value, None, value, modifier)
    return CountValue(value, None, None, "about")


def interval(low: int, high: int) -> CountValue:
    """Return the count for "low to high", in whichever order the two are given."""
    if low == high:
        return number(low)
    return CountValue(None, min(low, high), max(low, high), "range")


def indefinite(floor: int | None) -> CountValue:
    """Return the count for a word such as "dozens": no figure, only the floor of its literal meaning."""
    return CountValue(None, floor, None, "indefinite")
