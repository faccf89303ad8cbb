"""Links the mentions of a document that are of one actor.

Mentions are taken in the document's order. A bare noun is linked to the fuller mention nearest before it, or to the
only one that follows. That a name means one thing throughout a document is the "one sense per discourse" of W. A.
Gale, K. W. Church and D. Yarowsky (1992); the order of the steps, the most certain first, follows the sieves of H. Lee
et al., "Deterministic coreference resolution based on entity-centric, precision-ranked rules" (2013).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache

from claimx.normalize.actors.acronyms import initials
from claimx.normalize.actors.cluster import Cluster
from claimx.normalize.actors.countries import country_names
from claimx.normalize.actors.fuller import FullerIndex
from claimx.normalize.actors.known import KnownActor, known_by_name
from claimx.normalize.actors.memory import Memory
from claimx.normalize.actors.names import known_reading
from claimx.normalize.actors.nouns import REFERS
from claimx.normalize.actors.reading import Reading

# Bodies that their name alone may stand for: "the Riveritas gang", "Riveritas".
_NAMED_BODIES = frozenset(("gang", "front", "militia", "media"))
# Informants: two lone witnesses are two people, where two lone gunmen may well be one.
_INFORMANTS = frozenset(("witness", "medical", "police", "government", "media", "monitor", "un"))
_SHORTEST_ACRONYM = 3


def link(readings: Sequence[Reading]) -> list[Cluster]:
    """Link readings.

    Args:
        readings: the readings of a document's mentions, in the document's order.

    Returns:
        The cluster of each reading.
    """
    linker = _Linker([_national(reading) for reading in readings])
    return [linker.place(position) for position in range(len(readings))]


class _Linker:
    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._clusters: dict[Hashable, Cluster] = {}
        self._settled: dict[Hashable, Hashable] = {}
        self._fuller = FullerIndex()
        self._named: dict[frozenset[str], Hashable] = {}
        self._order: dict[frozenset[str], str] = {}
        self._of_body: dict[tuple[str, frozenset[str]], Hashable] = {}
        self._initials: dict[str, Hashable] = {}
        self._memory = Memory()
        self._armed = {reading.key for reading in readings if reading.kind == "known" and reading.type == "armed_group"}
        for reading in readings:
            for alias in reading.aliases:
                self._named.setdefault(alias, self._alias_key(reading))
        for position, reading in enumerate(readings):
            self._enter(reading, position)

    def _enter(self, reading: Reading, position: int) -> None:
        """Enter a reading where shorter ones, before it or after it, will look for it."""
        if reading.kind == "name":
            self._named.setdefault(reading.features, ("name", reading.features or reading.key))
            self._order.setdefault(reading.features, reading.key)
            self._fuller.add("name", reading.features, position)
        elif reading.kind == "body" and not reading.fresh:
            self._of_body.setdefault((reading.key, reading.features), ("body", reading.key, reading.features))
            self._fuller.add(reading.key, reading.features, position)
            if reading.key.split(" ")[0] in _NAMED_BODIES and reading.features:
                self._named.setdefault(reading.features, ("body", reading.key, reading.features))
                self._fuller.add("name", reading.features, position)
        elif reading.kind == "known":
            body = _body_of(reading)
            if body:
                features = reading.features or frozenset((reading.key,))
                self._of_body.setdefault((body, features), ("known", reading.key))
                self._fuller.add(body, features, position)
        if reading.kind in ("name", "body") and " " in reading.label:
            for small in (False, True):
                self._initials.setdefault(initials(reading.label, small), self._own_key(reading))

    def place(self, position: int) -> Cluster:
        """Find or begin the cluster of a reading, all earlier ones having been placed."""
        reading = self._readings[position]
        cluster = self._people(reading) if reading.kind == "people" else None
        if cluster is None:
            key = (reading.kind, position) if reading.fresh or reading.kind == "odd" else self._key(reading, position)
            cluster = self._clusters.setdefault(key, Cluster())
        cluster.readings.append(reading)
        self._memory.add(reading, cluster)
        return cluster

    @staticmethod
    def _alias_key(reading: Reading) -> Hashable:
        if reading.kind == "known":
            return "known", reading.key
        return ("name", reading.features) if reading.kind == "name" else ("body", reading.key, reading.features)

    def _own_key(self, reading: Reading) -> Hashable:
        if reading.kind == "known":
            return "known", reading.key
        if reading.kind == "name" or (reading.key.split(" ")[0] in _NAMED_BODIES and reading.features in self._named):
            return self._named[reading.features]
        if reading.kind == "body":
            return self._of_body.get((reading.key, reading.features), ("body", reading.key, reading.features))
        return "people", reading.key, reading.plural, reading.number, reading.features

    def _key(self, reading: Reading, position: int) -> Hashable:
        own = self._own_key(reading)
        if reading.kind == "body" and not reading.definite:
            return own
        if reading.kind not in ("name", "body"):
            return own
        if own in self._settled:
            return self._settled[own]
        key = self._name_key(reading, position) if reading.kind == "name" else self._body_key(reading, position)
        if reading.features:
            self._settled[own] = key or own
        return key or own

    def _name_key(self, reading: Reading, position: int) -> Hashable | None:
        if len(reading.features) == 1 and len(reading.label) >= _SHORTEST_ACRONYM and reading.label[-1].isupper():
            spelled = self._initials.get(reading.label.replace(".", "").casefold())
            if spelled is not None:
                return spelled

        def accept(found: frozenset[str]) -> bool:
            # A first name alone, or the first word of an organisation's, does not stand for the whole.
            first = self._order.get(found, "").split(" ")[0]
            return len(reading.features) > 1 or first not in reading.features

        if not reading.features:
            return None
        found = self._fuller.find("name", reading.features, position, accept)
        return None if found is None else self._named[found]

    def _body_key(self, reading: Reading, position: int) -> Hashable | None:
        own = self._own_key(reading)
        if reading.features and own in self._clusters:
            return own
        found = self._fuller.find(reading.key, reading.features, position)
        if found is not None:
            return self._of_body[reading.key, found]
        if reading.features or own in self._clusters:
            return own
        referred = self._refer(reading)
        if referred is not None:
            self._clusters[own] = referred
        return own

    def _people(self, reading: Reading) -> Cluster | None:
        """Find the cluster of some people; None where they are new."""
        if reading.fresh:
            return None
        if not reading.definite:
            if not reading.plural and reading.type in _INFORMANTS:
                return Cluster()
            return self._same_people(reading, exact=True)
        return self._same_people(reading, exact=False) or self._refer(reading) or self._other_noun(reading)

    def _same_people(self, reading: Reading, exact: bool) -> Cluster | None:
        """Find the people last mentioned with the same noun; ``exact`` where nothing shows that they were mentioned."""
        for cluster in self._memory.with_noun(reading.lemma or reading.key, reading.plural):
            first = cluster.first
            if first.kind != "people":
                if exact:
                    continue
                return cluster  # "the spokesman": of an organisation, or a person with a name
            numbers_fit = not reading.number or first.number in ("", reading.number)
            same = reading.features == first.features or (not exact and reading.features < first.features)
            if numbers_fit and same and not (exact and first.fresh):
                return cluster
        return None

    def _other_noun(self, reading: Reading) -> Cluster | None:
        """Find the gunmen whom "the attackers" are."""
        if reading.cls != "assailant" or reading.features:
            return None
        cluster = self._memory.latest_assailant(reading.plural)
        return cluster if cluster is not None and reading.number in ("", cluster.first.number) else None

    def _refer(self, reading: Reading) -> Cluster | None:
        """Find the actor that a definite noun with nothing more to it refers back to, by its type."""
        if reading.features or not reading.definite:
            return None
        types = REFERS.get(reading.lemma, ())
        if reading.kind == "people" and not (reading.plural or reading.cls == "group"):
            return None  # one person is no group
        cluster = self._memory.with_word(reading.lemma, reading.type) or self._memory.latest(types)
        if cluster is None and "armed_group" in types and len(self._armed) == 1 and reading.cls != "group":
            # "The militants" before the only group that the document names.
            return self._clusters.setdefault(("known", next(iter(self._armed))), Cluster())
        if cluster is not None and reading.lemma == "observatory" and "bservator" not in cluster.first.label:
            return None
        return cluster


def _national(reading: Reading) -> Reading:
    """Read "Israeli troops" and "the Israeli army" as the known actor that the table has for either."""
    if reading.kind != "body" or reading.key not in ("military", "government") or len(reading.features) != 1:
        return reading
    known = _known_body(next(iter(reading.features)), reading.key)
    if known is None or reading.number:
        return reading
    return known_reading(known, None)._replace(lemma=reading.lemma, cls=reading.cls)


@lru_cache(maxsize=1024)
def _known_body(country: str, cls: str) -> KnownActor | None:
    found = (known_by_name(f"{name} {cls}") for name in country_names(country))
    return next((actor for actor in found if actor is not None), None)


def _body_of(reading: Reading) -> str:
    """Return the class of bodies that a known actor belongs to: "the army" may be the Israeli military."""
    if reading.type == "coalition":
        return "coalition"
    if reading.label.endswith("Police Department"):
        return "police"
    for cls, kind in (("military", "state_forces"), ("government", "government")):
        country = next(iter(reading.features), "")
        if reading.type == kind and country:
            known = _known_body(country, cls)
            if known is not None and known.name == reading.key:
                return cls
    return ""
