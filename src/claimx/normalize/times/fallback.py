"""Full dates in formats that the grammar lacks ("12/31/2016", "12 de mayo de 2019"), by ``dateparser``."""

from datetime import date
from functools import lru_cache
from threading import Lock

from claimx.normalize.times.tokens import tokenise

_LANGUAGES = ["en", "es", "fr", "pt"]
# dateparser keeps locales and settings that all threads share, unguarded.
_DATEPARSER = Lock()


@lru_cache(maxsize=1024)
def parse_foreign_date(text: str) -> date | None:
    """The day that ``text`` states in full, in digits or in Spanish, French or Portuguese, else None.

    Only a text with a day, month and year of its own is tried, so that nothing is taken from today's date;
    one in digits counts only where reading it day first and month first agree ("31/12/2016", not "5/6/2016").
    """
    tokens = tokenise(text)
    numbers = [token.word for token in tokens if token.word.isdecimal()]
    years = [word for word in numbers if len(word) == 4 and 1700 <= int(word) <= 2100]
    days = [word for word in numbers if len(word) <= 2]
    if len(years) != 1 or not days or len(numbers) > 3 or len(tokens) > 9 or numbers[0] in years:
        return None
    # Here, not at the top: importing it takes several hundred milliseconds, and few texts need it.
    from dateparser import parse

    found = set()
    for order in ("DMY", "MDY"):
        with _DATEPARSER:
            parsed = parse(
                text,
                languages=_LANGUAGES,
                settings={
                    "DATE_ORDER": order,
                    "PREFER_LOCALE_DATE_ORDER": False,
                    "STRICT_PARSING": True,
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "PARSERS": ["absolute-time"],
                    "RETURN_AS_TIMEZONE_AWARE": False,
                },
            )
        found.add(parsed.date() if parsed else None)
    day = found.pop()
    return day if day and not found and f"{day.year:04}" in years else None
