"""Publication dates as archives write them: ISO, compact, epoch, RFC 2822, in words."""

import math
import re
from datetime import date, datetime
from functools import lru_cache

from claimx.archives.faults import one_line
from claimx.archives.numeric_dates import from_number

_NOTHING = {"", "nan", "nat", "none", "null", "n/a", "na", "-", "unknown", "undefined"}
_YEARS = range(1700, 2101)
_CLOCK = r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?(?:\s*[AaPp]\.?[Mm]\.?)?"
_ZONE = r"\(?(?:[A-Za-z]{1,5}|(?:UTC|GMT)?\s*[+-]\d{1,2}:?(?:\d{2})?)\)?"
# What may follow, or come before, a day: "at 10:00 a.m. GMT", "T10:00:00Z", "10:00:00 +0000 (UTC)".
_TIME_AFTER = re.compile(rf"(?:\s*,\s*|\s+|T)(?:at\s+|-\s+|\|\s+)?{_CLOCK}(?:\s*{_ZONE}){{0,2}}$")
_TIME_BEFORE = re.compile(rf"^{_CLOCK}(?:\s+{_ZONE})?(?:\s*,\s*|\s+)(?:on\s+)?(?=\S)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_LONGEST = 100


def read_date(value: object) -> tuple[date | None, str | None]:
    """Read a publication date.

    A day that can be read in two ways ("5/6/2019") is not read: a wrong day would date every "on Friday" wrongly.

    Args:
        value: what the archive gives: a ``str``, a number, a ``date`` or ``datetime``, or nothing of the kind.

    Returns:
        The day, None where none is given or it cannot be read; and what is wrong with it, None where nothing is.
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None, None
    if isinstance(value, str) and value.strip().casefold() in _NOTHING:
        return None, None
    day = _day(value)
    if day is not None and day.year in _YEARS:
        return day, None
    shown = one_line(value if isinstance(value, str) else _shown(value), 60)
    return None, f"the date {shown!r} cannot be read"


def _shown(value: object) -> str:
    return str(value) if isinstance(value, (int, float, date)) else type(value).__name__


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return from_number(value)
    return _from_text(value.strip()) if isinstance(value, str) and len(value) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _from_text(text: str) -> date | None:
    if re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        # Digits of a decimal place only; the year and the compact form are whole.
        return from_number(float(text) if "." in text else int(text))
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    text = _TIME_BEFORE.sub("", _TIME_AFTER.sub("", text)).strip(" ,")
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first:
        try:
            return date(int(year_first[1]), int(year_first[3]), int(year_first[4]))
        except ValueError:
            return None
    # Here, not at the top: it brings dateparser, which most archives do not need.
    from claimx.normalize.times.fallback import parse_foreign_date

    try:
        return parse_foreign_date(text)
    except (ValueError, OverflowError, RecursionError):
        return None
