"""Lengths of time back from publication: "two weeks ago", "more than 3 months ago", "half a year ago"."""

from dataclasses import replace
from datetime import date

from claimx.normalize.times.arithmetic import days_after, month_of, week_of, weekday_until, year_of
from claimx.normalize.times.distance import at_distance, half_before, shift
from claimx.normalize.times.numbers import Count, read_count
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, period, until
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import HEDGES, UNITS, WEEKDAYS


def read_ago(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """The "... ago" at place ``i``, or None; without a number or a publication date it is UNKNOWN."""
    other = _read_while_ago(tokens, i, published) or _read_named_days_ago(tokens, i, published)
    if other:
        return other
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
    halved = bool(half or count.half)
    start = half_before(published, unit) if halved else published
    return _weeks_from(tokens, end + 1, start, count.value, unit) or Match(
        _ago(published, count.value, unit, halved, {token.word for token in tokens[i:lead]}), end + 1
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
    """Read what "15 years ago today", "two years ago this month" or "a week ago Saturday" name after "ago"."""
    if word_at(tokens, i) == "today":
        return Match(day_span(shift(published, -count, unit)), i + 1)
    there = shift(published, -count, unit)
    if take(tokens, i, "this", "month"):
        return Match(period(month_of(there), Unit.MONTH), i + 2)
    if take(tokens, i, "this", "week"):
        return Match(period(week_of(there), Unit.WEEK), i + 2)
    at = i + (word_at(tokens, i) == "on")
    weekday = WEEKDAYS.get(word_at(tokens, at))
    if weekday is None:
        return None
    if unit != "week":  # "a year ago on Friday" is one of two Fridays
        return Match(at_distance(published, -count, unit), at + 1)
    return Match(day_span(shift(weekday_until(published, weekday), -count, unit)), at + 1)


def _read_named_days_ago(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "two Sundays ago", "three weekends ago"."""
    count = read_count(tokens, i)
    noun = word_at(tokens, count.end) if count else ""
    if count is None or not count.value or not (noun in WEEKDAYS or noun in ("weekend", "weekends")):
        return None
    if word_at(tokens, count.end + 1) != "ago":
        return None
    if published is None:
        return Match(UNKNOWN, count.end + 2)
    last = weekday_until(days_after(published, -1), WEEKDAYS.get(noun, 5))
    day = days_after(last, -7 * (count.value - 1))
    span = day_span(day) if noun in WEEKDAYS else period((day, days_after(day, 1)), Unit.WEEK)
    return Match(span, count.end + 2)


def _ago(published: date, count: int, unit: str, half: bool, hedges: set[str]) -> Span:
    if half:
        there = shift(half_before(published, unit), -count, unit)
        span = period((year_of if unit in ("decade", "century") else month_of)(there), Unit.MONTH)
    else:
        there = shift(published, -count, unit)
        span = at_distance(published, -count, unit)
    if hedges & {"more", "over"}:  # at that time or before it
        return until(there)
    # EDTF level 1: "~" is approximate.
    return replace(span, edtf=f"{span.edtf}~") if hedges else span
