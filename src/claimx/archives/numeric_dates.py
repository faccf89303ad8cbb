"""Dates written as one number: 20190531, 20190531100000, seconds or milliseconds since 1970."""

from datetime import UTC, date, datetime

_COMPACT = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
# Epochs from 1980 until the day on which their digits begin to look like a year, month, day and hour (1980010100
# seconds: September 2032). In these bounds no number can be read in two ways.
_FIRST, _LAST = 315_532_800, 1_980_010_100
_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)


def from_number(number: int | float) -> date | None:
    """The day of a compact date, or of an epoch in seconds, milli-, micro- or nanoseconds (UTC), else None."""
    if not 0 <= number < 10**19:  # NaN and infinities too
        return None
    if number == int(number):
        digits = str(int(number))
        if len(digits) in _COMPACT and digits[:2] in ("17", "18", "19", "20"):
            try:
                return datetime.strptime(digits, _COMPACT[len(digits)]).date()
            except ValueError:
                pass
    for unit in _UNITS:
        if _FIRST <= number / unit < _LAST:
            return datetime.fromtimestamp(number // unit, UTC).date()
    return None
