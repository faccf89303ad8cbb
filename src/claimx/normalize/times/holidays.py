"""Holidays and wars that news text uses as dates."""

from calendar import FRIDAY, MONDAY, SATURDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY
from collections.abc import Iterable
from datetime import date

from claimx.normalize.times.arithmetic import Period, days_after, weekday_after, weekday_until

# Words as the tokens have them, without apostrophes and points.
_FIXED = {
    "new year s eve": (12, 31), "new years eve": (12, 31), "new year s day": (1, 1), "new years day": (1, 1),
    "new year s": (1, 1), "new year": (1, 1), "valentine s day": (2, 14), "st patrick s day": (3, 17),
    "may day": (5, 1), "juneteenth": (6, 19), "fourth of july": (7, 4), "bastille day": (7, 14),
    "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
# Days from Easter Sunday.
_EASTER = {
    "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0,
    "easter monday": 1, "easter": 0, "ash wednesday": -46,
}  # fmt: skip
# Month, weekday, and which one of the month: the first is 1, the last -1. As in the United States.
_FLOATING = {
    "martin luther king day": (1, MONDAY, 3), "mlk day": (1, MONDAY, 3), "presidents day": (2, MONDAY, 3),
    "mother s day": (5, SUNDAY, 2), "memorial day": (5, MONDAY, -1), "father s day": (6, SUNDAY, 3),
    "labor day": (9, MONDAY, 1), "columbus day": (10, MONDAY, 2), "thanksgiving day": (11, THURSDAY, 4),
    "thanksgiving": (11, THURSDAY, 4),
}  # fmt: skip
_HOLY_WEEK = "holy week"

# Days from a holiday to the first and last day of its weekend, by the weekday that it falls on.
_WEEKENDS = {
    MONDAY: (-2, 0), TUESDAY: (-3, 0), WEDNESDAY: (0, 4), THURSDAY: (0, 3), FRIDAY: (0, 2), SATURDAY: (0, 1),
    SUNDAY: (-1, 0),
}  # fmt: skip

_FIRST_WAR, _SECOND_WAR = (date(1914, 7, 28), date(1918, 11, 11)), (date(1939, 9, 1), date(1945, 9, 2))
#: Happenings that are known by name everywhere, with their first and last day.
EVENTS: dict[tuple[str, ...], Period] = {
    tuple(name.split()): days
    for names, days in (
        ("first world war|world war i|world war one|world war 1|wwi", _FIRST_WAR),
        ("second world war|world war ii|world war two|world war 2|wwii", _SECOND_WAR),
        ("9 / 11", (date(2001, 9, 11), date(2001, 9, 11))),
    )
    for name in names.split("|")
}


def _longest_first(names: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(name.split()) for name in names), key=len, reverse=True))


#: Longest first: "new year's eve" before any shorter name that begins alike.
NAMES = _longest_first([*_FIXED, *_EASTER, *_FLOATING, _HOLY_WEEK])


def by_first_word(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Names by their first word, those of one word in the order given."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found


def holiday_in_year(name: tuple[str, ...], year: int) -> Period:
    """First and last day of the holiday ``name`` (one of NAMES): Gregorian calendar, Western churches."""
    words = " ".join(name)
    if words == _HOLY_WEEK:
        return days_after(easter(year), -7), days_after(easter(year), -1)
    if words in _FIXED:
        day = date(year, *_FIXED[words])
    elif words in _EASTER:
        day = days_after(easter(year), _EASTER[words])
    else:
        day = nth_weekday(year, *_FLOATING[words])
    return day, day


def holiday_weekend(name: tuple[str, ...], year: int) -> Period:
    """First and last day of the long weekend of the holiday ``name``; of Easter, Good Friday to Monday."""
    if " ".join(name) in _EASTER:
        return days_after(easter(year), -2), days_after(easter(year), 1)
    day = holiday_in_year(name, year)[0]
    first, last = _WEEKENDS[day.weekday()]
    return days_after(day, first), days_after(day, last)


def unknown_year(name: tuple[str, ...]) -> str | None:
    """EDTF of a holiday whose year is not known, where it has the same day each year."""
    day = _FIXED.get(" ".join(name))
    return f"XXXX-{day[0]:02}-{day[1]:02}" if day else None


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> date:
    """The ``rank``-th ``weekday`` (Monday is 0) of a month, or its last one where ``rank`` is -1."""
    if rank > 0:
        return days_after(weekday_after(days_after(date(year, month, 1), -1), weekday), 7 * (rank - 1))
    following = date(year + month // 12, month % 12 + 1, 1)
    return weekday_until(days_after(following, -1), weekday)


def easter(year: int) -> date:
    """Easter Sunday of ``year``: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)
