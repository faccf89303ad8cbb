"""Dates of the calendar: "12 May 2019", "MAY 12", "16 and 17 July", "March 2016", "summer of 2014"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimx.normalize.times.anchor import Anchor, most_recent
from claimx.normalize.times.arithmetic import Period, months_of
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.holidays import (
    EVENTS,
    NAMES,
    by_first_word,
    holiday_in_year,
    holiday_weekend,
    unknown_year,
)
from claimx.normalize.times.names import looks_like_date, month_at, month_in_year, season_in_year
from claimx.normalize.times.numbers import read_ordinal
from claimx.normalize.times.span import IMPOSSIBLE, Match, Span, Unit, day_span, hull, period
from claimx.normalize.times.tokens import Tokens, number_at, skip, word_at
from claimx.normalize.times.words import (
    DAYPARTS,
    DECADE_NAMES,
    MONTHS,
    ORDINAL_ENDINGS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    words,
)
from claimx.normalize.times.years import at_end_of_date, read_year, read_year_phrase, short_year

_JOINTS = frozenset({",", "and", "or", "&", "-", "–", "—", "to", "through", "until", "till"})
_OF = frozenset({",", "of", "in", "during", ".", "-", "/", "'", "’", "s"})
_HOLIDAYS, _EVENTS = by_first_word(NAMES), by_first_word(EVENTS)
# What a calendar date begins with, where that is no number: hardly a word of running text is one of these.
_BEGINNINGS = words("twenty thirty q ' ’").union(DECADE_NAMES, MONTHS, ORDINALS, SEASONS, WEEKDAYS, _HOLIDAYS, _EVENTS)


def read_calendar(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """The calendar date at place ``i``, or None; one without a year is resolved by ``most_recent``."""
    word = word_at(tokens, i)
    if word not in _BEGINNINGS and not word.isdecimal():
        return None
    match = _read(tokens, i, anchor)
    if match is None or match.span is IMPOSSIBLE:
        return match
    return Match(replace(match.span, calendar=True), match.end)


def _read(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    for read in (_read_iso, _read_year_first, read_year, _read_event):
        match = read(tokens, i)
        if match:
            return match
    for read_part in (
        _read_holiday,
        _read_weekday_date,
        _read_day_month,
        _read_month,
        _read_season,
        _read_quarter,
    ):
        match = read_part(tokens, i)
        if match:
            return with_year(match, tokens, anchor)
    return None


def with_year(match: Match, tokens: Tokens, anchor: Anchor) -> Match:
    """``match`` in the year that follows it ("of 2019", "last year"), else in its most recent year."""
    span, end = match
    if span.in_year is None:
        return match
    after = skip(tokens, end, _OF)
    year = read_year_phrase(tokens, after, anchor)
    if year is None and _is_strange_year(tokens, after, directly=after == end):
        return Match(IMPOSSIBLE, after + 1)
    if year is None:
        return Match(most_recent(span, anchor), end)
    if year.value is None:  # it has a year of its own, which is not known
        return Match(replace(span, in_year=None), year.end)
    found = span.in_year(year.value)
    return Match(found or IMPOSSIBLE, year.end)


def _is_strange_year(tokens: Tokens, i: int, directly: bool) -> bool:
    """Whether a year stands at ``i`` that no news is of: 30000, 3000, or 1453, which may be a clock time too."""
    word = word_at(tokens, i)
    if not word.isdecimal() or len(word) < 4 or not at_end_of_date(tokens, i + 1):
        return False
    return skip_clock(tokens, i) is None or (directly and word.startswith("1"))


def _yearless(in_year: Callable[[int], Span | None], unit: Unit, edtf: str | None) -> Span:
    return Span(None, None, edtf, unit, in_year)


def _read_iso(tokens: Tokens, i: int) -> Match | None:
    """Read "2019-05-12" and "2019/05/12": year, month and day in the order of ISO 8601."""
    year, month, day = (number_at(tokens, i + k) for k in (0, 2, 4))
    mark = word_at(tokens, i + 1)
    if year is None or month is None or day is None or year < 1000:
        return None
    if mark not in ("-", "/", ".") or word_at(tokens, i + 3) != mark:
        return None
    return Match(_day(year, month, day) or IMPOSSIBLE, i + 5)


def _read_year_first(tokens: Tokens, i: int) -> Match | None:
    """Read "2017 May 5", "2017 New Year's Day": a year and directly a date without one."""
    year = read_year(tokens, i)
    if year is None or year.span.unit != Unit.YEAR or year.span.earliest is None:
        return None
    j = skip(tokens, year.end, {",", "on", "in"})
    for read in (_read_holiday, _read_day_month, _read_month, _read_season):
        match = read(tokens, j)
        if match and match.span.in_year:
            follows = at_end_of_date(tokens, match.end) or read_year(tokens, skip(tokens, match.end, _OF)) is None
            return Match(match.span.in_year(year.span.earliest.year) or IMPOSSIBLE, match.end) if follows else None
    return None


def _read_day_month(tokens: Tokens, i: int) -> Match | None:
    """Days with their month, on either side of it: "16 and 17 July", "May 12", "the 12th of May"."""
    days, j = _read_days(tokens, i)
    if days:
        month = month_at(tokens, skip(tokens, j, {"of", "-", "/"}))
        if month:
            end = skip(tokens, skip(tokens, j, {"of", "-", "/"}) + 1, {"."})
            return _with_short_year(_days_in(days, month), tokens, end)
        return None
    month = month_at(tokens, i)
    if month is None:
        return None
    days, j = _read_days(tokens, skip(tokens, i + 1, {".", "the", ",", "-", "/"}))
    return _with_short_year(_days_in(days, month), tokens, j) if days else None


def _read_weekday_date(tokens: Tokens, i: int) -> Match | None:
    """Read "Thursday, May 5", "Sunday night, the 3rd of June": the weekday only repeats the date."""
    if word_at(tokens, i) not in WEEKDAYS:
        return None
    return _read_day_month(tokens, skip(tokens, i + 1, DAYPARTS | {",", ".", "the", "on"}))


def _read_days(tokens: Tokens, i: int) -> tuple[list[int], int]:
    """Day numbers joined by commas, "and", "to" or a dash, and the place after them."""
    days: list[int] = []
    end, j = i, i
    while True:
        number = number_at(tokens, j)
        ordinal = read_ordinal(tokens, j)
        if number is not None and len(tokens[j].word) <= 2:
            if days and skip_clock(tokens, j):  # "May 3, 12.30 a.m.": not another day
                return days, end
            j += 2 if word_at(tokens, j + 1) in ORDINAL_ENDINGS else 1
            days.append(number)
        elif ordinal and number is None:
            if ordinal.value is not None:
                days.append(ordinal.value)
            j = ordinal.end
        else:
            return days, end
        end, j = j, skip(tokens, j, _JOINTS)
        if j == end:
            return days, end


def _with_short_year(span: Span, tokens: Tokens, end: int) -> Match:
    """``span``, with the two-digit year of a wire dateline ("12 MAY 89") where one follows."""
    year = short_year(tokens, end)
    if year is None or span.in_year is None:
        return Match(span, end)
    return Match(span.in_year(year.value or 0) or IMPOSSIBLE, year.end)


def _days_in(days: list[int], month: int) -> Span:
    """The first to the last of ``days`` of ``month``, or IMPOSSIBLE where the month lacks one."""
    if any(_day(2000, month, day) is None for day in days):  # 2000: a leap year, 29 February may be meant
        return IMPOSSIBLE

    def in_year(year: int) -> Span | None:
        spans = [_day(year, month, day) for day in days]
        found = [span for span in spans if span]
        return None if len(found) < len(spans) else found[0] if len(found) == 1 else hull(found)

    first, last = f"XXXX-{month:02}-{min(days):02}", f"XXXX-{month:02}-{max(days):02}"
    return _yearless(in_year, Unit.DAY, first if first == last else f"{first}/{last}")


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        return day_span(date(year, month, day))
    except ValueError:  # no such day
        return None


def _read_month(tokens: Tokens, i: int) -> Match | None:
    month = month_at(tokens, i)
    if month is None:
        return None
    end = skip(tokens, i + 1, {"."})
    span = _yearless(month_in_year(month), Unit.MONTH, f"XXXX-{month:02}")
    year = short_year(tokens, end, least=70)  # "NOV 89"; "May 32" is no date
    if year:
        return Match(month_in_year(month)(year.value or 0) or IMPOSSIBLE, year.end)
    number = number_at(tokens, end)
    if number is not None and len(tokens[end].word) <= 2 and at_end_of_date(tokens, end + 1):
        return Match(IMPOSSIBLE, end + 1)
    return Match(span, end)


def _read_season(tokens: Tokens, i: int) -> Match | None:
    season = SEASONS.get(word_at(tokens, i))
    if season is None or not (looks_like_date(tokens, i) or word_at(tokens, i - 1) == "the"):
        return None
    return Match(_yearless(season_in_year(season), Unit.SEASON, None), i + 1)


def _read_quarter(tokens: Tokens, i: int) -> Match | None:
    quarter = number_at(tokens, i + 1)
    if word_at(tokens, i) != "q" or quarter is None or not 1 <= quarter <= 4:
        return None
    return Match(_yearless(lambda year: period(months_of(year, 3 * quarter - 2, 3)), Unit.SEASON, None), i + 2)


def _read_holiday(tokens: Tokens, i: int) -> Match | None:
    """Read "Christmas Eve", "New Year's Day", "Labor Day weekend"; "the new year" only after "since"."""
    for name in _HOLIDAYS.get(word_at(tokens, i), ()):
        end = _take_name(tokens, i, name)
        if end is None or (name == ("new", "year") and not (tokens[i].capital or word_at(tokens, 0) == "since")):
            continue
        weekend = skip(tokens, end, {"long"})
        days_of = holiday_weekend if word_at(tokens, weekend) == "weekend" else holiday_in_year

        def in_year(
            year: int, name: tuple[str, ...] = name, days_of: Callable[[tuple[str, ...], int], Period] = days_of
        ) -> Span:
            first, last = days_of(name, year)
            return day_span(first) if first == last else period((first, last), Unit.WEEK)

        if days_of is holiday_weekend:
            return Match(_yearless(in_year, Unit.WEEK, None), weekend + 1)
        return Match(_yearless(in_year, Unit.DAY, unknown_year(name)), end)
    return None


def _read_event(tokens: Tokens, i: int) -> Match | None:
    """Read "the Second World War", "9/11": a happening that needs no date beside its name."""
    for name in _EVENTS.get(word_at(tokens, i), ()):
        end = _take_name(tokens, i, name)
        if end is not None and word_at(tokens, end) != "/":  # 9/11/2016
            days = EVENTS[name]
            return Match(period(days, Unit.DAY if days[0] == days[1] else Unit.PERIOD), end)
    return None


def _take_name(tokens: Tokens, i: int, name: tuple[str, ...]) -> int | None:
    """The place after ``name`` at ``i``, whatever apostrophes and points it is written with."""
    for word in name:
        if word_at(tokens, i) != word:
            return None
        i = skip(tokens, i + 1, {"'", "’", "."})
    return i
