"""Lengths of time back from publication: "two weeks ago", "more than 3 months ago", "half a year ago"."""

from dataclasses import replace
from datetime import date

from claimx.normalize.times.arithmetic import month_of, weekday_until
from claimx.normalize.times.distance import at_distance, half_before, shift
from claimx.normalize.times.numbers import Count, read_count
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, period, until
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import HEDGES, UNITS, WEEKDAYS


def read_ago(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """The "... ago" at place ``i``, or None; without a number or a publication date it is UNKNOWN."""
    while_ago = _read_while_ago(tokens, i, published)
    if while_ago:
        return while_ago
    lead = skip(tokens, i, HEDGES)
    count = read_count(tokens, lead) or Count(None, lead)  # "hours ago"
    unit = UNITS.get(word_at(tokens, count.end))
    half = take(tokens, count.end + 1, "and", "a", "half")  # "a year and a half ago"
    end = half or count.end + 1
    if unit is None or word_at(tokens, end) not in ("ago", "back"):
        return None
    if published and (unit == "minute" or (unit == "hour" and (count.value or 0) <= 24)):
        return Match(day_span(published), end + 1)
    if published is None or count.value is None:
        return Match(UNKNOWN, end + 1)
    return _weeks_from(tokens, end + 1, published, count.value, unit) or Match(
        _ago(published, count.value, unit, bool(half or count.half), {token.word for token in tokens[i:lead]}),
        end + 1,
    )


def _read_while_ago(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "a little while ago" (the day of the news) and "a long time ago" (no date)."""
    if word_at(tokens, i) not in ("a", "not") or word_at(tokens, i + 1) not in ("little", "short", "long"):
        return None
    end = take(tokens, i + 2, "while", "ago") or take(tokens, i + 2, "time", "ago")
    if end is None:
        return None
    return Match(day_span(published) if published and word_at(tokens, i + 1) == "little" else UNKNOWN, end)


def _weeks_from(tokens: Tokens, i: int, published: date, count: int, unit: str) -> Match | None:
    """Read the day that "15 years ago today" or "a week ago Saturday" names after "ago"."""
    if word_at(tokens, i) == "today":
        return Match(day_span(shift(published, -count, unit)), i + 1)
    weekday = WEEKDAYS.get(word_at(tokens, i))
    if weekday is None or unit != "week":
        return None
    return Match(day_span(shift(weekday_until(published, weekday), -count, unit)), i + 1)


def _ago(published: date, count: int, unit: str, half: bool, hedges: set[str]) -> Span:
    if half:
        there = shift(half_before(published, unit), -count, unit)
        span = period(month_of(there), Unit.MONTH)
    else:
        there = shift(published, -count, unit)
        span = at_distance(published, -count, unit)
    if hedges & {"more", "over"}:  # at that time or before it
        return until(there)
    # EDTF level 1: "~" is approximate.
    return replace(span, edtf=f"{span.edtf}~") if hedges else span
