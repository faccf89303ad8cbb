"""Readings of mentions that describe and do not name: "the Syrian army", "Interior Ministry sources", "two gunmen"."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.normalize.actors import vocabulary
from claimx.normalize.actors.items import Item
from claimx.normalize.actors.nouns import Noun
from claimx.normalize.actors.phrase import Phrase
from claimx.normalize.actors.reading import Reading
from claimx.normalize.actors.spelling import spelling_key

_OWNERS = ("body", "staff", "people", "adj")
_MACHINES = frozenset("aircraft jet warplane plane helicopter gunship drone".split()) | {"fighter jet"}
# Heads that are of whatever their modifier is: "coalition forces", "guerrilla column", "army helicopters".
_TAKING = frozenset(("military", "unit", "group"))
# Classes of bodies of many sorts, of which one noun does not stand for another: a newspaper for a station.
_SORTED = frozenset(("media", "monitor", "department", "parliament", "hospital"))
_SUBUNITS = frozenset("unit column squad team branch wing detachment patrol contingent section chapter".split())


def read_body(phrase: Phrase, head: Sequence[Item], tail: Sequence[Item], link: Item | None) -> Reading:
    """Read a mention by its nouns.

    Args:
        phrase: the mention.
        head: the items up to the first link after a noun; at least one is a noun.
        tail: the items after that link.
        link: the link; None where there is none.

    Returns:
        A reading of kind "body" or "people".
    """
    nouns = [(index, item.noun) for index, item in enumerate(head) if item.noun is not None]
    noun = nouns[-1][1]
    owner = _owner(nouns, noun)
    ruling = owner[1] if owner is not None else noun
    ends = (
        owner[0] if owner is not None and noun.kind == "voice" and owner[1].kind in ("body", "staff") else len(head) - 1
    )
    features = _features(head, ruling, noun)
    if link is not None and (ruling.kind == "body" or link.kind == "place" or link.text.casefold() == "of"):
        features |= _tail_features(tail)
    kind, cls = ruling.type, ruling.cls
    if ruling is not noun and (noun.cls == "unit" or noun.lemma in _SUBUNITS) and any(map(str.islower, features)):
        cls += " unit"  # "the army's fourth brigade" is not what "the army" stands for
    if kind == "state_forces" and cls == "military" and features & vocabulary.REBELLIOUS:
        kind, cls = "armed_group", "front"
    if cls == "military" or (owner is not None and noun.cls == "military" and ruling.cls == "government"):
        kind, cls = ("state_forces", "military") if kind != "armed_group" else (kind, cls)
    if cls == "authorities" and any(item.noun is not None and item.noun.lemma == "health" for item in head):
        cls = "health authorities"
    label = " ".join(item.text for item in head[: ends + 1] if item.text)
    if link is not None and tail and ends == len(head) - 1:
        label += " " + " ".join(item.text for item in (link, *tail) if item.text)
    rest = [word for word in phrase.core if word.start >= (*head, *tail)[-1].end]
    if cls == "coalition" and rest and rest[0].key == "against":
        label += " " + " ".join(word.text for word in rest)
    if cls in _SORTED:
        cls = f"{cls} {ruling.lemma}"
    if _is_body(phrase, noun, ruling, owner is not None):
        definite = phrase.definite or noun.kind == "voice"
        features = frozenset(spelling_key(f) if f.islower() else f for f in features)
        return Reading(
            "body", cls, kind, label, features, noun.lemma, noun.cls, definite, noun.plural, phrase.fresh, phrase.number
        )
    definite = phrase.definite and (phrase.article or not noun.plural)
    return Reading(
        "people", noun.lemma, kind, label, features, noun.lemma, cls, definite, noun.plural, phrase.fresh, phrase.number
    )


def _owner(nouns: Sequence[tuple[int, Noun]], noun: Noun) -> tuple[int, Noun] | None:
    """Find the noun before the last one that tells whose it is; None where the last one rules."""
    if noun.kind not in ("voice", "part", "office", "rank") and noun.cls not in _TAKING and noun.lemma != "agent":
        return None
    for index, before in reversed(nouns[:-1]):
        if before.kind in _OWNERS or before.type != "unknown":
            return index, before
    return None


def _is_body(phrase: Phrase, noun: Noun, ruling: Noun, owned: bool) -> bool:
    """Tell whether the mention stands for an organisation and not for some people."""
    if noun.kind == "voice":
        return (owned and ruling.kind in ("body", "staff", "adj")) or (noun.lemma == "official" and noun.plural)
    if noun.kind in ("office", "rank"):
        return False
    if ruling.kind == "body" or (owned and ruling.kind == "adj" and ruling.type == "monitor"):
        return True
    if ruling.kind == "staff":
        several = noun.plural and (phrase.definite or not phrase.number)
        return noun.lemma in _MACHINES or (several and not (phrase.article and not phrase.definite))
    return False


def _features(head: Sequence[Item], ruling: Noun, noun: Noun) -> frozenset[str]:
    found: set[str] = set()
    for item in head:
        if item.kind in ("country", "word"):
            found.add(item.key)
        elif item.noun is not None and item.noun is not ruling and item.noun is not noun:
            if item.noun.cls != ruling.cls and item.noun.cls not in ("government", "dr"):
                found.add(item.noun.lemma)
        elif item.known is not None:
            found.add(item.known.name)
    return frozenset(found)


def _tail_features(tail: Sequence[Item]) -> frozenset[str]:
    keys = (item.noun.lemma if item.noun is not None else item.key for item in tail if item.kind not in _PASSED)
    return frozenset(key for key in keys if key)


_PASSED = ("link", "place", "the", "and")
