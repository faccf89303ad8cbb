"""Clock times ("10:30 p.m.", "0150 (0650 GMT)", "5pm"): known only to be passed over, a claim has days."""

from claimx.normalize.times.tokens import Tokens, number_at, take, word_at
from claimx.normalize.times.words import FIRST_YEAR, LAST_YEAR, MONTHS, NUMBERS, WEEKDAYS

_ZONES = frozenset({"hours", "hrs", "gmt", "utc", "local", "h"})
_HEDGES = frozenset({"approximately", "around", "about", "exactly"})


def skip_clock(tokens: Tokens, i: int) -> int | None:
    """The place after the clock time at ``i``, or None where none stands there."""
    hour = number_at(tokens, i)
    if hour is None:
        hour = NUMBERS.get(word_at(tokens, i))
        if hour is None or hour > 12:
            return None
        return _skip_meridiem(tokens, i + 1) or _skip_oclock(tokens, i + 1)
    if len(tokens[i].word) in (3, 4) and hour // 100 < 25 and hour % 100 < 60:
        return _skip_military(tokens, i)
    if hour > 24:
        return None
    end = i + 1
    minute = number_at(tokens, i + 2)
    if word_at(tokens, i + 1) in (":", ".") and minute is not None and minute < 60 and len(tokens[i + 2].word) == 2:
        end = i + 3
        after = _skip_meridiem(tokens, end)
        return after or (end if word_at(tokens, i + 1) == ":" else None)
    if number_at(tokens, end) is not None and _skip_meridiem(tokens, end + 1):  # "6 20 pm"
        return _skip_meridiem(tokens, end + 1)
    return _skip_meridiem(tokens, end) or _skip_oclock(tokens, end)


def _skip_meridiem(tokens: Tokens, i: int) -> int | None:
    if word_at(tokens, i) in ("am", "pm"):
        return i + 1
    if word_at(tokens, i) in ("a", "p"):
        return take(tokens, i + 1, ".", "m", ".") or take(tokens, i + 1, ".", "m")
    return None


def _skip_oclock(tokens: Tokens, i: int) -> int | None:
    return take(tokens, i, "o", "'", "clock") or take(tokens, i, "o", "’", "clock")


def _skip_military(tokens: Tokens, i: int) -> int | None:
    """Three or four digits as a clock time: after "at", before a zone or "on 12 May", or four that are no year."""
    word = tokens[i].word
    led = word_at(tokens, i - 1) == "at" or (word_at(tokens, i - 1) in _HEDGES and word_at(tokens, i - 2) == "at")
    if word_at(tokens, i - 1) in ("in", "year"):
        return None  # "in 1453"
    if word_at(tokens, i + 1) == "on":
        led = led or number_at(tokens, i + 2) is not None or word_at(tokens, i + 2) in MONTHS.keys() | WEEKDAYS.keys()
    zoned = word_at(tokens, i + 1) in _ZONES
    if not (zoned or (len(word) == 4 and (led or not FIRST_YEAR <= int(word) <= LAST_YEAR))):
        return None
    return i + 2 if zoned else i + 1
