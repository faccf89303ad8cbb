"""Place names to places: GeoNames, offline."""

from claimx.normalize.places.place import Place
from claimx.normalize.places.resolve import PlaceMention, resolve_places

__all__ = ["Place", "PlaceMention", "resolve_places"]
