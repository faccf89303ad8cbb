"""Countries by name and by the adjective for their people, from ``countries.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimx.normalize.actors.tables import read_table
from claimx.normalize.actors.words import Word, cut_words

_LONGEST = 5


def find_country(words: Sequence[Word], start: int, stop: int) -> tuple[str, int] | None:
    """Find the longest country name or adjective that begins at a word.

    Args:
        words: the words of a mention.
        start: the index of the word to begin at.
        stop: the index to stop before.

    Returns:
        The country's ISO 3166 code and the index of the first word after the name, or None.
    """
    names, beginnings = _names(), _beginnings()
    joined, found = "", None
    for end in range(start, min(stop, start + _LONGEST)):
        joined += " " + words[end].key
        code = names.get(joined)
        # "us" is the country only in capitals.
        if code is not None and (joined != " us" or words[start].text.upper() == words[start].text):
            found = code, end + 1
        if joined not in beginnings:
            break
    if found is None and words[start].key.endswith("s"):
        code = names.get(" " + words[start].key[:-1])  # "Syrians"
        return None if code is None else (code, start + 1)
    return found


def country_of(name: str) -> str | None:
    """Return the code of the country that a word such as "US" or "Saudi" names."""
    return _names().get(" " + name)


@cache
def country_names(code: str) -> tuple[str, ...]:
    """Return the folded names and adjectives of a country."""
    return tuple(name[1:] for name, found in _names().items() if found == code)


@cache
def _beginnings() -> frozenset[str]:
    words = [name[1:].split(" ") for name in _names()]
    return frozenset(" " + " ".join(part[:end]) for part in words for end in range(1, len(part)))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, listed in read_table("countries.tsv"):
        for name in listed.split("|"):
            names[" " + " ".join(word.key for word in cut_words(name))] = code
    return names
