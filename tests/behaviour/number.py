"""The rows of the guidelines' table of counts: what a quantity expression stands for."""

from dataclasses import dataclass

from claimx.schema.claim import Count
from claimx.schema.labels import Modifier


@dataclass(frozen=True)
class Number:
    """What a count says, its words left aside."""

    modifier: Modifier | None
    value: int | None = None
    min: int | None = None
    max: int | None = None

    def __str__(self) -> str:
        return f"{self.modifier} {self.value} [{self.min}..{self.max}]"


def number_of(count: Count) -> Number:
    return Number(count.modifier, count.value, count.min, count.max)


def exact(value: int) -> Number:
    return Number("exact", value, value, value)


def at_least(value: int) -> Number:
    return Number("at_least", value, value)


def more_than(value: int) -> Number:
    return Number("more_than", value, value)


def at_most(value: int) -> Number:
    return Number("at_most", value, None, value)


def less_than(value: int) -> Number:
    return Number("less_than", value, None, value)


def about(value: int) -> Number:
    return Number("about", value)


def nearly(value: int) -> Number:
    return Number("nearly", value, None, value)


def between(low: int, high: int) -> Number:
    return Number("range", None, low, high)


def none() -> Number:
    return Number("none", 0, 0, 0)


def indefinite(floor: int) -> Number:
    return Number("indefinite", None, floor)
