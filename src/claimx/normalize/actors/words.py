"""Cuts a mention into words."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimx.normalize.actors.spelling import fold, plain

_WORD = re.compile(r"[^\W_]+(?:['&./-][^\W_]+)*\.?(?:'(?=\s|$))?|[,;:(\[\])@\"]")
# A hyphen that makes one modifier of two words, as against the hyphens inside names.
_BEFORE_HYPHEN = frozenset("anti pro ex non counter self so multi off semi ultra".split())
_AFTER_HYPHEN = frozenset(
    "led backed based linked affiliated allied aligned sponsored supported trained funded old strong run owned held "
    "controlled inspired style clad armed called styled ranking level wing wielding related rich".split()
)


class Word(NamedTuple):
    """A word or sign of a mention.

    Attributes:
        text: as it stands.
        key: folded; see :func:`.spelling.fold`. A sign is its own key.
        start: the offset of its first character in the mention.
        end: the offset after its last.
        capital: whether it begins with a capital letter or a digit.
    """

    text: str
    key: str
    start: int
    end: int
    capital: bool

    @property
    def is_compound(self) -> bool:
        """Whether a hyphen makes one modifier of two words, as in "US-backed" and "anti-Taliban"."""
        return "-" in self.key and _is_compound(self.key.split("-"))


def cut_words(text: str) -> list[Word]:
    """Cut a mention into words and signs.

    Args:
        text: the mention.

    Returns:
        Its words. "al-Qaeda" and "CPI-Maoist" are two words each, "US-led" and "anti-Taliban" one.
    """
    words: list[Word] = []
    for match in _WORD.finditer(plain(text)):
        piece, start = match.group(), match.start()
        if "-" not in piece or _is_compound(piece.lower().split("-")):
            words.append(_word(text[start : match.end()], start))
            continue
        for part in piece.split("-"):
            words.append(_word(text[start : start + len(part)], start))
            start += len(part) + 1
    return words


def _word(text: str, start: int) -> Word:
    return Word(text, fold(text) or text, start, start + len(text), text[0].isupper() or text[0].isdigit())


def _is_compound(parts: list[str]) -> bool:
    return parts[0] in _BEFORE_HYPHEN or parts[-1].rstrip("'.") in _AFTER_HYPHEN
