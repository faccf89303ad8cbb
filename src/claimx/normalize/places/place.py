"""What a place name is resolved to."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.schema.labels import PlaceKind


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, or none.

    Attributes:
        name: its usual name; None where the words could not be resolved.
        country_code: ISO 3166-1 alpha-2; None for what lies in several countries or in none.
        admin_area: name of the first-level administrative area that it lies in or is; None where it has none.
        latitude: degrees north (WGS 84). Of an area: a point in its middle.
        longitude: degrees east.
        geonames_id: its number in GeoNames; None where the gazetteer gives none.
        kind: what kind of thing it is: a state, its first or second administrative level, a populated place, or a
            region, water or landform that no administration bounds.
        confidence: probability that this is the place meant, within 161 km (100 miles, the usual tolerance of toponym
            resolution: Gritta et al., "A pragmatic guide to geoparsing evaluation", 2020).
    """

    name: str | None = None
    country_code: str | None = None
    admin_area: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    kind: PlaceKind | None = None
    confidence: float | None = None

    @property
    def resolved(self) -> bool:
        """Whether the words were resolved to a place."""
        return self.name is not None


#: What words that name no place known to the gazetteer are resolved to.
UNRESOLVED = Place()
