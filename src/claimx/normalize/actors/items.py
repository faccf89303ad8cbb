"""Tells the words of a mention apart: owners, countries, nouns, links and plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimx.normalize.actors import vocabulary
from claimx.normalize.actors.countries import country_of, find_country
from claimx.normalize.actors.document import Document
from claimx.normalize.actors.known import KnownActor, find_known
from claimx.normalize.actors.nouns import Noun, find_noun
from claimx.normalize.actors.words import Word

_QUANTITIES = vocabulary.NUMBERS | vocabulary.INDEFINITE - {"a", "an"}
_NATIONALS = Noun("national", "person", "unknown", "people", True)


class Item(NamedTuple):
    """One or more words that belong together.

    Attributes:
        kind: "known", "defined" (an acronym that the document defines), "country", "noun", "link" ("of"), "place"
            ("in"), "the", "and", "outsider" or "word".
        text: the words as they stand.
        key: a word's folded form, a country's code, an acronym's long form.
        start: where it begins in the mention.
        end: where it ends.
        capital: whether it begins with a capital letter.
        known: the actor of a "known".
        noun: the noun of a "noun".
    """

    kind: str
    text: str
    key: str
    start: int
    end: int
    capital: bool = False
    known: KnownActor | None = None
    noun: Noun | None = None


def find_items(words: Sequence[Word], document: Document) -> list[Item]:
    """Tell the words of a mention apart, up to its tail.

    Args:
        words: the words after the determiners, without commas and brackets.
        document: what the document says of acronyms and countries.

    Returns:
        The items, in order; words that tell nothing of identity are left out.
    """
    items: list[Item] = []
    index, stop = 0, len(words)
    while index < stop:
        word = words[index]
        after_link = bool(items) and items[-1].kind == "link"
        if items and word.key in vocabulary.TAIL and not after_link and not _is_name_word(word, items):
            break
        if after_link and index + 1 < stop and (word.key.isdigit() or word.key in _QUANTITIES):
            index += 1
            continue
        made = _item(words, index, stop, document)
        if made is not None:
            item, index = made
            items.append(item)
            if (
                item.kind == "country"
                and country_of(word.key) is None
                and word.key.endswith("s")
                and word.end == item.end
            ):
                items.append(Item("noun", "", "", item.end, item.end, noun=_NATIONALS))
            continue
        vacuous = word.key in vocabulary.VACUOUS or word.is_compound
        if not vacuous or (index + 1 == stop and not items) or _is_name_word(word, items):
            items.append(Item("word", word.text, word.key, word.start, word.end, word.capital))
        index += 1
    return items


def _item(words: Sequence[Word], index: int, stop: int, document: Document) -> tuple[Item, int] | None:
    first = words[index]
    defined = document.definitions.get(first.key) if first.text[-1:].isupper() or first.text.isupper() else None
    if defined is not None:
        return Item("defined", first.text, defined, first.start, first.end, True), index + 1
    known = find_known(words, index, stop, document.mentions_country)
    country = find_country(words, index, stop)
    noun = find_noun(words, index, stop)
    if known is not None and known[1] >= max(country[1] if country else 0, noun[1] if noun else 0):
        actor, end = known
        return Item("known", _text(words, index, end), actor.name, first.start, words[end - 1].end, True, actor), end
    if noun is not None and noun[1] > (country[1] if country else 0):
        found, end = noun
        text = _text(words, index, end)
        return Item("noun", text, found.lemma, first.start, words[end - 1].end, first.capital, noun=found), end
    if country is not None:
        code, end = country
        return Item("country", _text(words, index, end), code, first.start, words[end - 1].end, True), end
    if "-" in first.key and first.key.endswith("-led"):
        leader = first.key[:-4]
        return Item("word", first.text, f"{country_of(leader) or leader}-led", first.start, first.end), index + 1
    for kind, among in _KINDS:
        if first.key in among:
            return Item(kind, first.text, first.key, first.start, first.end), index + 1
    return None


_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("link", vocabulary.LINKS),
    ("place", vocabulary.PLACE),
    ("the", vocabulary.DEFINITE | frozenset(("a", "an"))),
    ("and", frozenset(("and", "or", "&"))),
    ("outsider", vocabulary.OUTSIDERS),
)


def _is_name_word(word: Word, items: Sequence[Item]) -> bool:
    """Tell whether a common word is part of a name: "Young" in "Thomas Young"."""
    return word.capital and not word.text.isupper() and bool(items) and items[-1].kind == "word" and items[-1].capital


def _text(words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(word.text for word in words[start:end])
