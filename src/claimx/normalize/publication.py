"""The publication date as users give it."""

import re
from datetime import date, datetime

from claimx.errors import InvalidDateError

# "Z" for UTC, which Python reads from 3.11 on.
_OFFSET = re.compile(r"[Zz]$")


def publication_date(published: str | date | None) -> date | None:
    """Read a publication date.

    Args:
        published: an ISO 8601 date ("2019-05-31") or date and time ("2019-05-31T10:00:00Z"), a ``date`` or
            ``datetime`` object, or None where it is not known.

    Raises:
        InvalidDateError: it is none of these, or no such day exists.
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    if isinstance(published, str):
        try:
            return datetime.fromisoformat(_OFFSET.sub("+00:00", published.strip())).date()
        except ValueError:
            pass
    raise InvalidDateError(f"not an ISO date such as 2019-05-31: {published!r}")
