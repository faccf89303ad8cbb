"""Remembers which actor was mentioned last, by type and by noun."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from claimx.normalize.actors.cluster import Cluster
from claimx.normalize.actors.reading import Reading
from claimx.normalize.actors.spelling import fold, spelling_key

_REACH = 8  # actors of one noun that are kept, the latest
# Types of actor that a name with no title is of; a name of any other type is a person's.
_NAMED = frozenset(("armed_group", "monitor", "media", "coalition"))
# Nouns of so many names that they call none of them back.
_COMMON = frozenset(("army", "forces", "police", "state", "people", "official", "report", "source", "spokesman"))


class Memory:
    """The actors mentioned so far."""

    def __init__(self) -> None:
        self._latest: dict[object, tuple[int, Cluster]] = {}
        self._with_noun: dict[tuple[str, bool], deque[Cluster]] = {}
        self._with_word: dict[str, Cluster] = {}
        self._count = 0

    def add(self, reading: Reading, cluster: Cluster) -> None:
        """Remember a mention.

        Args:
            reading: the mention.
            cluster: its actor.
        """
        self._count += 1
        if reading.kind in ("known", "body") or (
            reading.kind == "name" and not reading.person and cluster.type in _NAMED
        ):
            self._latest[cluster.type] = self._count, cluster
        elif reading.kind == "people" and reading.plural:
            self._latest[reading.type] = self._count, cluster
        if reading.kind in ("known", "name") and not reading.person:
            for word in reading.label.split()[:12]:
                self._with_word[spelling_key(fold(word))] = cluster
        if reading.cls == "assailant" and reading.kind == "people":
            self._latest["assailant", reading.plural] = self._count, cluster
        nouns = [(reading.lemma or reading.key, reading.plural)]
        if reading.kind != "people":
            nouns = [(reading.lemma, False), (reading.lemma, True)] if reading.lemma else []
        for noun in nouns:
            actors = self._with_noun.setdefault(noun, deque(maxlen=_REACH))
            if not actors or actors[-1] is not cluster:
                actors.append(cluster)

    def with_word(self, lemma: str, kind: str) -> Cluster | None:
        """Return the organisation mentioned last of whose name a noun is part: "the network", "the foundation".

        Args:
            lemma: the noun.
            kind: the type of actor that the noun makes; an organisation of another type is passed over.
        """
        cluster = self._with_word.get(spelling_key(lemma)) if lemma not in _COMMON else None
        return cluster if cluster is not None and kind in ("unknown", cluster.type) else None

    def latest(self, types: Iterable[str]) -> Cluster | None:
        """Return the actor of one of these types that was mentioned last; None if there is none."""
        found = [self._latest[kind] for kind in types if kind in self._latest]
        return max(found, key=lambda entry: entry[0])[1] if found else None

    def latest_assailant(self, plural: bool) -> Cluster | None:
        """Return the unknown attackers, or the one attacker, mentioned last."""
        found = self._latest.get(("assailant", plural))
        return None if found is None else found[1]

    def with_noun(self, lemma: str, plural: bool) -> Sequence[Cluster]:
        """Return the actors mentioned by a noun, the latest first."""
        return list(self._with_noun.get((lemma, plural), ()))[::-1]
