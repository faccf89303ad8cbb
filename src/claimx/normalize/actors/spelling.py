"""Folds words so that spellings of one name meet.

Names from Arabic, Persian or Urdu come in many romanisations. They are met by a key and not by lists of variants: an
article is dropped, doubled letters count once, and the vowels that English spellings exchange (e and i, o and u, the
digraphs for either) count as one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u02bf\u02be\u2032`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
#: Articles inside names, Arabic and Spanish, and the Persian link of two nouns.
ARTICLES = frozenset("al el ul ur e i ud ad the los las".split())

_VOWEL_PAIR = re.compile("ou|oo")
_I_PAIR = re.compile("[aeo][iye]|ee|ie")
_FINAL_H = re.compile("(?<=[aiu])h$")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiouy]")
_LONG = 5  # shorter words are acronyms more often than names with variants


def plain(text: str) -> str:
    """Write quotation marks and dashes the one way, without change of length."""
    return text if text.isascii() else text.translate(_QUOTES_AND_DASHES)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Fold a word's case, accents and full stops: "U.N." and "UN", "Martí" and "MARTI"."""
    word = plain(word)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.casefold().strip("'\"-.&/")
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace(".", "")


@lru_cache(maxsize=16384)
def spelling_key(word: str) -> str:
    """Return the key that spellings of one name share.

    Args:
        word: a word as :func:`fold` returns it.

    Returns:
        The key, such as "kida" for "qaeda", "qaida" and "qa'ida"; empty for an article.
    """
    word = word.replace("'", "").replace("-", "").replace("/", "")
    if word in ARTICLES:
        return ""
    if len(word) < _LONG and len(_VOWEL.findall(word)) < 2:
        return word
    word = _VOWEL_PAIR.sub("u", word.replace("q", "k"))
    word = _I_PAIR.sub("i", _DOUBLED.sub(r"\1", word)).replace("e", "i").replace("o", "u")
    word = _FINAL_H.sub("", _DOUBLED.sub(r"\1", word.replace("ph", "f")))
    return word[:-1] if len(word) >= _LONG and word.endswith("s") else word
