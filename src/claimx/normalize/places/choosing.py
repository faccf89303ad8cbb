"""Choose, for all locations of a document together, the place that each means.

Each location's candidates start from what is known of them alone (people, kind, what the text says beside it), and are
then weighed by the others' likeliest places: towns of one article tend to lie near each other, in one area, in one
country (the heuristics of Leidner, "Toponym resolution in text", 2007: one sense per discourse, spatial minimality,
containment). The choices are revised together a few times (mean field).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimx.normalize.places.candidates import Candidate
from claimx.normalize.places.gazetteer import KIND_NUMBERS, NO_ROW, Gazetteer
from claimx.normalize.places.weights import PlaceWeights
from claimx.schema.labels import PLACE_KINDS

_EARTH_KM = 6371.0

# Share of an area's people from which its name rather means the city that it is named for.
_SEAT_SHARE = 0.3

# Candidates of a document that are weighed against each other: their table grows with the square.
_MOST_TOGETHER = 600


def choose(
    gazetteer: Gazetteer,
    groups: Sequence[Sequence[Candidate]],
    inside: Sequence[NDArray[np.bool_] | None],
    weights: PlaceWeights,
) -> list[NDArray[np.float64]]:
    """The probability of each candidate of each location, (candidates,) each, summing to one.

    Args:
        gazetteer: the places.
        groups: the candidates of each distinct location; none of them empty.
        inside: for each location, which candidates lie in the place that the text names beside it; None where it
            names none.
        weights: of the signs.
    """
    most = max(2, _MOST_TOGETHER // max(1, len(groups)))
    cut = [group[:most] for group in groups]
    sizes = np.array([len(group) for group in cut])
    ends = np.cumsum(sizes)
    places = [slice(end - len(group), end) for end, group in zip(ends.tolist(), cut, strict=True)]
    rows = np.array([c.row for group in cut for c in group], dtype=np.int64)
    owner = np.repeat(np.arange(len(cut)), sizes)
    start = _alone(gazetteer, cut, rows, weights)
    for place, told in zip(places, inside, strict=True):
        if told is not None:
            start[place] += weights.container * told[:most]
    chances = _softmax(start, owner, ends - sizes)
    if len(cut) > 1:
        ties = _ties(gazetteer, rows, weights)
        ties[owner[:, None] == owner[None, :]] = 0.0
        share = (len(cut) - 1) ** (weights.damping - 1)
        for _ in range(weights.rounds):
            chances = _softmax(start + (ties @ chances) * share, owner, ends - sizes)
    return [_padded(chances[place], len(group)) for place, group in zip(places, groups, strict=True)]


def _padded(chances: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    return chances if len(chances) == size else np.pad(chances, (0, size - len(chances)))


def _alone(
    gazetteer: Gazetteer, groups: Sequence[Sequence[Candidate]], rows: NDArray[np.int64], weights: PlaceWeights
) -> NDArray[np.float64]:
    """What speaks for each candidate of each location when the others are not looked at, (candidates of all,)."""
    by_kind = np.array([weights.kinds.get(kind, 0.0) for kind in PLACE_KINDS])
    people = np.log10(gazetteer.populations[rows] + 100.0)
    scores = weights.population * people + by_kind[gazetteer.kinds[rows]]
    scores -= weights.other_name * np.array([candidate.other_name for group in groups for candidate in group])
    seats = [
        has_seat and not candidate.told_kind
        for group in groups
        for candidate, has_seat in zip(group, _have_seats(gazetteer, group), strict=True)
    ]
    return scores - weights.seat * np.array(seats)


def _have_seats(gazetteer: Gazetteer, group: Sequence[Candidate]) -> list[bool]:
    """Which candidates are areas around another one, a city in which much of their people live."""
    rows = [candidate.row for candidate in group]
    cities = [row for row in rows if gazetteer.kinds[row] == KIND_NUMBERS["city"]]
    if not 0 < len(cities) < len(rows):
        return [False] * len(rows)
    areas = {
        int(column[city])
        for city in cities
        for column in (gazetteer.admin1, gazetteer.admin2)
        if column[city] != NO_ROW and gazetteer.populations[city] >= _SEAT_SHARE * gazetteer.populations[column[city]]
    }
    return [row in areas for row in rows]


def _ties(gazetteer: Gazetteer, rows: NDArray[np.int64], weights: PlaceWeights) -> NDArray[np.float64]:
    """How much candidate j, if meant, speaks for candidate i: (n, n)."""
    country, admin1 = gazetteer.countries[rows], gazetteer.admin1[rows]
    is_country = gazetteer.kinds[rows] == KIND_NUMBERS["country"]
    same_country = (country[:, None] == country[None, :]) & (country[:, None] != NO_ROW)
    same_area = (admin1[:, None] == admin1[None, :]) & (admin1[:, None] != NO_ROW)
    near = np.exp(-_kilometres(gazetteer, rows) / weights.reach)
    # A country's middle is near to nothing in particular.
    near[is_country[:, None] | is_country[None, :]] = 0.0
    ties = weights.same_country * same_country + weights.same_area * same_area + weights.near * near
    return ties + weights.contains * (is_country[:, None] & same_country)


def _kilometres(gazetteer: Gazetteer, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Great-circle distances, (n, n)."""
    latitude = np.radians(gazetteer.latitudes[rows].astype(np.float64))
    longitude = np.radians(gazetteer.longitudes[rows].astype(np.float64))
    points = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1
    )
    return _EARTH_KM * np.arccos(np.clip(points @ points.T, -1.0, 1.0))


def _softmax(scores: NDArray[np.float64], owner: NDArray[np.int64], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
    return raised / np.bincount(owner, raised)[owner]
