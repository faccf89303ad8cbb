"""The places that the words of a location may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from claimx.normalize.places.folding import fold, skeleton
from claimx.normalize.places.gazetteer import KIND_NUMBERS, NO_ROW, Gazetteer
from claimx.normalize.places.tables import Demonym, abbreviated, demonyms
from claimx.normalize.places.wording import Reading, readings
from claimx.schema.labels import PLACE_KINDS

#: Countries whose names are written in Latin letters in many ways, from Arabic, Persian, Urdu, Indic or Cyrillic ones.
ROMANISED = frozenset(
    "AE AF AM AZ BD BH BY DZ EG GE IL IN IQ IR JO KG KW KZ LB LY MA MR NP OM "
    "PK PS QA RU SA SD SO SY TD TJ TM TN UA UZ YE".split()
)

# The likeliest places of a name that are weighed against each other.
_MOST = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a location may mean.

    Attributes:
        row: the place in the gazetteer.
        told_kind: whether the words speak of a kind of place ("province"), its own or another.
        alike: whether its name is only another romanisation of the words.
        other_name: whether it is a city that mostly goes by another name.
    """

    row: int
    told_kind: bool
    alike: bool = False
    other_name: bool = False


@lru_cache(maxsize=4096)
def candidates(gazetteer: Gazetteer, text: str) -> tuple[Candidate, ...]:
    """The places that bear the name in the words, under the first reading that names any; by people, most first.

    Args:
        gazetteer: the places.
        text: the words of the location.
    """
    short = abbreviated(text)
    if short:
        return tuple(Candidate(row, False) for row in _by_people(gazetteer, _named(gazetteer, *short)))
    for reading in readings(text):
        rows = _by_people(gazetteer, _rows(gazetteer, reading))
        if rows:
            fitting = [row for row in rows if PLACE_KINDS[gazetteer.kinds[row]] in reading.kinds]
            if reading.kinds and fitting:
                # "Aleppo province" means no town; without a province of the name, the town's surroundings.
                return tuple(Candidate(row, True) for row in fitting[:_MOST])
            return tuple(
                Candidate(row, bool(reading.kinds), other_name=_has_other_name(gazetteer, row, reading.key))
                for row in rows[:_MOST]
            )
    return ()


def candidates_alike(gazetteer: Gazetteer, text: str, countries: Collection[int]) -> tuple[Candidate, ...]:
    """The places in some countries whose name is another romanisation of the words."""
    for reading in readings(text):
        bare = skeleton(reading.key)
        rows = [row for country in countries for row in gazetteer.find_alike(bare, country)]
        if rows:
            return tuple(Candidate(row, False, alike=True) for row in _by_people(gazetteer, rows)[:_MOST])
    return ()


def _by_people(gazetteer: Gazetteer, rows: Sequence[int]) -> list[int]:
    """Those of the places that have a point on the map, the most populous first."""
    return sorted(
        (row for row in rows if not np.isnan(gazetteer.latitudes[row])),
        key=lambda row: -int(gazetteer.populations[row]),
    )


def _has_other_name(gazetteer: Gazetteer, row: int, key: str) -> bool:
    return gazetteer.kinds[row] == KIND_NUMBERS["city"] and fold(gazetteer.names[row]) != key


def _rows(gazetteer: Gazetteer, reading: Reading) -> list[int]:
    demonym = demonyms().get(reading.key)
    if demonym:
        return _of_demonym(gazetteer, demonym)
    rows = [int(row) for row in gazetteer.find(reading.key)]
    return rows or _by_demonym(gazetteer, reading.key.split())


def _named(gazetteer: Gazetteer, country_code: str | None, name: str) -> list[int]:
    """The places of a name in a country, areas before cities."""
    country = gazetteer.country_rows.get(country_code, NO_ROW) if country_code else None
    rows = [int(row) for row in gazetteer.find(fold(name)) if country is None or gazetteer.countries[row] == country]
    areas = [row for row in rows if PLACE_KINDS[gazetteer.kinds[row]] not in ("city", "admin2")]
    return areas or rows


def _of_demonym(gazetteer: Gazetteer, demonym: Demonym) -> list[int]:
    if demonym.place:
        return _named(gazetteer, demonym.country_code, demonym.place)
    row = gazetteer.country_rows.get(demonym.country_code or "")
    return [] if row is None else [row]


def _by_demonym(gazetteer: Gazetteer, words: Sequence[str]) -> list[int]:
    """The country or region of "the Syrian city", the capital of "the Syrian capital"."""
    for n in range(min(3, len(words) - 1), 0, -1) if len(words) <= 4 else ():
        demonym = demonyms().get(" ".join(words[:n]))
        if demonym is None:
            continue
        if list(words[n:]) == ["capital"] and demonym.country_code in gazetteer.capitals:
            return [gazetteer.capitals[demonym.country_code]]
        return _of_demonym(gazetteer, demonym)
    return []
