"""One date of a time expression, of whatever construction, with the years that joined dates share."""

from dataclasses import replace

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.arithmetic import days_after
from claimx.normalize.times.calendar import read_calendar
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.deictic import read_before_last, read_deictic
from claimx.normalize.times.duration import read_duration
from claimx.normalize.times.parts import read_part
from claimx.normalize.times.relative import read_relative
from claimx.normalize.times.span import Match, Span, Unit
from claimx.normalize.times.tokens import Tokens, word_at
from claimx.normalize.times.words import DAYPARTS


def read_date(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """A simple date at place ``i``: of the calendar or pointing from the publication date."""
    return read_calendar(tokens, i, anchor) or read_deictic(tokens, i, anchor)


def read_point(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """The date at place ``i``, or None; constructions that hold a date are tried before the date itself."""
    return (
        read_part(tokens, i, anchor, _read_dated)
        or read_before_last(tokens, i, anchor.published)  # before "the week before", which is relative
        or read_relative(tokens, i, anchor, read_date)
        or _not_duration(read_deictic(tokens, i, anchor), tokens, i, anchor)
        or read_duration(tokens, i, anchor, _read_dated)
        or read_calendar(tokens, i, anchor)
    )


def _read_dated(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """A date that others may be part of or counted from: the simple ones, parts of them, and "that year"."""
    return (
        read_part(tokens, i, anchor, read_date)
        or read_relative(tokens, i, anchor, read_date)
        or read_date(tokens, i, anchor)
    )


def _not_duration(match: Match | None, tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """``match`` unless a longer length of time starts here ("the last month": "the last" is no weekend)."""
    if match is None:
        return None
    longer = read_duration(tokens, i, anchor, read_date)
    dated = read_calendar(tokens, i, anchor)
    return max((m for m in (match, longer, dated) if m), key=lambda m: m.end)


def skip_daytime(tokens: Tokens, i: int) -> int:
    """The place after the parts of the day and clock times at ``i`` ("night", "at 10 p.m.")."""
    while True:
        j = i + 1 if word_at(tokens, i) in ("at", "about", "around") else i
        end = skip_clock(tokens, j) or (j + 1 if word_at(tokens, j) in DAYPARTS else None)
        if end is None:
            return i
        i = end


def share_year(left: Span, right: Span) -> tuple[Span, Span]:
    """``left`` and ``right`` (in the order of the text and of time), one giving its year to the other.

    "between January and March 2017": the year of the right is that of the left; "from late 2016 to February":
    the right is the first February after; both without a year: the left is the last one before the right.
    """
    if left.in_year and right.earliest:
        left = _in_order(left, right.earliest.year, -1, right) or left
    elif right.in_year and left.earliest:
        right = _in_order(right, left.earliest.year, 1, left) or right
    weekdays = left.unit == right.unit == Unit.DAY and left.earliest and right.earliest
    if weekdays and left.earliest and right.earliest and 0 < (left.earliest - right.earliest).days < 7:
        back = days_after(left.earliest, -7)  # "from Monday to Wednesday" on a Tuesday
        left = replace(left, earliest=back, latest=back)
    return left, right


def _in_order(span: Span, year: int, step: int, other: Span) -> Span | None:
    """``span`` in ``year``, or in the one beside it where it would stand on the wrong side of ``other``."""
    if span.in_year is None:
        return None
    found = span.in_year(year)
    if found and found.earliest and other.earliest and (found.earliest - other.earliest).days * step < 0:
        found = span.in_year(year + step)
    return found
