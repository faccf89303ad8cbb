"""Chooses the canonical name of an actor among its mentions."""

from __future__ import annotations

from claimx.normalize.actors.cluster import Cluster
from claimx.normalize.actors.document import Document
from claimx.normalize.actors.known import known_by_name
from claimx.normalize.actors.reading import Reading
from claimx.normalize.actors.spelling import fold

_SMALL_WORDS = frozenset("of the and for in on at by from to with de del la las los y e al el".split())
_VOWELS = frozenset("aeiou")
_RANKS = {"name": 2, "body": 2, "people": 1}


def name_of(cluster: Cluster, document: Document) -> str:
    """Name an actor.

    Args:
        cluster: its mentions.
        document: the document.

    Returns:
        A known actor's usual English name; else the fullest specific mention, without article and appositive, in the
        document's own case unless that is all capitals.
    """
    known = next((r for r in cluster.readings if r.kind == "known"), None)
    if known is not None:
        return known.label
    best = max(cluster.readings, key=lambda r: (_rank(r), len(r.features), len(r.label) if r.kind == "name" else 0))
    if best.kind == "odd":
        return best.label
    label = _without_article(best.label)
    if not label.isupper() or (" " not in label and not document.is_shouted):
        return label
    return " ".join(_lowered(word, index, document) for index, word in enumerate(label.split(" ")))


def _rank(reading: Reading) -> int:
    return _RANKS.get(reading.kind, 0)


def _without_article(label: str) -> str:
    first, _, rest = label.partition(" ")
    label = rest if rest and first.lower() in ("the", "a", "an") else label
    return label[:-2] if label.endswith(("'s", "\u2019s", "'S", "\u2019S")) else label.rstrip("'\u2019")


def _lowered(word: str, index: int, document: Document) -> str:
    key = fold(word)
    if index and key in _SMALL_WORDS:
        return key
    acronym = key in document.definitions or not _VOWELS & set(key) or "." in word or any(map(str.isdigit, key))
    known = known_by_name(word) if len(key) < 6 else None
    return word if acronym or known is not None else word.title().replace("'S", "'s").replace("\u2019S", "\u2019s")
