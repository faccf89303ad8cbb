"""Readings of known actors and of names that no table knows."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.normalize.actors import vocabulary
from claimx.normalize.actors.items import Item
from claimx.normalize.actors.known import KnownActor
from claimx.normalize.actors.nouns import Noun
from claimx.normalize.actors.reading import Reading
from claimx.normalize.actors.spelling import fold, spelling_key
from claimx.normalize.actors.words import Word

_SMALL = frozenset("of the and for in on jr sr de del la y e al el".split())


def known_reading(actor: KnownActor, noun: Noun | None) -> Reading:
    """Make the reading of a mention of a known actor.

    Args:
        actor: the actor.
        noun: the noun with its name, "spokesman" in "a Hamas spokesman"; None if there is none.

    Returns:
        The reading.
    """
    lemma, cls = (noun.lemma, noun.cls) if noun is not None else ("", "")
    features = frozenset((actor.country,)) if actor.country else frozenset[str]()
    return Reading("known", actor.name, actor.type, actor.name, features, lemma, cls, plural=True)


def name_reading(items: Sequence[Item], kind: str, person: bool = False, title: Noun | None = None) -> Reading:
    """Make the reading of a name.

    Args:
        items: the items of the name.
        kind: the type of actor that the words about it tell.
        person: whether a title shows a person.
        title: the noun before the name.

    Returns:
        The reading, its features the words of the name that can stand alone for it.
    """
    label = " ".join(item.text for item in items if item.text)
    keys = [spelling_key(key) or key for key in _folded(" ".join(item.text for item in items))]
    words = [key for key in keys if key not in _SMALL and len(key) > 1]
    if kind == "unknown" and not person and any(item.key in vocabulary.REBELLIOUS for item in items):
        kind = "armed_group"
    lemma, cls = (title.lemma, title.cls) if title is not None else ("", "")
    return Reading("name", " ".join(words or keys), kind, label, frozenset(words), lemma, cls, person=person)


def name_words(name: str) -> frozenset[str]:
    """Return the features that :func:`name_reading` gives a name."""
    keys = (spelling_key(key) or key for key in _folded(name))
    return frozenset(key for key in keys if key not in _SMALL and len(key) > 1)


def _folded(name: str) -> list[str]:
    return [key for key in (fold(word) for word in name.split()) if key]


def shares_words(actor: KnownActor, words: Sequence[Word]) -> bool:
    """Tell whether a known actor's name and a phrase have half their words in common."""
    own = {spelling_key(fold(word)) for word in actor.name.split()} - {"", "of", "and"}
    return 2 * len(own & {spelling_key(word.key) for word in words}) >= len(own)
