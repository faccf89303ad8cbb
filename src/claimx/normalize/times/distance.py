"""A length of time counted from a day: "three days ago", "two months later", "over the past five years"."""

from datetime import date

from claimx.normalize.times.arithmetic import days_after, month_of, months_after, year_of
from claimx.normalize.times.span import Span, Unit, day_span, period

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_HALVES = {
    "day": (12, "hour"), "week": (3, "day"), "fortnight": (7, "day"), "month": (15, "day"),
    "quarter": (45, "day"), "half": (3, "month"), "year": (6, "month"), "decade": (5, "year"),
    "century": (50, "year"),
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def shift(day: date, count: int, unit: str) -> date:
    """The day ``count`` units after ``day``; hours count in whole days, at least one."""
    if unit in _DAYS:
        return days_after(day, count * _DAYS[unit])
    if unit in _MONTHS:
        return months_after(day, count * _MONTHS[unit])
    days = 0 if unit == "minute" else max(abs(count) // 24, 1)
    return days_after(day, days if count > 0 else -days)


def half_before(day: date, unit: str) -> date:
    """The day half a unit before ``day``."""
    return shift(day, -_HALVES[unit][0], _HALVES[unit][1]) if unit in _HALVES else day


def half_after(day: date, unit: str) -> date:
    """The day half a unit after ``day``."""
    return shift(day, *_HALVES[unit]) if unit in _HALVES else day


def at_distance(day: date, count: int, unit: str) -> Span:
    """What "``count`` units ago" or "later" names, as coarse as the unit.

    GUIDELINES give no rule; the annotation reads days and weeks as a day, months (and "a year ago") as that
    month, several years and decades as that year.
    """
    there = shift(day, count, unit)
    if unit in ("month", "quarter", "half") or (unit == "year" and abs(count) == 1):
        return period(month_of(there), Unit.MONTH)
    if unit in ("year", "decade", "century"):
        return period(year_of(there), Unit.YEAR)
    return day_span(there)
