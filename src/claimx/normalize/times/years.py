"""Years, decades and centuries, stated ("2017", "'89", "the 1980s") or relative ("of last year")."""

from datetime import date
from typing import NamedTuple

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.arithmetic import months_of
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.numbers import read_ordinal
from claimx.normalize.times.span import Match, Span, Unit, period
from claimx.normalize.times.tokens import Tokens, number_at, skip, take, word_at
from claimx.normalize.times.words import DECADE_NAMES, FIRST_YEAR, LAST_YEAR

_MARKS = frozenset({"(", ")", "-", "–", "—", ",", ".", ";", ":", "at"})
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "preceding": -1,
           "this": 0, "same": 0, "that": 0, "current": 0,
           "next": 1, "following": 1, "coming": 1}  # fmt: skip


class Year(NamedTuple):
    """A year and the place after it; ``value`` is None where it is relative to an unknown date."""

    value: int | None
    end: int


def pivot(two_digits: int) -> int:
    """The year of a two-digit one: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (POSIX strptime)."""
    return two_digits + (1900 if two_digits >= 69 else 2000)


def at_end_of_date(tokens: Tokens, i: int) -> bool:
    """Whether the text, or this piece of it, ends at place ``i``."""
    return i >= len(tokens) or word_at(tokens, i) in _MARKS


def short_year(tokens: Tokens, i: int, least: int = 0) -> Year | None:
    """The two-digit year after a day and month: "89", "'89", "05" at the end of the date."""
    j = skip(tokens, i, {"'", "’"})
    number = number_at(tokens, j)
    if number is None or len(tokens[j].word) != 2 or number < least or word_at(tokens, j + 1) == ":":
        return None
    # A number that could be a day, an hour or a toll ("12 MAY 15 PEOPLE") is a year only at the date's end.
    if j > i or number >= 60 or at_end_of_date(tokens, j + 1):
        return Year(pivot(number), j + 1)
    return None


def stated_year(tokens: Tokens, i: int) -> Year | None:
    """The four-digit year at place ``i``, or None."""
    number = number_at(tokens, i)
    if number is None or len(tokens[i].word) != 4 or not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    if skip_clock(tokens, i) or _ends_numeric_date(tokens, i):
        return None
    return Year(number, i + 1)


def _ends_numeric_date(tokens: Tokens, i: int) -> bool:
    """Whether the year at ``i`` ends a date in digits ("14/05/2015"), which is not for this grammar."""
    glued = i >= 2 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 1].end == tokens[i].start
    return glued and word_at(tokens, i - 1) in ("/", ".", "-") and len(str(number_at(tokens, i - 2) or 9999)) <= 2


def read_year_phrase(tokens: Tokens, i: int, anchor: Anchor) -> Year | None:
    """The year of a date before it: "2019", "last year", "this year", "the year", "the following year"."""
    stated = stated_year(tokens, i)
    if stated:
        return stated
    i = skip(tokens, i, {"the", "that"} if word_at(tokens, i + 1) in _SHIFTS else {"the"})
    if word_at(tokens, i) == "year":
        base, shift, end = anchor.published or anchor.before.year, 0, i + 1
    elif word_at(tokens, i) in _SHIFTS and word_at(tokens, i + 1) == "year":
        shift, end = _SHIFTS[word_at(tokens, i)], i + 2
        of_text = word_at(tokens, i) in ("same", "that", "previous", "preceding", "following")
        base = anchor.before.year if of_text else anchor.published
    else:
        return None
    return Year(base.year + shift if base else None, end)


def whole_year(year: int) -> Span:
    """The span of a calendar year."""
    return period((date(year, 1, 1), date(year, 12, 31)), Unit.YEAR)


def read_year(tokens: Tokens, i: int) -> Match | None:
    """A stated year ("2017", "'89", "2014-15"), decade ("1980s", "the eighties") or century at ``i``."""
    decade = _read_decade(tokens, i) or _read_century(tokens, i)
    if decade:
        return decade
    if word_at(tokens, i) in ("'", "’"):
        short = short_year(tokens, i)
        return Match(whole_year(short.value or 0), short.end) if short else None
    year = stated_year(tokens, i)
    if year is None or year.value is None:
        return None
    # "2014-15", "2008/09" are the two years from the first on, not the month that ISO 8601 would read.
    second = number_at(tokens, i + 2)
    if word_at(tokens, i + 1) in ("-", "–", "/") and second is not None and len(tokens[i + 2].word) == 2:
        if (second > year.value % 100 and second > 12) or second == (year.value + 1) % 100:
            last = year.value - year.value % 100 + second
            return Match(period((date(year.value, 1, 1), date(max(last, year.value), 12, 31))), i + 3)
        if 1 <= second <= 12 and word_at(tokens, i + 1) == "-":
            return Match(period(months_of(year.value, second, 1), Unit.MONTH), i + 3)
    return Match(whole_year(year.value), year.end)


def _decade(first: int) -> Span:
    return period((date(first, 1, 1), date(first + 9, 12, 31)), Unit.DECADE, f"{first // 10}X")


def _read_decade(tokens: Tokens, i: int) -> Match | None:
    name = DECADE_NAMES.get(word_at(tokens, i))
    if name is not None:
        return Match(_decade(1900 + name), i + 1)
    j = skip(tokens, i, {"'", "’"})
    number = number_at(tokens, j)
    if number is None or number % 10 or word_at(tokens, skip(tokens, j + 1, {"'", "’"})) != "s":
        return None
    end = skip(tokens, j + 1, {"'", "’"}) + 1
    if FIRST_YEAR <= number < LAST_YEAR:
        return Match(_decade(number), end)
    if len(tokens[j].word) == 2:
        return Match(_decade(1900 + number if number >= 20 else 2000 + number), end)
    return None


def _read_century(tokens: Tokens, i: int) -> Match | None:
    ordinal = read_ordinal(tokens, i)
    end = take(tokens, skip(tokens, ordinal.end, {"-"}), "century") if ordinal else None
    if ordinal is None or end is None or not ordinal.value or not 10 <= ordinal.value <= 21:
        return None
    first = 100 * ordinal.value - 99
    return Match(period((date(first, 1, 1), date(first + 99, 12, 31)), Unit.PERIOD), end)
