"""Cuts a quantity expression into lower-case words, numerals and signs."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r"[0-9]+(?:[.,'][0-9]+)*|[^\W\d_]+(?:'[^\W\d_]+)*|>=|<=|\S")

# Spellings that news uses for one and the same sign. A vulgar fraction becomes words, so that "2½ million"
# reads like "2 and a half million".
_SAME_SIGN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032`\u00b4", "'"),
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\u2002\u2003", " "),
        "\u2248": "~",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u00bd": " and half ",
        "\u00bc": " and quarter ",
        "\u00be": " and three quarters ",
    }
)


class Token(NamedTuple):
    """A word, numeral or sign of a quantity expression.

    Attributes:
        text: the token in lower case.
        link: what stands between it and the token before: " " for a space or nothing to join them to,
            "" for none (the "k" of "3k"), "-" for a hyphen (the "one" of "twenty-one").
    """

    text: str
    link: str


def tokenise(text: str) -> list[Token]:
    """Cut an expression into tokens.

    Args:
        text: the expression, in any case and with any dash, quotation mark or space that Unicode has.

    Returns:
        Its tokens. A hyphen that joins a word to something is told by the next token's ``link``; a dash
        between numerals or with spaces about it is a token of its own, for it may mark a range.
    """
    if not text.isascii():
        text = _plain(text)
    tokens: list[Token] = []
    last_end = -1
    joined = False
    for match in _PIECE.finditer(text.lower()):
        piece, start, end = match.group(), match.start(), match.end()
        touches = start == last_end
        if piece == "-" and touches and tokens and _joins(text, start):
            joined = True
        else:
            tokens.append(Token(piece, "-" if joined and touches else "" if touches else " "))
            joined = False
        last_end = end
    return tokens


def _joins(text: str, dash: int) -> bool:
    """Tell whether the dash ties two pieces of which at least one is a word, as in "no-one" or "30-odd"."""
    before, after = text[dash - 1 : dash], text[dash + 1 : dash + 2]
    return before.isalnum() and after.isalnum() and (before.isalpha() or after.isalpha())


def _plain(text: str) -> str:
    text = text.translate(_SAME_SIGN)
    if text.isascii():
        return text
    # Full-width and other scripts' digits count as the ASCII ones; all else stays as it is.
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
