"""The dates that a passage gives before an expression, which relative expressions count from."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claimx.normalize.times.anchor import Anchor, References
from claimx.normalize.times.calendar import read_calendar
from claimx.normalize.times.deictic import read_deictic
from claimx.normalize.times.span import Match, Unit
from claimx.normalize.times.tokens import Tokens, tokenise, word_at
from claimx.normalize.times.words import WEEKDAYS, words

_YEAR_LEADS = words("in of since during from to and between by until early late mid , ( -")
_DEICTIC = frozenset({"yesterday", "today", "tonight", "last", "this"})


class Mention(NamedTuple):
    """A date of a passage: its offset, its first day (None: not known), and how fine it is."""

    start: int
    day: date | None
    unit: Unit


def references_before(passage: str, text: str, published: date | None) -> References:
    """The dates that the expression ``text`` counts from at its last place in ``passage``.

    The day, month and year are those of the nearest mention before it; a bare clock time whose passage gives
    its day only later ("at 9 p.m. ... the shooting on Friday") takes the first day after it. "Since then" is
    not resolved from a passage: the event it speaks of is too seldom the nearest date.
    """
    place = passage.rfind(text)
    if place < 0:
        return References()
    mentions = _mentions(passage, published)
    before = [m for m in mentions if m.start < place]
    after = [m for m in mentions if m.start >= place + len(text)]

    def nearest(coarsest: Unit) -> date | None:
        return next((m.day for m in reversed(before) if m.unit <= coarsest), None)

    if any(m.unit == Unit.DAY for m in before):
        day = nearest(Unit.DAY)
    else:
        day = next((m.day for m in after if m.unit == Unit.DAY), None)
    return References(day, nearest(Unit.MONTH), nearest(Unit.DECADE))


@lru_cache(maxsize=256)
def _mentions(passage: str, published: date | None) -> tuple[Mention, ...]:
    """The dates of ``passage`` in order, the publication date's own dateline left out."""
    tokens, anchor = tokenise(passage), Anchor(published)
    found, i = [], 0
    while i < len(tokens):
        match = _mention(tokens, i, anchor)
        if match:
            # Undated ones too: "the same day" after an undated Friday is no earlier date.
            found.append(Mention(tokens[i].start, match.span.earliest, match.span.unit))
        i = match.end if match else i + 1
    return tuple(found)


def _mention(tokens: Tokens, i: int, anchor: Anchor) -> Match | None:
    """A date at ``i`` that running text, with its verbs and tolls, cannot mean otherwise."""
    word = word_at(tokens, i)
    try:
        if word in _DEICTIC or word in WEEKDAYS:
            return read_deictic(tokens, i, anchor) if word not in WEEKDAYS or tokens[i].capital else None
        match = read_calendar(tokens, i, anchor)
    except (OverflowError, ValueError):
        return None
    if match is None or (match.span.unit == Unit.YEAR and word_at(tokens, i - 1) not in _YEAR_LEADS):
        return None
    return match
