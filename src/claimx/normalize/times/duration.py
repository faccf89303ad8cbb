"""Lengths of time up to publication: "over the past five months", "the last 24 hours", "six-year"."""

from dataclasses import replace
from datetime import date

from claimx.normalize.times.anchor import Anchor, Reader
from claimx.normalize.times.arithmetic import days_after
from claimx.normalize.times.distance import half_before, shift
from claimx.normalize.times.numbers import read_count, read_ordinal
from claimx.normalize.times.span import Match, Span, period, until
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import UNITS, VAGUE

_BARE = Span(duration=True)
_LEADS = ("for", "over", "within", "during")
_DIRECTIONS = ("last", "past", "previous", "preceding")


def read_duration(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """The length of time at place ``i`` as the span of days that ends with publication, or None."""
    return (
        _read_so_far(tokens, i, anchor)
        or _read_past(tokens, i, anchor)
        or _read_nth_day(tokens, i, anchor)
        or _read_bare(tokens, i, anchor, read_date)
    )


def _read_so_far(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "so far", "to date": all that came before publication, unless a date beside it tells from when."""
    for words in (("so", "far"), ("thus", "far"), ("to", "date"), ("until", "now"), ("up", "to", "now")):
        end = take(tokens, i, *words)
        if end is not None:
            return Match(replace(until(anchor.published), duration=True), end)
    end = take(tokens, i, "year", "to", "date")
    if end is not None:
        day = anchor.published
        return Match(period((date(day.year, 1, 1), day)) if day else until(None), end)
    return None


def _read_past(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "the past five months", "last 24 hours", "past year", "recent weeks", "the last month"."""
    j = skip(tokens, i, {"the", "this", "these"})
    if word_at(tokens, j) == "recent" and word_at(tokens, j + 1) in UNITS:
        return Match(until(anchor.published), j + 2)
    if word_at(tokens, j) not in _DIRECTIONS:
        return None
    count = read_count(tokens, j + 1)
    # "last month" is the calendar month; "the last month" and "the past month" are the month up to now.
    rolling = word_at(tokens, j) == "past" or (word_at(tokens, j) == "last" and word_at(tokens, i) == "the")
    if count is None and not rolling:
        return None
    number, end = (count.value, count.end) if count else (1, j + 1)
    end = skip(tokens, end, {"-", "consecutive", "full"})
    unit = UNITS.get(word_at(tokens, end))
    if unit is None or (count is None and word_at(tokens, end) in ("night", "minute", "second")):
        return None
    if count is None and word_at(tokens, end).endswith("s"):
        number = None
    return Match(_up_to(anchor.published, number, unit), end + 1)


def _read_nth_day(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "a fifth day", "the third consecutive day": that many days up to publication."""
    ordinal = read_ordinal(tokens, i + 1) if word_at(tokens, i) in ("a", "the") else None
    if ordinal is None or not ordinal.value:
        return None
    end = skip(tokens, ordinal.end, {"consecutive", "straight", "successive"})
    if word_at(tokens, end) != "day" or (word_at(tokens, i) == "the" and end == ordinal.end):
        return None
    return Match(_up_to(anchor.published, ordinal.value - 1, "day"), end + 1)


def _up_to(day: date | None, number: int | None, unit: str) -> Span:
    if day is not None and number is None and unit in ("hour", "minute"):
        number = 1  # "the past few hours" reach back into the day before at most
    if day is None or number is None:
        return until(day)
    return period((shift(day, -number, unit), day))


def _read_bare(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """Read "five months", "six-year", "more than two years from mid-2013", "several weeks"."""
    count = read_count(tokens, i)
    if count is None and take(tokens, i, "the", "year"):
        return _read_placed(tokens, i + 2, 1, "year", anchor, read_date)
    if count is None:
        # "for decades", "days": no number, and no date either.
        word = word_at(tokens, i)
        return Match(_BARE, i + 1) if word in UNITS and word.endswith("s") and word != "hours" else None
    j = skip(tokens, count.end, {"-", "consecutive", "full", "straight"})
    unit = UNITS.get(word_at(tokens, j))
    if unit is None or (word_at(tokens, j + 1) == "-" and word_at(tokens, j + 2) == "old"):
        return None
    end = skip(tokens, j + 1, {"-", "long", "period", "span"})
    if word_at(tokens, end) == "old":
        return None
    # "a year" without "for" is mostly a rate.
    rate = word_at(tokens, i) == "a" and unit == "year" and word_at(tokens, i - 1) not in _LEADS
    if count.value in (None, 1) and (unit in ("day", "minute") or word_at(tokens, i) in VAGUE or rate):
        return Match(replace(until(anchor.published), duration=True) if count.value is None else _BARE, end)
    placed = _read_placed(tokens, end, count.value, unit, anchor, read_date) if count.value else None
    if placed:
        return placed
    day = half_before(anchor.published, unit) if anchor.published and count.half else anchor.published
    span = _up_to(day, count.value, unit)
    if count.half and span.earliest and anchor.published:
        span = period((span.earliest, anchor.published))
    return Match(replace(span, duration=True), end)


def _read_placed(tokens: Tokens, i: int, count: int, unit: str, anchor: Anchor, read_date: Reader) -> Match | None:
    """A length of time whose start or end is told: "12 months to April 2016", "two years from mid-2013"."""
    if word_at(tokens, i) == "from":
        start = read_date(tokens, i + 1, anchor)
        day = (start.span.turn or start.span.earliest) if start else None
        return Match(period((day, shift(day, count, unit))), start.end) if start and day else None
    ended = next((j for j in range(i, len(tokens)) if word_at(tokens, j) in ("ended", "ending")), None)
    if ended is None and word_at(tokens, i) in ("to", "until", "through"):
        ended = i
    last = read_date(tokens, skip(tokens, ended + 1, {"on", "in"}), anchor) if ended is not None else None
    if last is None or last.span.latest is None:
        return None
    if unit in ("month", "year"):  # whole months: 12 months to the end of April begin on 1 May
        return Match(period((shift(days_after(last.span.latest, 1), -count, unit), last.span.latest)), last.end)
    return Match(_up_to(last.span.latest, count, unit), last.end)
