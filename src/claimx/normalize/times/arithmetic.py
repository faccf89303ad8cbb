"""Calendar arithmetic on ``datetime.date``; past the years 1 to 9999 OverflowError or ValueError."""

from calendar import monthrange
from datetime import date, timedelta

Period = tuple[date, date]


def days_after(day: date, count: int) -> date:
    """The day ``count`` days after ``day`` (before it where negative)."""
    return day + timedelta(days=count)


def months_after(day: date, count: int) -> date:
    """The same day of the month ``count`` months later, or that month's last day where it is shorter."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))


def month_of(day: date) -> Period:
    """First and last day of the month of ``day``."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def months_of(year: int, first: int, count: int) -> Period:
    """First and last day of ``count`` months from month ``first`` of ``year`` on."""
    start = date(year, first, 1)
    return start, days_after(months_after(start, count), -1) if (year, count) != (9999, 12) else date.max


def year_of(day: date) -> Period:
    """First and last day of the year of ``day``."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def week_of(day: date) -> Period:
    """Monday and Sunday of the week of ``day`` (ISO 8601 weeks)."""
    monday = days_after(day, -day.weekday())
    return monday, days_after(monday, 6)


def weekday_until(day: date, weekday: int) -> date:
    """The last ``weekday`` (Monday is 0) on or before ``day``."""
    return days_after(day, -((day.weekday() - weekday) % 7))


def weekday_after(day: date, weekday: int) -> date:
    """The first ``weekday`` (Monday is 0) after ``day``."""
    return days_after(day, (weekday - day.weekday() - 1) % 7 + 1)
