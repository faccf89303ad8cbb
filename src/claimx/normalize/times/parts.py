"""Parts of a month, year or other span: "early 2017", "mid-March", "the first six months of the year"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimx.normalize.times.anchor import Anchor, Reader
from claimx.normalize.times.arithmetic import Period, days_after, month_of, months_after, week_of, year_of
from claimx.normalize.times.distance import half_after, shift
from claimx.normalize.times.holidays import nth_weekday
from claimx.normalize.times.numbers import read_count, read_ordinal
from claimx.normalize.times.span import UNKNOWN, Match, Span, Unit, day_span, each_year, period
from claimx.normalize.times.tokens import Tokens, skip, word_at
from claimx.normalize.times.words import UNITS, WEEKDAYS

_PORTIONS = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "start": "start", "beginning": "start",
    "outset": "start", "end": "end", "close": "end",
}  # fmt: skip
_LINKS = frozenset({"of", "in", "the", "-", "–", "to"})
_WEEK_RELATIONS = {"of": 0, "beginning": 1, "starting": 1, "from": 1, "ending": -1, "ended": -1, "to": -1}
_DAYS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_MONTHS_OF_YEAR = {"early": (0, 4), "mid": (4, 4), "late": (8, 4), "start": (0, 1), "end": (11, 1)}
_MANY_YEARS = 365 * 20  # the parts of a century are whole years
_YEARS_OF_DECADE = {"early": (0, 4), "mid": (4, 3), "late": (7, 3), "start": (0, 1), "end": (9, 1)}


def read_part(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """The part of a date at place ``i`` with its date, or None."""
    j = skip(tokens, i, {"the"})
    if word_at(tokens, j) == "very":
        j += 1
    return (
        _read_portion(tokens, j, anchor, read_date)
        or _read_pieces(tokens, j, anchor, read_date)
        or _read_week_of(tokens, j, anchor, read_date)
    )


def _operand(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """The date at ``i``, past "of the"; "the year" needs its article, so each start is tried."""
    end = skip(tokens, i, _LINKS)
    for j in range(i, end + 1):
        match = read_date(tokens, j, anchor)
        if match:
            return match
    return None


def _applied(match: Match, change: "Callable[[Span], Span | None]") -> Match:
    """``change`` of the whole unit that ``match`` is in, for this year and (without a year) any other."""

    def part(span: Span) -> Span:
        if span.earliest is None or span.latest is None:
            return span
        whole = {Unit.YEAR: year_of, Unit.MONTH: month_of, Unit.WEEK: week_of}.get(span.unit)
        first, last = whole(span.earliest) if whole else (span.earliest, span.latest)
        return change(replace(span, earliest=first, latest=last)) or UNKNOWN

    return Match(replace(part(match.span), in_year=each_year(match.span.in_year, part)), match.end)


def _read_portion(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    portion = _PORTIONS.get(word_at(tokens, i))
    if portion is None:
        return None
    if word_at(tokens, i) not in ("early", "mid", "late") and word_at(tokens, i + 1) not in ("of", "to"):
        return None  # "the end" alone
    match = _operand(tokens, i + 1, anchor, read_date)
    if match is None or match.span.unit == Unit.DAY or match.span.duration:
        return match
    return _applied(match, lambda span: _portion_of(span, portion))


def _portion_of(span: Span, portion: str) -> Span | None:
    """Early, middle or late part of ``span``.

    Thirds throughout: days 1-10, 11-20 and 21-end of a month (as the annotation reads "late January"), the
    quadrimesters of a year (EDTF level 2 codes 37 to 39), years 0-3, 4-6 and 7-9 of a decade, 33 years of a
    century.
    """
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return None
    if span.unit == Unit.MONTH:
        start, end = _DAYS_OF_MONTH.get(portion, (1, 10) if portion == "start" else (21, 31))
        bounds = first.replace(day=start), first.replace(day=min(end, last.day))
        turn = first.replace(day=15)
    elif span.unit == Unit.YEAR:
        start, count = _MONTHS_OF_YEAR[portion]
        bounds = _months(first, start, count)
        turn = first.replace(month=7)
    elif span.unit == Unit.DECADE:
        start, count = _YEARS_OF_DECADE[portion]
        bounds = date(first.year + start, 1, 1), date(first.year + start + count - 1, 12, 31)
        turn = date(first.year + 5, 1, 1)
    elif (last - first).days > _MANY_YEARS:
        third = (last.year - first.year + 1) // 3
        at = {"early": 0, "start": 0, "mid": third, "late": 2 * third, "end": 2 * third}[portion]
        final = last.year if portion in ("late", "end") else first.year + at + third - 1
        bounds = date(first.year + at, 1, 1), date(final, 12, 31)
        turn = bounds[0]
    else:
        third = max(((last - first).days + 1) // 3, 1)
        at = {"early": 0, "start": 0, "mid": third, "late": 2 * third, "end": 2 * third}[portion]
        bounds = (
            days_after(first, at),
            last if portion in ("late", "end") else days_after(first, at + third - 1),
        )
        turn = bounds[0]
    turns = {"mid": turn, "start": first, "end": last}
    return replace(period(bounds, span.unit), turn=turns.get(portion))


def _months(first: date, start: int, count: int) -> Period:
    begin = months_after(first, start)
    return begin, month_of(months_after(begin, count - 1))[1]


def _read_pieces(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """Read "first six months of", "second half of", "third quarter of", "last days of", "2d week of"."""
    from_end = word_at(tokens, i) in ("last", "final", "closing")
    ordinal = None if from_end else read_ordinal(tokens, i)
    if not from_end and (ordinal is None or not ordinal.value):
        return None
    rank, j = (1, i + 1) if ordinal is None or not ordinal.value else (ordinal.value, ordinal.end)
    count = read_count(tokens, j)
    number, j = (count.value, count.end) if count else (1, j)
    noun = word_at(tokens, j)
    if noun in WEEKDAYS and count is None:
        return _read_nth_weekday(tokens, j, anchor, read_date, -1 if from_end else rank)
    unit = "half" if noun == "half" else UNITS.get(noun)
    if unit is None:
        return None
    if number == 1 and count is None and noun.endswith("s"):
        number = 7 if unit == "day" else None  # "the last days of January": its last week
    # "last year in May", "last week in Kabul" are no parts of May or Kabul.
    links = ("of",) if from_end and count is None else ("of", "in")
    if word_at(tokens, j + 1) not in links:
        # "the first 20 days" and nothing that they are part of; "last three months" is a rolling period.
        return Match(UNKNOWN, len(tokens)) if ordinal and count and rank == 1 else None
    match = _operand(tokens, j + 1, anchor, read_date)
    if match is None or match.span.unit == Unit.DAY or match.span.duration:
        return None if from_end else Match(UNKNOWN, len(tokens))
    if number is None or (count and rank != 1):
        return Match(UNKNOWN, match.end)
    half = count is not None and count.half
    return _applied(match, lambda span: _pieces_of(span, rank, number or 1, unit, from_end, half))


def _read_nth_weekday(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader, rank: int) -> Match | None:
    """Read the "Sunday of May" of "the second Sunday of May"."""
    weekday = WEEKDAYS[word_at(tokens, i)]
    match = _operand(tokens, i + 2, anchor, read_date) if word_at(tokens, i + 1) in ("of", "in") else None
    if match is None or match.span.unit != Unit.MONTH:
        return None

    def nth(span: Span) -> Span | None:
        if span.earliest is None:
            return None
        day = nth_weekday(span.earliest.year, span.earliest.month, weekday, rank)
        return day_span(day) if day.month == span.earliest.month else None

    return _applied(match, nth)


def _read_week_of(tokens: Tokens, i: int, anchor: Anchor, read_date: Reader) -> Match | None:
    """Read "the week of 10 May" (Monday to Sunday), "the week beginning 10 May", "the week ending 16 May"."""
    relation = _WEEK_RELATIONS.get(word_at(tokens, i + 1))
    if word_at(tokens, i) != "week" or relation is None:
        return None
    match = read_date(tokens, skip(tokens, i + 2, {"on"}), anchor)
    if match is None or match.span.unit != Unit.DAY:
        return None

    def week(span: Span) -> Span | None:
        day = span.earliest
        if day is None or span.latest != day:
            return None
        if relation == 0:
            return period(week_of(day), Unit.WEEK)
        return period((day, days_after(day, 6)) if relation > 0 else (days_after(day, -6), day), Unit.WEEK)

    applied = _applied(match, week)
    return Match(replace(applied.span, edtf=applied.span.edtf if applied.span.dated else None), applied.end)


def _pieces_of(span: Span, rank: int, number: int, unit: str, from_end: bool, half: bool) -> Span | None:
    """``number`` units (and a half) of ``span`` from the ``rank``-th on, or its last ones."""
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return None
    if from_end:
        bounds = shift(days_after(last, 1), -number, unit), last
    else:
        begin = shift(first, number * (rank - 1), unit) if rank > 1 else first
        end = days_after(shift(begin, number, unit), -1)
        bounds = begin, half_after(end, unit) if half else end
    if bounds[0] < first or bounds[0] > last:
        return None
    return period((bounds[0], min(bounds[1], last)))
