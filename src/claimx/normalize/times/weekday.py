"""Days of the week and of the month: "Friday", "last Friday", "Tuesday last week", "the weekend", "the 14th".

A plain weekday is the last one on or before publication (GUIDELINES, ``time``); "last Friday" said on a
Friday is the Friday before, "next Friday" the one to come.
"""

from datetime import date

from claimx.normalize.times.arithmetic import (
    days_after,
    month_of,
    months_after,
    week_of,
    weekday_after,
    weekday_until,
)
from claimx.normalize.times.names import looks_like_date
from claimx.normalize.times.numbers import read_ordinal
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, period
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import DAYPARTS, DIRECTIONS, FILLERS, UNITS, WEEKDAYS


def read_weekday(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """The weekday, weekend or day of the month at place ``i``, or None."""
    return (
        _read_weekday(tokens, i, published)
        or _read_week_and_weekday(tokens, i, published)
        or _read_weekend(tokens, i, published)
        or _read_day_of_month(tokens, i, published)
    )


def _read_weekday(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "Friday", "last Friday", "this past Sunday", "Wednesday of last week", "Friday last"."""
    j, direction = _read_direction(tokens, i)
    weekday = WEEKDAYS.get(word_at(tokens, j))
    if weekday is None or not (direction is not None or looks_like_date(tokens, j)):
        return None
    end = skip(tokens, j + 1, {"."})
    week = skip(tokens, skip(tokens, end, DAYPARTS), {"of", ","})
    if word_at(tokens, week + 1) == "week" and word_at(tokens, week) in DIRECTIONS:
        return Match(_day_of_week(published, DIRECTIONS[word_at(tokens, week)], weekday), week + 2)
    last = take(tokens, end, "last")
    if last is not None and word_at(tokens, last) not in UNITS:
        direction, end = -1, last
    if published is None:
        return Match(UNKNOWN, end)
    if direction == 1:
        return Match(day_span(weekday_after(published, weekday)), end)
    before = days_after(published, -1) if direction == -1 else published
    return Match(day_span(weekday_until(before, weekday)), end)


def _read_direction(tokens: Tokens, i: int) -> tuple[int, int | None]:
    """The place after "last", "this past", "the next" at ``i``, and the direction: -1, 0, 1 or None."""
    j = i + 1 if word_at(tokens, i) in ("this", "the") and word_at(tokens, i + 1) in DIRECTIONS else i
    direction = DIRECTIONS.get(word_at(tokens, j))
    return (j, None) if direction is None else (j + 1, direction)


def _day_of_week(published: date | None, direction: int, weekday: int) -> Span:
    if published is None:
        return UNKNOWN
    return day_span(days_after(week_of(days_after(published, 7 * direction))[0], weekday))


def _read_week_and_weekday(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "last week on Tuesday"."""
    direction = DIRECTIONS.get(word_at(tokens, i))
    j = skip(tokens, i + 2, {"on", ","})
    weekday = WEEKDAYS.get(word_at(tokens, j))
    if direction is None or weekday is None or word_at(tokens, i + 1) != "week":
        return None
    return Match(_day_of_week(published, direction, weekday), j + 1)


def _read_weekend(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "the weekend" (the Saturday and Sunday that began last), "last weekend" (the one over before)."""
    past = take(tokens, i, "this", "past") or take(tokens, i, "this", "last")
    j, direction = (past, 0) if past else _read_direction(tokens, i)
    j += word_at(tokens, j) in ("the", "that") and direction is None
    if word_at(tokens, j) not in ("weekend", "weekends"):
        return None
    if published is None:
        return Match(UNKNOWN, j + 1)
    saturday = weekday_until(published, 5)
    if direction == -1 and days_after(saturday, 1) >= published:
        saturday = days_after(saturday, -7)
    if direction == 1:
        saturday = weekday_after(published, 5)
    return Match(period((saturday, days_after(saturday, 1)), Unit.WEEK), j + 1)


def _read_day_of_month(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "the 14th" with nothing after it that dates it: the most recent 14th."""
    ordinal = read_ordinal(tokens, i + 1) if word_at(tokens, i) == "the" else None
    if ordinal is None or not ordinal.value or ordinal.value > 31:
        return None
    counts_days = word_at(tokens, ordinal.end) in ("day", "night")  # "the third day" is not the 3rd
    if counts_days or skip(tokens, ordinal.end, DAYPARTS | FILLERS) < len(tokens):
        return None
    if published is None:
        return Match(UNKNOWN, ordinal.end)
    for back in range(12):
        first, last = month_of(months_after(published.replace(day=1), -back))
        if ordinal.value <= last.day and first.replace(day=ordinal.value) <= published:
            return Match(day_span(first.replace(day=ordinal.value)), ordinal.end)
    return None
