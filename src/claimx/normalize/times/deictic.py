"""Expressions that point from the publication date: "yesterday", "last night", "this week", "last April"."""

from collections.abc import Callable
from datetime import date

from claimx.normalize.times.ago import read_ago
from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.arithmetic import days_after, month_of, months_after, week_of, weekday_until, year_of
from claimx.normalize.times.names import month_at, month_in_year, season_in_year
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, period
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.weekday import read_weekday
from claimx.normalize.times.words import DAYPARTS, DIRECTIONS, MONTHS, SEASONS, UNITS, WEEKDAYS

_DAYS = {
    ("the", "day", "before", "yesterday"): -2, ("day", "before", "yesterday"): -2, ("yesterday",): -1,
    ("today",): 0, ("tonight",): 0, ("tonite",): 0, ("tomorrow",): 1, ("right", "now"): 0, ("now",): 0,
    ("the", "present"): 0, ("at", "present"): 0, ("present", "day"): 0, ("present",): 0,
    ("this", "very", "moment"): 0, ("this", "moment"): 0, ("at", "the", "moment"): 0, ("this", "day"): 0,
}  # fmt: skip
_RECURRING = frozenset({"every", "each", "annually", "yearly", "daily", "monthly", "weekly"})


def read_deictic(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """The expression at place ``i`` that points from the publication date, or None."""
    for read in (_read_day, read_before_last, read_ago, read_weekday, _read_unit, _read_month_or_season):
        match = read(tokens, i, anchor.published)
        if match:
            return match
    return Match(UNKNOWN, i + 1) if word_at(tokens, i) in _RECURRING else None


def _read_day(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "yesterday", "tonight", "last night", "this morning", "overnight"."""
    for words, distance in _DAYS.items():
        end = take(tokens, i, *words)
        if end is not None:
            return Match(day_span(days_after(published, distance)) if published else UNKNOWN, end)
    if word_at(tokens, i) == "overnight":
        # Beside a weekday it is only the part of that day.
        if any(token.word in WEEKDAYS for token in tokens):
            return None
        return Match(period((days_after(published, -1), published)) if published else UNKNOWN, i + 1)
    if word_at(tokens, i) in ("last", "this") and word_at(tokens, i + 1) in DAYPARTS:
        day = days_after(published, -1 if word_at(tokens, i) == "last" else 0) if published else None
        return Match(day_span(day) if day else UNKNOWN, i + 2)
    return None


def read_before_last(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "the week before last", "the summer before last", "the night before last"."""
    noun_at = i + (word_at(tokens, i) == "the")
    noun = word_at(tokens, noun_at)
    end = take(tokens, noun_at + 1, "before", "last")
    if end is None or word_at(tokens, end) in UNITS.keys() | WEEKDAYS.keys() | MONTHS.keys() | SEASONS.keys():
        return None  # "the day before last Friday"
    season = SEASONS.get(noun)
    if published is None:
        return Match(UNKNOWN, end)
    if noun in DAYPARTS:
        return Match(day_span(days_after(published, -2)), end)
    if noun == "weekend":
        saturday = days_after(weekday_until(days_after(published, -2), 5), -7)
        return Match(period((saturday, days_after(saturday, 1)), Unit.WEEK), end)
    if season is not None:
        return Match(_directed_in_year(season_in_year(season), -1, months_after(published, -12)), end)
    if noun not in ("week", "month", "year", "decade", "century"):
        return None
    return Match(_unit(published, -2, noun), end)


def _read_unit(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "last month", "this year", "next week", and "the year" where nothing says which."""
    direction = DIRECTIONS.get(word_at(tokens, i))
    noun = word_at(tokens, i + 1)
    if word_at(tokens, i) == "the" and noun in ("week", "month", "year") and i + 2 == len(tokens):
        direction = 0
    if direction is None or noun not in ("week", "month", "year", "decade", "century"):
        return None
    return Match(_unit(published, direction, noun) if published else UNKNOWN, i + 2)


def _unit(published: date, direction: int, noun: str) -> Span:
    """The calendar week, month, year, decade that ``published`` is in, or the one before or after it."""
    if noun == "week":
        bounds, unit = week_of(days_after(published, 7 * direction)), Unit.WEEK
    elif noun == "month":
        bounds, unit = month_of(months_after(published.replace(day=1), direction)), Unit.MONTH
    elif noun == "year":
        bounds, unit = year_of(months_after(published, 12 * direction)), Unit.YEAR
    else:
        years = 10 if noun == "decade" else 100
        first = (published.year // years + direction) * years
        bounds, unit = (date(first, 1, 1), date(first + years - 1, 12, 31)), Unit.DECADE
    # The days of the running unit that are still to come are no days of the news.
    return period((bounds[0], min(bounds[1], published)) if direction == 0 else bounds, unit)


def _read_month_or_season(tokens: Tokens, i: int, published: date | None) -> Match | None:
    """Read "last April", "this January", "last summer"."""
    direction = DIRECTIONS.get(word_at(tokens, i))
    if direction is None:
        return None
    month = month_at(tokens, i + 1)
    season = SEASONS.get(word_at(tokens, i + 1))
    if month is None and season is None:
        return None
    end = skip(tokens, i + 2, {"."})
    if published is None:
        edtf = f"XXXX-{month:02}" if month else None
        return Match(Span(edtf=edtf, unit=Unit.MONTH if month else Unit.SEASON), end)
    in_year = month_in_year(month) if month else season_in_year(season or 0)
    return Match(_directed_in_year(in_year, direction, published), end)


def _directed_in_year(in_year: Callable[[int], Span], direction: int, published: date) -> Span:
    """The last one wholly past, the one that began last, or the first one to come."""
    spans = [in_year(published.year + k) for k in (1, 0, -1, -2)]
    if direction > 0:
        return [s for s in spans if s.earliest and s.earliest > published][-1]
    ends = [s.latest if direction < 0 else s.earliest for s in spans]
    found = next(span for span, end in zip(spans, ends, strict=True) if end and end <= published)
    if direction == 0 and found.earliest and found.latest and found.latest > published:
        return period((found.earliest, published), found.unit)  # as in _unit
    return found
