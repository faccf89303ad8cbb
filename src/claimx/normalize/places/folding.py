"""Keys under which spellings of one place name meet."""

from __future__ import annotations

import re
import unicodedata

# Letters that do not decompose into a base letter and marks.
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ħ": "h",
    "ə": "a",
}
_APOSTROPHES = "'’‘ʼʻʽʿʾ`´ʹʺ“”\""


def _without_marks() -> dict[int, str | int | None]:
    """Every small Latin letter with marks to the letter without, apostrophes and lone marks to nothing."""
    table: dict[int, str | int | None] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        table[code] = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c))
    table |= dict.fromkeys(range(0x300, 0x370))
    letters = {ord(letter): plain for letter, plain in _LETTERS.items()}
    return table | letters | {ord(mark): None for mark in _APOSTROPHES}


_PLAIN = _without_marks()
_INITIALS = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")

# The Arabic article, also as it is said before the letters that it assimilates to ("ar Raqqah", "ash Shaddadi").
_ARTICLE = re.compile(r"\b(?:[aeu]l|[ae](?:r|s|sh|t|th|d|dh|n|z))\b ?")
_FIRST_WORDS = re.compile(r"^(?:the|la|le|los|las) ")

# What romanisations of Arabic, Persian, Urdu, Indic and Cyrillic names vary in, in the order in which it is settled; a
# space stands after every word.
_VARIANTS = [
    pair.split(":")
    for pair in (
        "ou:u oo:u aw:u au:u o:u ay:i ai:i y:i e:i kh:k ck:k q:k ca:ka cu:ku gh:g dh:d th:t sh:s ch:s dj:j zh:j z:j w:v"
    ).split()
]
_DOUBLED = re.compile(r"(.)\1+")


def fold(name: str) -> str:
    """The key of a name: small letters without marks, words parted by one space ("Dayr az-Zawr" → "dayr az zawr").

    Args:
        name: any string; one in another alphabet than the Latin gives "".
    """
    small = name.casefold().translate(_PLAIN)
    if not small.isascii() and sum(c.isalpha() and not c.isascii() for c in small) > 0.2 * len(small):
        return ""
    if "." in small:
        small = _INITIALS.sub(r"\1", small)  # initials are one word: "U.S." is "us"
    return _NOT_WORDS.sub(" ", small).strip()


def skeleton(key: str) -> str:
    """A looser key, under which romanisations of one name meet ("al-Raqqah", "Raqqa", "Ar Raqqah").

    Args:
        key: what :func:`fold` gives.

    Returns:
        Its consonants and main vowels without article and spaces; "" where too little of it is left to tell by.
    """
    bare = f"{_ARTICLE.sub('', key)} "
    for written, settled in _VARIANTS:
        bare = bare.replace(written, settled)
    bare = _DOUBLED.sub(r"\1", bare.replace("ah ", "a ").replace("h ", "a "))
    bare = bare.replace("i ", "").replace("a ", "").replace(" ", "")
    return bare if len(bare) >= 3 else ""


def without_article(key: str) -> str:
    """A key without a first "the"."""
    return _FIRST_WORDS.sub("", key)
