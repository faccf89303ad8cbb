"""How much each sign counts when one of several places of a name is chosen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PlaceWeights:
    """Weights of the signs, in nats of log odds; chosen on half of the LGL corpus (``benchmarks/places.py``).

    Attributes:
        population: per factor of ten in people.
        kinds: of each kind of place, against a city's.
        seat: against an area, where a large city of the same name lies in it.
        other_name: against a city that mostly goes by another name.
        container: of lying in the place that the text names beside the location.
        same_area: of another place of the text that lies in the same first-level area.
        same_country: of another place of the text that lies in the same country.
        near: of another place of the text at no distance; falls off with ``reach``.
        reach: kilometres at which nearness counts 1/e.
        contains: of another place of the text that lies in this area or country.
        damping: how far several other places count more than one (1: as their sum; 0: as their mean).
        rounds: how often the choices are revised in the light of each other.
    """

    population: float = 0.6
    kinds: dict[str, float] = field(
        default_factory=lambda: {
            "country": 3.0,
            "admin1": 1.0,
            "admin2": -0.8,
            "region": 2.5,
            "continent": 4.0,
            "sea": 2.5,
            "lake": 1.5,
            "river": 1.0,
            "desert": 2.0,
            "mountain": 1.0,
            "island": 2.0,
        }
    )
    seat: float = 2.0
    other_name: float = 1.0
    container: float = 5.0
    same_area: float = 3.0
    same_country: float = 1.0
    near: float = 2.5
    reach: float = 100.0
    contains: float = 1.3
    damping: float = 0.5
    rounds: int = 3


DEFAULT_WEIGHTS = PlaceWeights()
