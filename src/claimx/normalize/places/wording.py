"""Ways to read the words of a location: which name they hold, and what they say of its kind and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimx.normalize.places.folding import fold, without_article
from claimx.schema.labels import PlaceKind

# What a word for a kind of place says of the place that it names.
_KIND_WORDS: dict[str, tuple[PlaceKind, ...]] = {
    "province": ("admin1", "admin2"),
    "governorate": ("admin1", "admin2"),
    "state": ("admin1", "country"),
    "oblast": ("admin1",),
    "krai": ("admin1",),
    "region": ("admin1", "region", "admin2"),
    "department": ("admin1", "admin2"),
    "prefecture": ("admin1", "admin2"),
    "county": ("admin2", "admin1"),
    "parish": ("admin2", "admin1"),
    "district": ("admin2", "admin1", "city"),
    "agency": ("admin2",),
    "tehsil": ("admin2", "city"),
    "subdistrict": ("admin2", "city"),
    "division": ("admin1", "admin2"),
    "canton": ("admin1", "admin2"),
    "municipality": ("admin2", "city"),
    "republic": ("country", "admin1"),
    "city": ("city",),
    "town": ("city",),
    "township": ("city", "admin2"),
    "village": ("city",),
    "hamlet": ("city",),
    "settlement": ("city",),
    "suburb": ("neighbourhood", "city"),
    "neighbourhood": ("neighbourhood", "city"),
    "neighborhood": ("neighbourhood", "city"),
    "borough": ("neighbourhood", "admin2", "city"),
    "island": ("island", "region", "admin1"),
    "islands": ("island", "region", "admin1", "country"),
    "peninsula": ("region", "admin1"),
    "valley": ("region", "admin2"),
    "river": ("river",),
    "lake": ("lake",),
    "sea": ("sea",),
    "desert": ("desert",),
    "mountains": ("mountain", "region"),
}
_KINDS = "|".join(sorted(_KIND_WORDS, key=len, reverse=True))

_DIRECTION = (
    r"(?:(?:far |extreme )?(?:north|south|east|west|central|centre|middle|upper|lower|inner|outer|greater|downtown"
    r"|north[ -]?east|north[ -]?west|south[ -]?east|south[ -]?west|mid|rural|coastal|suburban|metropolitan|mainland)"
    r"(?:ern|ernmost)?)"
)
_KIND_OF = re.compile(rf"^(?:the )?(?:[a-z]+ )?({_KINDS}) of (.+)$")
_KIND_LAST = re.compile(rf"^(.+?) ({_KINDS})$")
_KIND_FIRST = re.compile(rf"^(?:the )?({_KINDS}) (.+)$")
_DIRECTED = re.compile(
    rf"^(?:the )?{_DIRECTION}(?: {_DIRECTION})?(?: part| parts| half| end| side| tip)?(?: of)? (.+)$"
)
_PART_OF = re.compile(
    r"^(?:the )?(?:[a-z]+ )?(?:outskirts|suburbs?|edges?|countryside|vicinity|environs|streets|centre|center|heart"
    r"|coast|border|shores?|banks?|parts?|areas?|port|capital|village|town|city|district|province|region)"
    r" (?:of|near|in|outside) (.+)$"
)
_NEAR = re.compile(r"^(?:near|nearby|outside|around|in|at|off|across|just outside|close to|inside|from|to) (.+)$")
_THING_LAST = re.compile(
    r"^(.+?) (?:international airport|airport|university|countryside|outskirts|suburbs?|areas?|city centre|city center"
    r"|metropolitan area|metro area|city limits|border|coast|refugee camp|camp|old city|highlands?|hills?|belt|sector"
    r"|axis|front|villages?|jail|prison|hospital|market|air base|airbase|base|railway station|station|port|harbou?r)$"
)
# Words that alone name no place in particular, though some village bears each of them.
_THINGS = frozenset(
    "home house hospital school market prison jail university airport church mosque temple camp base station"
    " village town city centre center capital border area region district province county state street road"
    " highway bridge hotel office park farm forest mountain mountains river lake sea coast beach island valley"
    " desert north south east west northeast northwest southeast southwest downtown world country".split()
)
_SAINTS = re.compile(r"\bst(?= )")
_FORTS = re.compile(r"\bft(?= )")
_MOUNTS = re.compile(r"\bmt(?= )")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words of a location.

    Attributes:
        key: key of the name.
        kinds: the kinds of place that the words around the name speak of; empty where they tell nothing.
        part: whether the words mean a part of the place or something in it or near it, rather than the place.
        container: words of the place that contains it, as in "Columbus, Ohio"; None where there are none.
    """

    key: str
    kinds: tuple[PlaceKind, ...] = ()
    part: bool = False
    container: str | None = None


@lru_cache(maxsize=4096)
def first_reading(text: str) -> Reading | None:
    """The most literal way to read a location; None where there is none."""
    return next(readings(text), None)


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a location, the most literal first; at most a dozen.

    Args:
        text: the words of the location, as quoted.
    """
    found: set[str] = set()
    for reading in _readings(text):
        if reading.key and reading.key not in _THINGS and reading.key not in found:
            found.add(reading.key)
            yield reading
        if len(found) == 12:
            break


def _readings(text: str) -> Iterator[Reading]:
    text = re.sub(r"\s+", " ", text).strip(" ,;:[]\"'“”‘’") if len(text) < 200 else ""
    for name, container in (*_contained(text), (text, None)):
        key = fold(re.sub(r"['’]s?$", "", name)) if name else ""
        yield from _of_key(key, container)


def _contained(text: str) -> Iterator[tuple[str, str]]:
    """Splits at a comma or bracket, after which the containing place stands."""
    match = re.match(r"^([^,(]+?)\s*[,(]\s*(.+?)\)?$", text)
    if match:
        yield match[1], match[2]
    match = re.match(r"^(.+?) in ((?:the )?[A-Z].+)$", text)
    if match:
        yield match[1], match[2]


def _of_key(key: str, container: str | None) -> Iterator[Reading]:
    for each, kinds, part in _stripped(key):
        for spelling in _spellings(each):
            yield Reading(spelling, kinds, part, container)


def _spellings(key: str) -> Iterator[str]:
    yield key
    bare = without_article(key)
    yield bare
    full = _MOUNTS.sub("mount", _FORTS.sub("fort", _SAINTS.sub("saint", bare)))
    yield full
    if full == bare:
        yield re.sub(r"\bsaint\b", "st", re.sub(r"\bfort\b", "ft", re.sub(r"\bmount\b", "mt", bare)))


def _stripped(key: str) -> Iterator[tuple[str, tuple[PlaceKind, ...], bool]]:
    """A key, and what is left of it without the words around its name, again and again."""
    kinds: tuple[PlaceKind, ...] = ()
    part = False
    for _ in range(4):
        yield key, kinds, part
        if match := _KIND_OF.match(key):
            kinds, key = _KIND_WORDS[match[1]], match[2]
        elif match := _KIND_LAST.match(key):
            kinds, key = _KIND_WORDS[match[2]], match[1]
        elif match := (_PART_OF.match(key) or _DIRECTED.match(key) or _NEAR.match(key) or _THING_LAST.match(key)):
            part, key = True, match[1]
        elif match := _KIND_FIRST.match(key):
            kinds, key = _KIND_WORDS[match[1]], match[2]
        else:
            return
