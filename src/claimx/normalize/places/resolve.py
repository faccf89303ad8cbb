"""Resolve the locations of a document to places, all together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimx.errors import InvalidTextError
from claimx.normalize.places.candidates import ROMANISED, Candidate, candidates, candidates_alike
from claimx.normalize.places.choosing import choose
from claimx.normalize.places.confidence import place_confidence
from claimx.normalize.places.context import containers_nearby, is_name
from claimx.normalize.places.folding import fold, without_article
from claimx.normalize.places.gazetteer import NO_ROW, Gazetteer
from claimx.normalize.places.load import gazetteer as load_gazetteer
from claimx.normalize.places.place import UNRESOLVED, Place
from claimx.normalize.places.weights import DEFAULT_WEIGHTS, PlaceWeights
from claimx.normalize.places.wording import first_reading
from claimx.schema.labels import PLACE_KINDS


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A location as a document quotes it.

    Attributes:
        text: its words.
        start: offset of its first character in the document; None where it stands nowhere.
    """

    text: str
    start: int | None = None


@dataclass
class _Group:
    """The mentions of a document that mean one place, since they have the same words."""

    candidates: tuple[Candidate, ...]
    inside: NDArray[np.bool_] | None
    named: bool


def resolve_places(
    mentions: Sequence[PlaceMention | str], text: str = "", weights: PlaceWeights = DEFAULT_WEIGHTS
) -> list[Place]:
    """The place that each location of a document means.

    Ambiguity is settled over the whole document: a name has one sense in it, and the places of an article lie near
    each other. Names that the gazetteer does not know are unresolved, never guessed.

    Args:
        mentions: the locations of one document; strings for locations whose position is not known.
        text: the document, in which a containing place may stand beside a location ("Columbus, Ohio").
        weights: of the signs that places are chosen by.

    Returns:
        A place for each mention, in their order.

    Raises:
        InvalidTextError: a mention is neither a str nor a :class:`PlaceMention`.
        GazetteerError: the packages that carry the gazetteer are missing or damaged.
    """
    located = [_mention(each) for each in mentions]
    if not located:
        return []
    gazetteer = load_gazetteer()
    keys = [without_article(fold(mention.text[:_LONGEST])) for mention in located]
    groups: dict[str, _Group] = {}
    for key, mention in zip(keys, located, strict=True):
        group = groups.get(key)
        if group is None:
            is_named = is_name(mention.text, text)
            groups[key] = group = _Group(candidates(gazetteer, mention.text) if is_named else (), None, is_named)
        if group.inside is None and group.candidates:
            group.inside = _told_inside(gazetteer, group.candidates, mention, text)
            if group.inside is None and _lies_elsewhere(gazetteer, mention):
                group.candidates, group.named = (), False
    _find_alike(gazetteer, groups, dict(zip(keys, located, strict=True)))
    named = {key: group for key, group in groups.items() if group.candidates}
    chances = (
        choose(gazetteer, [g.candidates for g in named.values()], [g.inside for g in named.values()], weights)
        if named
        else []
    )
    places = {
        key: _place(gazetteer, group.candidates, chance)
        for (key, group), chance in zip(named.items(), chances, strict=True)
    }
    return [places.get(key, UNRESOLVED) for key in keys]


_LONGEST = 200


def _mention(mention: PlaceMention | str) -> PlaceMention:
    if isinstance(mention, str):
        return PlaceMention(mention)
    if isinstance(mention, PlaceMention) and isinstance(mention.text, str):
        return mention
    raise InvalidTextError(f"a location must be a str or a PlaceMention, not {type(mention).__name__}")


def _told_inside(
    gazetteer: Gazetteer, group: Sequence[Candidate], mention: PlaceMention, text: str
) -> NDArray[np.bool_] | None:
    """Which candidates lie in the place that stands beside a location or in its own words; None where none of them."""
    beside = _own_container(mention)
    if mention.start is not None:
        beside += containers_nearby(text, mention.start, mention.start + len(mention.text))
    for words in beside:
        areas = {candidate.row for candidate in candidates(gazetteer, words)}
        inside = np.array([bool(areas & _areas(gazetteer, candidate.row)) for candidate in group])
        if inside.any():
            return inside
    return None


def _lies_elsewhere(gazetteer: Gazetteer, mention: PlaceMention) -> bool:
    """Whether the words themselves name a containing place ("Avalon, Ohio"), in which no candidate lies."""
    containers = _own_container(mention)
    kinds = {PLACE_KINDS[gazetteer.kinds[c.row]] for words in containers for c in candidates(gazetteer, words)}
    return bool(kinds & {"country", "admin1"})


def _own_container(mention: PlaceMention) -> list[str]:
    """The containing place that a location's own words name, if they do."""
    reading = first_reading(mention.text)
    return [reading.container] if reading and reading.container else []


def _areas(gazetteer: Gazetteer, row: int) -> set[int]:
    """The areas that contain a place, itself left out."""
    columns = (gazetteer.countries, gazetteer.admin1, gazetteer.admin2)
    return {int(column[row]) for column in columns} - {NO_ROW, row}


def _find_alike(gazetteer: Gazetteer, groups: dict[str, _Group], mentions: dict[str, PlaceMention]) -> None:
    """Look up names that are found nowhere in other romanisations, in the countries that the document speaks of."""
    unknown = [key for key, group in groups.items() if group.named and not group.candidates]
    if not unknown:
        return
    countries = {int(gazetteer.countries[c.row]) for group in groups.values() for c in group.candidates[:1]}
    romanised = [country for country in sorted(countries) if gazetteer.country_codes.get(country) in ROMANISED]
    for key in unknown:
        groups[key].candidates = candidates_alike(gazetteer, mentions[key].text, romanised)


def _place(gazetteer: Gazetteer, group: Sequence[Candidate], chances: NDArray[np.float64]) -> Place:
    best = int(chances.argmax())
    row = group[best].row
    country, area = int(gazetteer.countries[row]), int(gazetteer.admin1[row])
    return Place(
        name=gazetteer.names[row],
        country_code=gazetteer.country_codes.get(country),
        admin_area=gazetteer.names[area] if area != NO_ROW else None,
        latitude=round(float(gazetteer.latitudes[row]), 5),
        longitude=round(float(gazetteer.longitudes[row]), 5),
        geonames_id=int(gazetteer.geonames_ids[row]) or None,
        kind=PLACE_KINDS[gazetteer.kinds[row]],
        confidence=place_confidence(float(chances[best]), group[best].alike),
    )
