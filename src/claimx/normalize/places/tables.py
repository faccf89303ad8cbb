"""The small tables that lie beside the code: what GeoNames' cities and administrative areas do not tell."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

from claimx.normalize.places.folding import fold
from claimx.schema.labels import PlaceKind


@dataclass(frozen=True, slots=True)
class Region:
    """A region, water or landform that no administration bounds, or one that news calls otherwise.

    Attributes:
        name: its usual name.
        aliases: other names.
        kind: what it is.
        country_codes: the countries that it lies in; none for seas and continents.
        latitude: of its middle, degrees north.
        longitude: degrees east.
        geonames_id: its number in GeoNames, where known.
    """

    name: str
    aliases: tuple[str, ...]
    kind: PlaceKind
    country_codes: tuple[str, ...]
    latitude: float
    longitude: float
    geonames_id: int | None


@dataclass(frozen=True, slots=True)
class Demonym:
    """What an adjective or noun of belonging ("Syrian", "Texan") points at.

    Attributes:
        country_code: the country; None for what belongs to several.
        place: the name of the place in it, or None for the country itself.
    """

    country_code: str | None
    place: str | None


def regions() -> list[Region]:
    """The regions of ``regions.tsv``."""
    return [
        Region(
            row["name"],
            _split(row["aliases"]),
            cast(PlaceKind, row["kind"]),
            _split(row["country_codes"]),
            float(row["latitude"]),
            float(row["longitude"]),
            int(row["geonames_id"]) if row["geonames_id"] else None,
        )
        for row in _rows("regions.tsv")
    ]


def country_centres() -> dict[str, tuple[float, float]]:
    """A point in the middle of each country, (degrees north, degrees east), by ISO code."""
    return {row["country_code"]: (float(row["latitude"]), float(row["longitude"])) for row in _rows("countries.tsv")}


@lru_cache(maxsize=1)
def demonyms() -> dict[str, Demonym]:
    """Demonyms by the key of their words; plurals in -s as well."""
    table: dict[str, Demonym] = {}
    for row in _rows("demonyms.tsv"):
        key, demonym = fold(row["demonym"]), Demonym(row["country_code"] or None, row["place"] or None)
        table[key] = demonym
        table.setdefault(f"{key}s", demonym)
    return table


def abbreviated(words: str) -> tuple[str, str] | None:
    """The country and the name that an abbreviation of American news stands for ("Calif.", "W. Va.", "OH"), or None."""
    table = _abbreviations()
    bare = words.replace(" ", "")
    plain = bare.replace(".", "")
    return table.get(bare) or table.get(plain) or (table.get(plain.capitalize()) if bare != plain else None)


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for row in _rows("abbreviations.tsv"):
        meaning = row["country_code"], row["name"]
        bare = row["abbreviation"].replace(" ", "")
        table[bare] = meaning
        table.setdefault(bare.replace(".", ""), meaning)
    return table


def _rows(name: str) -> list[dict[str, str]]:
    with (files(__package__) / "data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
