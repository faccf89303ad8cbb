"""Tokens of a time expression: lower-case words, digit runs and single marks, with their offsets."""

import re
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

# Digits and letters are always apart ("14th" is 14 + th, "AROUND3:50" is around + 3 + : + 50), so that the
# grammar needs no spelling variants; digits with thousands separators stay one number ("2,000 days").
_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d])|\d+|[^\W\d_]+|[^\w\s]")


class Token(NamedTuple):
    """One word, number or mark of a text, in lower case.

    Attributes:
        word: the lower-case text; a number has no thousands separators.
        start: offset of its first character in the text.
        end: offset after its last character.
        capital: whether it began with a capital letter ("May" the month, not "may" the verb).
    """

    word: str
    start: int
    end: int
    capital: bool


Tokens = tuple[Token, ...]


@lru_cache(maxsize=1024)
def tokenise(text: str) -> Tokens:
    """The tokens of ``text``, in order; white space and underscores separate and are dropped."""
    return tuple(
        Token(m[0].lower().replace(",", "") or ",", m.start(), m.end(), m[0][0].isupper())
        for m in _PIECE.finditer(text)
    )


def word_at(tokens: Tokens, i: int) -> str:
    """The word at place ``i``, or "" outside the text (so that callers need no bounds checks)."""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def number_at(tokens: Tokens, i: int) -> int | None:
    """The whole number at place ``i`` if it is a digit run of at most 6 digits, else None."""
    word = word_at(tokens, i)
    # isdecimal, not isdigit: int() does not read superscripts. Longer numbers belong to no date.
    return int(word) if word.isdecimal() and len(word) <= 6 else None


def skip(tokens: Tokens, i: int, words: Container[str]) -> int:
    """The first place from ``i`` on whose word is not in ``words``."""
    while i < len(tokens) and tokens[i].word in words:
        i += 1
    return i


def take(tokens: Tokens, i: int, *words: str) -> int | None:
    """The place after the sequence ``words`` if it stands at ``i``, else None."""
    for k, word in enumerate(words):
        if word_at(tokens, i + k) != word:
            return None
    return i + len(words)
