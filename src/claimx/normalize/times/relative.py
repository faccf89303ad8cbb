"""Expressions relative to another date of the text: "the same day", "two days later", "that year"."""

from claimx.normalize.times.anchor import Anchor, Reader, unit_around
from claimx.normalize.times.arithmetic import days_after, months_after, week_of, year_of
from claimx.normalize.times.distance import at_distance
from claimx.normalize.times.numbers import read_count
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, period
from claimx.normalize.times.tokens import Tokens, skip, take, word_at
from claimx.normalize.times.words import DAYPARTS, FILLERS, HEDGES, UNITS

_SAME, _BEFORE, _AFTER = (
    ("same", "very"),
    ("previous", "preceding", "prior"),
    ("following", "next", "ensuing"),
)
_SHIFTS = {word: d for d, words in ((0, _SAME), (-1, _BEFORE), (1, _AFTER)) for word in words}
_LATER = {"later": 1, "afterwards": 1, "afterward": 1, "on": 1, "earlier": -1, "previously": -1}
_RELATIONS = {"after": 1, "following": 1, "before": -1, "prior": -1}
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}


def read_relative(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """The expression at place ``i`` that counts from another date of the text, or None."""
    return (
        _read_then(tokens, i, anchor)
        or _read_the_same(tokens, i, anchor)
        or _read_distance(tokens, i, anchor, read_date)
    )


def _read_then(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    if word_at(tokens, i) == "this" and i + 1 == len(tokens):
        return Match(day_span(anchor.before.last) if anchor.before.last else UNKNOWN, i + 1)
    for words in (("then",), ("that", "time"), ("that", "date"), ("this", "time")):
        end = take(tokens, i, *words)
        if end is not None:
            return Match(day_span(anchor.before.last) if anchor.before.last else UNKNOWN, end)
    return None


def _read_the_same(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """Read "the same day", "that month", "the previous year", "earlier that month", "later the same week"."""
    part = word_at(tokens, i) if word_at(tokens, i) in ("earlier", "later") else ""
    j = skip(tokens, i + 1, {"on", "in"}) if part else i
    that, the = word_at(tokens, j) == "that", word_at(tokens, j) == "the"
    j += that or the
    shift = _SHIFTS.get(word_at(tokens, j), 0 if that else None)
    if shift is None or not (that or the or word_at(tokens, j) in (*_BEFORE, "same", "following")):
        # "early/later in the day" without a date: the day that the text is about.
        if the and part and word_at(tokens, j) == "day":
            return Match(unit_around(anchor.before.day, Unit.DAY) if anchor.before.day else UNKNOWN, j + 1)
        return None
    j += word_at(tokens, j) in _SHIFTS
    noun = "day" if word_at(tokens, j) in DAYPARTS - {"hour", "hours"} else word_at(tokens, j)
    if noun in ("period", "weekend", "season", "summer", "winter"):
        return Match(UNKNOWN, len(tokens))
    unit = _UNITS.get(noun)
    if unit is None or not (shift or that or the or unit):
        return None
    base = anchor.reference(unit)
    if base is None:
        return Match(UNKNOWN, j + 1)
    if unit == Unit.WEEK:
        span = period(week_of(days_after(base, 7 * shift)), unit)
    elif unit == Unit.DAY:
        span = day_span(days_after(base, shift))
    else:
        span = unit_around(months_after(base.replace(day=1), shift * (1 if unit == Unit.MONTH else 12)), unit)
    return Match(_side(span, part, anchor), j + 1)


def _side(span: Span, part: str, anchor: Anchor) -> Span:
    """The part of ``span`` before ("earlier") or after ("later") the day that the text speaks of."""
    day = anchor.before.day
    if not (part and day and span.earliest and span.latest and span.earliest <= day <= span.latest):
        return span
    return period((span.earliest, day) if part == "earlier" else (day, span.latest), span.unit)


def _read_distance(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """Read "two days later", "a year earlier", "the day before", "three weeks after 5 May"."""
    j = skip(tokens, i, HEDGES)
    if word_at(tokens, j) == "the":
        noun = word_at(tokens, j + 1)
        unit, end, count = UNITS.get(noun, "day" if noun in DAYPARTS else None), j + 2, 1
        if unit not in ("day", "week", "month", "year"):
            return None
        number: int | None = count
    else:
        read = read_count(tokens, j)
        if read is None:
            j = j if word_at(tokens, j) in UNITS else -1  # "days later"
            number, end = None, j
        else:
            number, end = read.value, read.end
        end = skip(tokens, end, {"full", "more", "whole"})
        unit, end = UNITS.get(word_at(tokens, end)), end + 1
    if unit is None:
        return None
    word = word_at(tokens, end)
    if word in _LATER and not (word == "on" and end + 1 < len(tokens)):
        direction, end = _LATER[word], end + 1
    elif word in _RELATIONS:
        direction, end = _RELATIONS[word], skip(tokens, end + 1, {"to", "the"})
        operand = read_date(tokens, skip(tokens, end, {"on", "in"}), anchor)
        if operand:
            day = operand.span.latest if direction > 0 else operand.span.earliest
            return Match(at_distance(day, number * direction, unit) if day and number else UNKNOWN, operand.end)
        if skip(tokens, end, FILLERS) < len(tokens):  # before or after a happening: its date is not here
            return Match(UNKNOWN, len(tokens))
    else:
        return None
    known = {"month": Unit.MONTH, "year": Unit.YEAR, "decade": Unit.YEAR}.get(unit, Unit.DAY)
    base = anchor.reference(known)
    if base is None or number is None or unit == "hour":
        return Match(UNKNOWN, end)
    if unit == "year":
        return Match(period(year_of(months_after(base.replace(day=1), 12 * number * direction)), Unit.YEAR), end)
    return Match(at_distance(base, number * direction, unit), end)
