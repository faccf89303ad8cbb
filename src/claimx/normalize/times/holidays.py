"""Holidays that news text uses as dates."""

from datetime import date

from claimx.normalize.times.arithmetic import days_after

_FIXED = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "eve"): (12, 31),
    ("new", "year", "’", "s", "eve"): (12, 31),
    ("new", "years", "eve"): (12, 31),
    ("new", "year", "'", "s", "day"): (1, 1),
    ("new", "year", "’", "s", "day"): (1, 1),
    ("new", "years", "day"): (1, 1),
    ("valentine", "'", "s", "day"): (2, 14),
    ("valentine", "’", "s", "day"): (2, 14),
    ("halloween",): (10, 31),
}
# Days from Easter Sunday.
_EASTER = {
    ("palm", "sunday"): -7,
    ("maundy", "thursday"): -3,
    ("good", "friday"): -2,
    ("holy", "saturday"): -1,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("easter",): 0,
    ("ash", "wednesday"): -46,
}
# Longest first: "new year's eve" before any shorter name that begins alike.
NAMES: tuple[tuple[str, ...], ...] = tuple(sorted([*_FIXED, *_EASTER], key=len, reverse=True))


def holiday_in_year(name: tuple[str, ...], year: int) -> date:
    """The day of the holiday ``name`` (one of NAMES) in ``year``: Gregorian calendar, Western churches."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return days_after(easter(year), _EASTER[name])


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
