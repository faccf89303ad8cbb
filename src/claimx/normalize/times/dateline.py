"""The dateline of a wire report: "SAN SALVADOR, 8 FEB 89 (AFP) --", "KABUL, May 12, 2019 (Reuters) -"."""

import re
from datetime import date
from functools import lru_cache

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.calendar import read_calendar
from claimx.normalize.times.span import Unit
from claimx.normalize.times.tokens import tokenise, word_at
from claimx.normalize.times.words import words

_CLOSERS = frozenset({"-", "–", "—", "(", "[", ":", "/"})
_NAME_WORDS = words("of the de del la las los el al and St.")
_DIGIT = re.compile(r"\d")  # a year is told in digits
_REACH = 200  # a place, a country and a date fit well into it
_LINES = 4


@lru_cache(maxsize=1024)
def document_date(text: str) -> date | None:
    """The date of the dateline that ``text`` begins with, or None: without a year it is no date.

    A dateline is a place and, after a comma, a day with its year, then a dash or an agency in brackets; a
    headline may come before it. Use it as the ``published`` of :func:`resolve_time` where that is not given:
    the annotation reads "today", "last night" and days without a year from it (in 363 of 380 such claims of
    the training data), and leaves them undated in undated texts without a dateline (in 830 of 905).
    ``resolve_time`` does it itself when given a ``context``.
    """
    for line in text[: _REACH * _LINES].splitlines()[:_LINES]:
        day = _dateline(line[:_REACH])
        if day:
            return day
    return None


@lru_cache(maxsize=1024)
def _dateline(line: str) -> date | None:
    if not _DIGIT.search(line):
        return None
    tokens = tokenise(line)
    for i in range(1, len(tokens)):
        if word_at(tokens, i - 1) not in (",", ")", "."):
            continue
        try:
            match = read_calendar(tokens, i, Anchor())
        except (OverflowError, ValueError):
            continue
        if match is None or match.span.unit != Unit.DAY:
            continue
        place = line[: tokens[i - 1].start]
        closed = word_at(tokens, match.end) in _CLOSERS
        one_day = match.span.earliest == match.span.latest
        return match.span.earliest if closed and one_day and _is_place(place) else None
    return None


def _is_place(text: str) -> bool:
    """Whether ``text`` may be a place and its country: few words, no lower-case ones but of a name."""
    names = text.replace("(", " ").split()
    return 1 <= len(names) <= 6 and all(name[0].isupper() or name in _NAME_WORDS for name in names)
