"""Finds, for a short mention, the fuller mentions of a document that it may be short for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

_REACH = 32  # fuller mentions that are compared, so that the work stays in proportion to the mentions


class FullerIndex:
    """The feature sets of a document's mentions, by group and in the document's order.

    A feature set is fuller than another if it holds it and more: {"IQ", "federal"} than {"IQ"} than {}.
    """

    def __init__(self) -> None:
        self._sets: dict[Hashable, dict[frozenset[str], list[int]]] = defaultdict(dict)
        self._holding: dict[tuple[Hashable, str], list[frozenset[str]]] = defaultdict(list)
        self._all: dict[Hashable, list[frozenset[str]]] = defaultdict(list)

    def add(self, group: Hashable, features: frozenset[str], position: int) -> None:
        """Enter a mention.

        Args:
            group: what it is of; only mentions of one group are compared.
            features: its features.
            position: its place among the document's mentions, never less than any entered before.
        """
        positions = self._sets[group].setdefault(features, [])
        if not positions:
            self._all[group].append(features)
            for feature in features:
                self._holding[group, feature].append(features)
        positions.append(position)

    def find(
        self,
        group: Hashable,
        features: frozenset[str],
        position: int,
        accept: Callable[[frozenset[str]], bool] = lambda found: True,
    ) -> frozenset[str] | None:
        """Find the feature set that a mention is short for.

        Args:
            group: the mention's group.
            features: its features.
            position: its place among the document's mentions.
            accept: tells whether a fuller set may be meant.

        Returns:
            The fuller set that was mentioned last before it, else the only one that follows; None if there is none
            before and there are several after.
        """
        candidates = [found for found in self._fuller(group, features) if accept(found)]
        nearest, chosen = -1, None
        for found in candidates:
            positions = self._sets[group][found]
            index = bisect_left(positions, position)
            if index and positions[index - 1] > nearest:
                nearest, chosen = positions[index - 1], found
        if chosen is not None:
            return chosen
        return candidates[0] if len(candidates) == 1 else None

    def _fuller(self, group: Hashable, features: frozenset[str]) -> Iterable[frozenset[str]]:
        lists = [self._holding.get((group, feature), []) for feature in features]
        shortest = min(lists, key=len) if lists else self._all.get(group, [])
        return (found for found in shortest[:_REACH] if features < found)
