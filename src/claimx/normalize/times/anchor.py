"""What a relative expression is relative to: the publication date, and dates the text gave before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from claimx.normalize.times.arithmetic import month_of, year_of
from claimx.normalize.times.span import Match, Span, Unit, day_span, period
from claimx.normalize.times.tokens import Tokens


class References(NamedTuple):
    """The dates that a text gave before an expression.

    Attributes:
        day: the last day that the text gave ("the same day", "two days later", a bare clock time).
        month: a day in the last month that it gave ("the same month").
        year: a day in the last year that it gave ("the following year").
        last: the start of the last date that it gave, however coarse ("since then").
    """

    day: date | None = None
    month: date | None = None
    year: date | None = None
    last: date | None = None


class Anchor:
    """The dates that relative expressions count from.

    Args:
        published: the publication date ("yesterday", "last month", "May 12" without a year).
        find: finds what the text gave before; called where an expression asks for it, which few do.
    """

    def __init__(self, published: date | None = None, find: Callable[[], References] = References):
        self.published = published
        self._find = find

    @cached_property
    def before(self) -> References:
        """The dates that the text gave before."""
        return self._find()

    def reference(self, unit: Unit) -> date | None:
        """The last date of the text that is at least as fine as ``unit``."""
        before = self.before
        return before.day if unit <= Unit.WEEK else before.month if unit == Unit.MONTH else before.year


# A parser of one construction: what stands at a place of the tokens, or None.
Reader = Callable[[Tokens, int, Anchor], Match | None]


def most_recent(span: Span, anchor: Anchor) -> Span:
    """``span``, an expression without a year, in the year that the anchor gives it.

    GUIDELINES (``time``): the most recent one that has begun by the publication date; without a publication
    date its dates stay unknown. (Other years of the text do not help: the annotation mostly leaves such days
    undated.)
    """
    if span.in_year is None:
        return span
    found = None
    if anchor.published:
        # Eight years back: around 1900 and 2100 there is no 29 February for that long.
        for year in range(anchor.published.year, max(anchor.published.year - 9, 0), -1):
            found = span.in_year(year)
            if found and found.earliest and found.earliest <= anchor.published:
                break
            found = None
    if found is None:
        return span
    return replace(found, in_year=span.in_year)


def unit_around(day: date, unit: Unit) -> Span:
    """The day, month or year around ``day``."""
    if unit == Unit.MONTH:
        return period(month_of(day), Unit.MONTH)
    if unit == Unit.YEAR:
        return period(year_of(day), Unit.YEAR)
    return day_span(day)
