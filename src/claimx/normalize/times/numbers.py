"""Numbers of time expressions: counts ("24", "twenty-four", "a couple", "few") and ordinals ("2nd")."""

from typing import NamedTuple

from claimx.normalize.times.tokens import Tokens, number_at, take, word_at
from claimx.normalize.times.words import NUMBERS, ORDINAL_ENDINGS, ORDINALS, VAGUE

_HALF_A = (("half", "a"), ("half", "an"), ("half", "-", "a"))
_AND_A_HALF = (
    ("and", "a", "half"), ("-", "and", "-", "a", "-", "half"), ("1", "/", "2"), ("½",), (".", "5"),
)  # fmt: skip


class Count(NamedTuple):
    """A count and the place after it; ``value`` is None where the words give no number ("a few").

    ``half`` tells that half a unit comes on top ("two and a half years").
    """

    value: int | None
    end: int
    half: bool = False


def read_count(tokens: Tokens, i: int) -> Count | None:
    """The count at place ``i``, or None."""
    half = _take_any(tokens, i, _HALF_A)
    if half is not None:
        return Count(0, half, half=True)
    count = _read_whole(tokens, i)
    if count is None or count.value is None:
        return count
    half = _take_any(tokens, count.end, _AND_A_HALF)
    return count if half is None else Count(count.value, half, half=True)


def _take_any(tokens: Tokens, i: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    ends = (take(tokens, i, *words) for words in phrases)
    return next((end for end in ends if end is not None), None)


def _read_whole(tokens: Tokens, i: int) -> Count | None:
    number = number_at(tokens, i)
    if number is not None:
        return Count(number, i + 1)
    for words, value in ((("a", "couple", "of"), 2), (("a", "couple"), 2), (("couple", "of"), 2), (("a", "dozen"), 12)):
        end = take(tokens, i, *words)
        if end is not None:
            return Count(value, end)
    if word_at(tokens, i) in ("a", "the") and word_at(tokens, i + 1) in VAGUE:
        i += 1
    word = word_at(tokens, i)
    if word in VAGUE:
        return Count(None, i + 1)
    if word not in NUMBERS:
        return None
    tens, ones = NUMBERS[word], i + 2 if word_at(tokens, i + 1) == "-" else i + 1
    if tens >= 20 and 1 <= NUMBERS.get(word_at(tokens, ones), 0) <= 9 and word_at(tokens, ones) not in ("a", "an"):
        return Count(tens + NUMBERS[word_at(tokens, ones)], ones + 1)
    return Count(tens, i + 1)


def read_ordinal(tokens: Tokens, i: int) -> Count | None:
    """The ordinal at place ``i`` ("14th", "2d", "third", "twenty-first"), or None."""
    number = number_at(tokens, i)
    if number is not None:
        return Count(number, i + 2) if word_at(tokens, i + 1) in ORDINAL_ENDINGS else None
    word = word_at(tokens, i)
    if word in ORDINALS:
        return Count(ORDINALS[word], i + 1)
    ones = i + 2 if word_at(tokens, i + 1) == "-" else i + 1
    if word in ("twenty", "thirty") and ORDINALS.get(word_at(tokens, ones), 10) <= 9:
        return Count(NUMBERS[word] + ORDINALS[word_at(tokens, ones)], ones + 1)
    return None
