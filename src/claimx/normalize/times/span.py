"""Spans of days: what a piece of a time expression means, and its EDTF form."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from claimx.normalize.times.arithmetic import Period, month_of, year_of


class Unit(IntEnum):
    """How fine a span is; smaller is finer."""

    NONE = 0
    DAY = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    YEAR = 5
    DECADE = 6
    PERIOD = 7


@dataclass(frozen=True, slots=True)
class Span:
    """An inclusive span of days; either end may be unknown.

    Attributes:
        earliest: first day, or None when unknown.
        latest: last day, or None when unknown or still open.
        edtf: EDTF form of what is known ("XXXX-05-12"), or None when nothing is.
        unit: how fine the expression is.
        in_year: for an expression without a year, the span that it has in a given year (None where that year
            lacks it: 29 February); None when the year was stated.
        turn: the one day it stands for as the end of a longer span ("since mid-2013": 1 July), or None.
        duration: a bare length of time ("five months"), which yields to any stated date beside it.
        calendar: a day, month or year by name, not one that points from the publication date.
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None
    unit: Unit = Unit.PERIOD
    in_year: "Callable[[int], Span | None] | None" = None
    turn: date | None = None
    duration: bool = False
    calendar: bool = False

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.earliest is not None or self.latest is not None


class Match(NamedTuple):
    """A span read from tokens, and the place after its last token."""

    span: Span
    end: int


# Read, but no date that can be known: it relates to a date that is not given, or to an event.
UNKNOWN = Span()
# Read, and no date at all: 30 February.
IMPOSSIBLE = Span(unit=Unit.NONE)


#: EDTF of a year that is not told.
SOME_YEAR = "XXXX"


def period(bounds: Period, unit: Unit = Unit.PERIOD, edtf: str | None = None) -> Span:
    """The span of ``bounds``, with its EDTF form unless one is given."""
    return Span(*bounds, edtf or edtf_of(*bounds), unit)


def day_span(day: date) -> Span:
    """The span of one day."""
    return Span(day, day, day.isoformat(), Unit.DAY)


def until(day: date | None, start: date | None = None) -> Span:
    """From ``start`` (None: unknown) to ``day`` (None: still open)."""
    return Span(start, day, edtf_of(start, day))


def edtf_of(earliest: date | None, latest: date | None) -> str | None:
    """EDTF of an inclusive span: the shortest of year, month, day or an interval of two of them.

    Library of Congress EDTF (2019), adopted as ISO 8601-2:2019: "2014/2016", "2014-05-03/..", and an empty
    end for an unknown one.
    """
    if earliest is None:
        return f"/{latest.isoformat()}" if latest else None
    if latest is None:
        return f"{earliest.isoformat()}/.."
    width = 4 if _whole(earliest, latest, year_of) else 7 if _whole(earliest, latest, month_of) else 10
    first, last = earliest.isoformat()[:width], latest.isoformat()[:width]
    return first if first == last else f"{first}/{last}"


def edtf_between(first: str | None, last: str | None) -> str | None:
    """EDTF from the start of one partial date to the end of another, or None where either is not known.

    An end of which nothing is known beside "XXXX-05-12" is written "XXXX", a year that is not told: level 2 intervals
    have unspecified years at either end, and readers of EDTF take no "..", which is level 1, beside one.
    """
    if not first or not last:
        return None
    return f"{first.split('/')[0]}/{last.split('/')[-1]}"


def _whole(earliest: date, latest: date, unit_of: Callable[[date], Period]) -> bool:
    return unit_of(earliest)[0] == earliest and unit_of(latest)[1] == latest


def hull(spans: list[Span]) -> Span:
    """The shortest span over all of ``spans``, which have both ends."""
    earliest = min(s.earliest for s in spans if s.earliest)
    latest = max(s.latest for s in spans if s.latest)
    return Span(earliest, latest, edtf_of(earliest, latest), max(s.unit for s in spans))


def each_year(
    in_year: "Callable[[int], Span | None] | None", change: "Callable[[Span], Span]"
) -> "Callable[[int], Span | None] | None":
    """``in_year`` with ``change`` applied to what it gives."""
    if in_year is None:
        return None

    def changed(year: int) -> Span | None:
        span = in_year(year)
        return change(span) if span else None

    return changed


def turned(span: Span, turn: date | None) -> Span:
    """``span`` with its turn day set."""
    return replace(span, turn=turn)
