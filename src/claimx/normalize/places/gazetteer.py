"""The gazetteer: every place that a name can be resolved to, in flat arrays with an index of names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from claimx.normalize.places.folding import fold, skeleton
from claimx.schema.labels import PLACE_KINDS

#: Number of each kind in the column ``kinds``.
KIND_NUMBERS: dict[str, int] = {kind: number for number, kind in enumerate(PLACE_KINDS)}

#: Stands for "none" in a column of row numbers.
NO_ROW = -1


@dataclass
class NameIndex:
    """Rows by name: the hashes of the names' keys, sorted, and the row that each belongs to.

    Attributes:
        hashes: hash of each key, ascending, (K,).
        rows: the row that bears it, (K,).
    """

    hashes: NDArray[np.int64]
    rows: NDArray[np.int32]

    @classmethod
    def build(cls, hashes: NDArray[np.int64], rows: NDArray[np.int32]) -> NameIndex:
        """Sort pairs of hash and row."""
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], rows[order])

    def find(self, key: str) -> NDArray[np.int32]:
        """The rows that bear a key, each once, ascending."""
        wanted = np.int64(hash(key))
        start = self.hashes.searchsorted(wanted, side="left")
        if start == len(self.hashes) or self.hashes[start] != wanted:
            return self.rows[:0]
        end = self.hashes.searchsorted(wanted, side="right")
        return np.unique(self.rows[start:end])


@dataclass(eq=False)
class Gazetteer:
    """N places. Arrays keep it small: some 300,000 places take about 60 MB. Each is equal to itself only.

    Attributes:
        names: usual name of each place, N.
        kinds: index into :data:`~claimx.normalize.places.place.PLACE_KINDS`, (N,).
        geonames_ids: number in GeoNames, 0 for none, (N,).
        countries: row of the country, or -1, (N,).
        admin1: row of the first-level area that it lies in or is, or -1, (N,).
        admin2: row of the second-level area, or -1, (N,).
        latitudes: degrees north, (N,).
        longitudes: degrees east, (N,).
        populations: people; of an area, those of its populated places, (N,).
        country_codes: ISO code of each country by its row.
        capitals: row of each country's capital by the country's code.
        index: rows by the key of their names (:func:`~claimx.normalize.places.folding.fold`).
    """

    names: list[str]
    kinds: NDArray[np.int8]
    geonames_ids: NDArray[np.int32]
    countries: NDArray[np.int32]
    admin1: NDArray[np.int32]
    admin2: NDArray[np.int32]
    latitudes: NDArray[np.float32]
    longitudes: NDArray[np.float32]
    populations: NDArray[np.int64]
    country_codes: dict[int, str]
    capitals: dict[str, int]
    index: NameIndex

    def __post_init__(self) -> None:
        self._skeletons: dict[int, dict[str, list[int]]] = {}

    def find(self, key: str) -> NDArray[np.int32]:
        """The rows of the places that bear a name, by the name's key."""
        return self.index.find(key)

    def find_alike(self, bare: str, country: int) -> list[int]:
        """The rows of the places in a country whose names have a skeleton, so are other romanisations of one word."""
        if country not in self._skeletons:
            table: dict[str, list[int]] = {}
            for row in np.flatnonzero((self.countries == country) & (np.arange(len(self.names)) != country)):
                found = skeleton(fold(self.names[row]))
                if found:
                    table.setdefault(found, []).append(int(row))
            self._skeletons[country] = table
        return self._skeletons[country].get(bare, [])

    @cached_property
    def country_rows(self) -> dict[str, int]:
        """Row of each country by its ISO code."""
        return {code: row for row, code in self.country_codes.items()}
