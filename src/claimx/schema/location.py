"""Where it happened: the words and the place on the map that they mean."""

from typing import Any

from pydantic import Field, model_validator

from claimx.schema.labels import PlaceKind
from claimx.schema.quote import Quote


class Location(Quote):
    """A quoted location and its place in GeoNames; everything but the quote is null where it is not resolved."""

    name: str | None = Field(default=None, description="The place's usual name.")
    country_code: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code of its country, or null.")
    admin_area: str | None = Field(default=None, description="First-level administrative area that it lies in or is.")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Degrees north (WGS 84).")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Degrees east (WGS 84).")
    geonames_id: int | None = Field(default=None, description="Number in GeoNames, or null.")
    kind: PlaceKind | None = Field(default=None, description="What kind of thing the place is.")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="Probability that this is the place meant, within 161 km."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_quote(cls, value: Any) -> Any:
        return value.model_dump() if type(value) is Quote else value
