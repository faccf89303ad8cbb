"""Names of months and seasons: whether a word is one, and the days it has in a given year."""

from collections.abc import Callable

from claimx.normalize.times.arithmetic import months_of
from claimx.normalize.times.span import Span, Unit, period
from claimx.normalize.times.tokens import Tokens, number_at, word_at
from claimx.normalize.times.words import AMBIGUOUS, MONTHS, ORDINAL_ENDINGS, WEEKDAYS, words

_LEADS = words("in of since last next this by until till from to between late early mid during and every through")


def month_at(tokens: Tokens, i: int) -> int | None:
    """The number of the month named at place ``i``; a name that is also a word must look like a date."""
    month = MONTHS.get(word_at(tokens, i))
    if month is None or not looks_like_date(tokens, i):
        return None
    return month


def looks_like_date(tokens: Tokens, i: int) -> bool:
    """Whether the word at ``i`` is a date name only, has a capital, or stands beside a piece of a date."""
    return (
        word_at(tokens, i) not in AMBIGUOUS
        or tokens[i].capital
        or len(tokens) == 1
        or number_at(tokens, i + 1) is not None
        or number_at(tokens, i - 1) is not None
        or (word_at(tokens, i + 1) == "of" and len(str(number_at(tokens, i + 2))) == 4 and word_at(tokens, i + 2) != "")
        or word_at(tokens, i - 1) in _LEADS | ORDINAL_ENDINGS | WEEKDAYS.keys()
    )


def month_in_year(month: int) -> Callable[[int], Span]:
    """The whole of ``month`` as a function of the year."""
    return lambda year: period(months_of(year, month, 1), Unit.MONTH)


def season_in_year(season: int) -> Callable[[int], Span]:
    """A season of the northern hemisphere in whole months (winter from December of the year named).

    Whole months from March on are the meteorological seasons; 21 to 24 are the season codes of EDTF level 1.
    """
    return lambda year: period(months_of(year, 3 * season + 3, 3), Unit.SEASON, f"{year:04}-{21 + season}")
