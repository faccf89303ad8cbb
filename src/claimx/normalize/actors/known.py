"""Well-known actors: names, types, other names and countries, from ``known_actors.tsv``.

The table is this project's own, written from general knowledge. It holds usual English names, acronyms and names in the
actors' own languages; spelling variants are met by :func:`.spelling.spelling_key`. Types resemble the actor categories
of three codebooks and copy none: CAMEO's role codes (MIL, COP, GOV, REB, NGO, IGO, MED ...), the UCDP's division into
states and non-state armed groups, and ACLED's actor types (state forces, rebel groups, political militias ...).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from claimx.normalize.actors.spelling import spelling_key
from claimx.normalize.actors.tables import read_table
from claimx.normalize.actors.words import Word, cut_words

_LONGEST = 11  # words in the longest name of the table
_SHORT = 3  # letters up to which a name must stand in capitals, lest "is" be read as IS


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of the table.

    Attributes:
        name: the usual English name.
        type: one of :data:`~claimx.schema.labels.ACTOR_TYPES`.
        country: the ISO 3166 code of the country it belongs to or mostly acts in; empty if there is none.
    """

    name: str
    type: str
    country: str


def find_known(
    words: Sequence[Word], start: int, stop: int, mentions_country: Callable[[str], bool]
) -> tuple[KnownActor, int] | None:
    """Find the longest name of a known actor that begins at a word.

    Args:
        words: the words of a mention.
        start: the index of the word to begin at.
        stop: the index to stop before.
        mentions_country: tells whether the document mentions a country, which decides a name that two actors share.

    Returns:
        The actor and the index of the first word after the name, or None.
    """
    names, beginnings = _names(), _beginnings()
    joined, found = "", None
    for end in range(start, min(stop, start + _LONGEST)):
        key = spelling_key(words[end].key)
        # An article counts at the end only: the E of "Lashkar-e-Taiba" is one, the I of "ULFA-I" is not.
        candidates = names.get(joined + (key or words[end].key))
        if candidates is not None and (end > start or _stands_as_name(words[start])):
            found = candidates, end + 1
        joined += key
        if joined and joined not in beginnings:
            break
    if found is None:
        return None
    candidates, end = found
    if len(candidates) == 1:
        return candidates[0], end
    chosen = next((actor for actor in candidates if mentions_country(actor.country)), candidates[0])
    return chosen, end


def _stands_as_name(word: Word) -> bool:
    """Tell whether a single word is written like a name and not like the common word it may also be."""
    return word.text[-1].isupper() or word.text.isupper() if len(word.key) <= _SHORT else word.capital


@cache
def _names() -> dict[str, tuple[KnownActor, ...]]:
    names: dict[str, tuple[KnownActor, ...]] = {}
    for name, kind, aliases, country in read_table("known_actors.tsv"):
        actor = KnownActor(name, kind, country)
        for alias in (name, *aliases.split("|")):
            key = name_key(alias)
            if key and actor not in names.get(key, ()):
                names[key] = (*names.get(key, ()), actor)
    return names


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:end] for name in _names() for end in range(1, len(name) + 1))


def known_by_name(name: str) -> KnownActor | None:
    """Return the known actor that a text names from end to end, whatever its case."""
    found = _names().get(name_key(name))
    return found[0] if found else None


def name_key(name: str) -> str:
    """Return the key under which a name is found, whatever its spelling; empty for a text without a word."""
    keys = [word.key for word in cut_words(name) if word.key.isalnum() or len(word.key) > 1]
    return "".join(spelling_key(key) or (key if key is keys[-1] else "") for key in keys)
