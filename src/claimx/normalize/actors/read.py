"""Reads a mention by itself: who or what it names, of what type, and what it can be linked by."""

from __future__ import annotations

import re
from functools import lru_cache

from claimx.normalize.actors import vocabulary
from claimx.normalize.actors.acronyms import is_short_form
from claimx.normalize.actors.bodies import read_body
from claimx.normalize.actors.document import Document
from claimx.normalize.actors.items import Item, find_items
from claimx.normalize.actors.known import KnownActor, known_by_name
from claimx.normalize.actors.names import known_reading, name_reading, name_words, shares_words
from claimx.normalize.actors.nouns import Noun
from claimx.normalize.actors.phrase import Phrase, cut_phrase
from claimx.normalize.actors.reading import Reading
from claimx.normalize.actors.spelling import ARTICLES

_LONGEST = 400  # characters of the longest mention that is read
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b]")  # those that are no white space
_DEPTH = 3  # of acronyms defined by acronyms, and of owners of owners
_ENDS_NAME = frozenset(("office", "rank", "voice", "people", "staff", "part"))
# Bodies that a name may follow: "newspaper El Sol", "the criminal group Guerreros Verdes".
_BODY_BEFORE_NAME = frozenset(("media", "monitor", "gang", "front", "militia", "hospital"))


def read(text: str, document: Document, depth: int = 0) -> Reading:
    """Read a mention.

    Args:
        text: the mention.
        document: what the document defines.
        depth: how many mentions contain this one.

    Returns:
        The reading; its kind is "odd" for a text without a letter, with control characters or beyond any mention's
        length.
    """
    alone = _read_alone(text) if depth == 0 and not document.definitions else None
    return _read(text, document, depth) if alone is None else alone


class _NoDocument(Document):
    """Stands for any document that defines no acronym, and notes whether a mention asked for more."""

    def __init__(self) -> None:
        super().__init__("")
        self.asked = False

    def mentions_country(self, code: str) -> bool:
        self.asked = True
        return False


@lru_cache(maxsize=8192)
def _read_alone(text: str) -> Reading | None:
    """Read a mention that means the same in every document without acronyms; None where the document must tell."""
    document = _NoDocument()
    reading = _read(text, document, 0)
    return None if document.asked else reading


def _read(text: str, document: Document, depth: int) -> Reading:
    if len(text) > _LONGEST or not any(map(str.isalpha, text)) or _CONTROLS.search(text):
        return Reading("odd", text, label=text, definite=False)
    phrase = cut_phrase(text)
    if not phrase.core:
        return Reading("odd", text, label=text, definite=False)
    items = find_items(phrase.core, document)
    reading = _with_brackets(_read_core(phrase, items, document, depth), phrase, items, document)
    return _with_appositive(reading, phrase, document, depth)


def _read_core(phrase: Phrase, items: list[Item], document: Document, depth: int) -> Reading:
    key = phrase.core[0].key
    if len(phrase.core) == 1 and key in vocabulary.PRONOUNS and all(item.kind == "word" for item in items):
        return Reading("people", key, label=phrase.core[0].text, definite=False, fresh=key not in ("we", "us"))
    if not items:
        return _whole_name(phrase)
    fighters = _of_defined(items, document, depth)
    if fighters is not None:
        return fighters
    items = _expand(items, document, depth)
    split = _split(items)
    head, link, tail = items[:split], items[split] if split < len(items) else None, items[split + 1 :]
    apposed = next((i for i, item in enumerate(head) if item.kind == "the" and i), None)
    if apposed is not None and apposed + 1 < len(head) and head[apposed - 1].kind in ("noun", "known"):
        return _apposed(phrase, head, apposed, document, depth)
    joint = next((i for i, item in enumerate(head) if item.kind == "and" and i), len(head))
    if _tells(head[:joint]) and _tells(head[joint:]):
        # "police and hospital officials": an actor apart, of the first one's type.
        first = _read_core(phrase, head[:joint], document, _DEPTH)
        return name_reading(head, first.type)._replace(person=False)
    named = _name_after_title(head)
    if named is not None:
        if named.type == "unknown" and tail and depth < _DEPTH:
            return named._replace(type=_read_core(phrase, tail, document, depth + 1).type)
        return named
    owner = next((item for item in reversed(head) if item.known is not None), None)
    noun = next((item.noun for item in reversed(head) if item.noun is not None), None)
    outside = any(item.kind == "outsider" for item in head)
    if owner is not None and owner.known is not None and not outside and _is_of(owner.known, _nouns_after(owner, head)):
        return known_reading(owner.known, noun)
    if noun is not None and noun.kind == "voice" and noun.type == "unknown":
        words = head[: next(i for i, item in enumerate(head) if item.noun is noun)]
        if words and all(
            i.kind == "word" and i.capital and (not i.text.isupper() or is_short_form(i.text)) for i in words
        ):
            return name_reading(words, "unknown", title=noun)  # "the Tepito Network's report"
    if noun is None:
        if [item.kind for item in head] == ["country"]:
            return _country(head[0])
        if outside:
            return Reading("people", items[0].key, label=_label(items), definite=phrase.definite, plural=True)
        return name_reading(items, "unknown")
    if tail and link is not None and link.kind == "link" and not outside and depth < _DEPTH:
        inner = _read_owner(phrase, noun, tail, document, depth)
        if inner is not None:
            return inner
    return read_body(phrase, head, [] if link is None else tail, link)


def _of_defined(items: list[Item], document: Document, depth: int) -> Reading | None:
    """Read "FGV fighters" as the Front for a Green Valley, where the document defines the acronym."""
    nouns = [item.noun for item in items[1:] if item.noun is not None]
    if items[0].kind != "defined" or len(nouns) != len(items) - 1 or depth >= _DEPTH:
        return None
    inner = read(items[0].key, document, depth + 1)
    if inner.kind not in ("name", "body") or not _is_of(KnownActor(inner.key, inner.type, ""), nouns):
        return None
    armed = next((noun.type for noun in nouns if noun.type == "armed_group"), inner.type)
    lemma, cls = (nouns[-1].lemma, nouns[-1].cls) if nouns else (inner.lemma, inner.cls)
    return inner._replace(type=inner.type if inner.type != "unknown" else armed, lemma=lemma, cls=cls)


def _expand(items: list[Item], document: Document, depth: int) -> list[Item]:
    """Put the items of the long form in the place of every acronym that the document defines."""
    expanded: list[Item] = []
    for item in items:
        if item.kind != "defined":
            expanded.append(item)
            continue
        own = known_by_name(item.text)
        long = cut_phrase(item.key)
        inner = find_items(long.core, document) if depth < _DEPTH else []
        inner = [i._replace(start=item.start, end=item.end) for i in inner if i.kind != "defined"]
        known = next((i for i in inner if i.known is not None), None)
        if known is not None and len(inner) == 1:
            expanded.append(known._replace(text=item.text))
        elif own is not None and (shares_words(own, long.core)):
            expanded.append(Item("known", item.text, own.name, item.start, item.end, True, own))
        elif inner:
            expanded += _long_form(inner)
        else:
            expanded.append(item._replace(kind="word", key=item.text.casefold()))
    return expanded


def _long_form(items: list[Item]) -> list[Item]:
    """Keep the long form's links inside a name, lest "Party of the Land" be cut at "of"."""
    if any(item.noun is not None for item in items):
        return items
    return [item._replace(kind="word") if item.kind in ("link", "place", "the", "and") else item for item in items]


def _tells(items: list[Item]) -> bool:
    return any(item.noun is not None or item.known is not None for item in items)


def _split(items: list[Item]) -> int:
    """Return the index of the first link or place that follows a noun or an owner."""
    seen = False
    for index, item in enumerate(items):
        if item.kind in ("link", "place") and seen:
            return index
        seen = seen or item.noun is not None or item.known is not None
    return len(items)


def _name_after_title(head: list[Item]) -> Reading | None:
    """Read "Col. Ryan Dillon" or "police chief John Smith": a capitalised name at the end, a title before it."""
    start = len(head)
    while start and head[start - 1].kind == "word" and head[start - 1].capital:
        start -= 1
    if not 0 < start < len(head):
        return None
    before = head[start - 1]
    noun = before.noun
    office = next(
        (item.noun for item in head[: start - 1] if item.noun is not None and item.noun.kind == "office"), None
    )
    if noun is not None and noun.kind == "body" and office is not None:
        noun = office  # "Deputy Superintendent Police John Smith"
    if noun is None or not (noun.kind in _ENDS_NAME or (noun.kind == "body" and noun.cls in _BODY_BEFORE_NAME)):
        return None
    if noun.plural and (noun.kind == "staff" or (noun.kind == "people" and head[-1].text.isupper())):
        return None  # in capitals "ASSASSINS" may precede any word
    person = noun.kind in ("office", "rank", "voice", "staff", "people")
    return name_reading(head[start:], _type_of_title(head[:start]), person=person, title=noun)


def _type_of_title(before: list[Item]) -> str:
    """Tell a person's type from the words before the name; a rank alone tells the least."""
    rank = "unknown"
    for item in reversed(before):
        if item.known is not None:
            return item.known.type
        if item.noun is None or item.noun.cls == "relative" or item.noun.type == "unknown":
            continue
        if item.noun.kind != "rank":
            return item.noun.type
        rank = item.noun.type
    return rank


def _nouns_after(owner: Item, head: list[Item]) -> list[Noun]:
    return [item.noun for item in head[head.index(owner) + 1 :] if item.noun is not None]


def _is_of(owner: KnownActor, nouns: list[Noun]) -> bool:
    """Tell whether a phrase with a known name in it is of that actor: "Taliban fighters", but not "Taliban victims"."""
    if not nouns:
        return True
    head_noun = nouns[-1]
    if owner.type == "media":
        return head_noun.cls in ("media", "report", "source")
    if head_noun.kind in ("office", "rank") or head_noun.type in ("witness", "medical"):
        return False
    if head_noun.kind in ("voice", "part", "adj"):
        return True
    if head_noun.cls == "person":
        return owner.type == "armed_group" and head_noun.lemma in ("man", "supporter")
    return head_noun.type in (owner.type, "unknown", "armed_group", "state_forces") or head_noun.kind == "body"


def _country(item: Item) -> Reading:
    """Read a bare "Turkey" or "Turkish": the state; :mod:`.context` may tell that its forces are meant."""
    return Reading("body", "government", "government", item.text, frozenset((item.key,)), "state", "government")


def _apposed(phrase: Phrase, head: list[Item], at: int, document: Document, depth: int) -> Reading:
    """Read "watchdog group the Prison Observatory": what the article begins is the name, the noun before its type."""
    inner = _read_core(phrase, head[at + 1 :], document, depth + 1)
    noun = next((item.noun for item in reversed(head[:at]) if item.noun is not None), None)
    if noun is None or inner.type != "unknown":
        return inner
    return inner._replace(type=_type_of_title(head[:at]), lemma=noun.lemma, cls=noun.cls)


def _read_owner(phrase: Phrase, noun: Noun, tail: list[Item], document: Document, depth: int) -> Reading | None:
    """Read "members of X" and "a spokesman for X" as X; None where X is no actor or the noun no part of it."""
    if noun.kind not in ("part", "voice", "staff", "people") or noun.type in ("witness", "medical"):
        return None
    definite = tail[0].key in vocabulary.DEFINITE
    while tail and tail[0].kind == "the":
        tail = tail[1:]
    if not tail:
        return None
    bare = phrase._replace(definite=True, article=False, singular=False, fresh=False, number="")
    inner = _read_core(bare, tail, document, depth + 1)
    if inner.kind == "name" and not (noun.kind in ("part", "voice") and any(i.capital for i in tail)):
        return None
    if noun.kind in ("people", "staff") and (inner.kind == "people" or inner.lemma == "state"):
        return None
    if inner.kind == "people":
        return inner._replace(definite=definite)
    return inner._replace(lemma=noun.lemma, cls=noun.cls)


def _whole_name(phrase: Phrase) -> Reading:
    text = " ".join(word.text for word in phrase.core)
    key = " ".join(word.key for word in phrase.core)
    return Reading("name", key, label=text, features=frozenset(key.split()))


def _label(items: list[Item]) -> str:
    return " ".join(item.text for item in items if item.text)


def _with_brackets(reading: Reading, phrase: Phrase, items: list[Item], document: Document) -> Reading:
    """Let a known acronym in brackets tell who is named: "Army of the Nation (ELN)"."""
    if reading.kind not in ("name", "body", "known"):
        return reading
    end = items[-1].end if items else phrase.core[-1].end
    aliases: list[frozenset[str]] = []
    for start, bracket in phrase.brackets:
        if any(end <= word.start < start for word in phrase.core):
            continue  # a bracket in the mention's tail: "the coalition against the Islamic State (IS)"
        last = bracket.replace(",", " ").replace(";", " ").split()[-1:]
        for name in (bracket, *last):
            known = known_by_name(name) if is_short_form(name) or " " in name else None
            # Where the acronym stands for the very words before it, these decide.
            if known is not None and (name.casefold() not in document.definitions or shares_words(known, phrase.core)):
                return known_reading(known, None)._replace(lemma=reading.lemma, cls=reading.cls)
        aliases += [name_words(part) for part in bracket.split(" - ") if part[0].isupper()]
    return reading._replace(aliases=tuple(filter(None, aliases))) if aliases else reading


def _with_appositive(reading: Reading, phrase: Phrase, document: Document, depth: int) -> Reading:
    """Take from "a coalition spokesman" after a comma the type of the person before it."""
    if not phrase.appositive or depth >= _DEPTH or reading.kind == "known":
        return reading
    text = " ".join(word.text for word in phrase.appositive)
    inner = read(text, document, depth + 1)
    titled = reading.kind == "people" and inner.kind == "name" and len(phrase.appositive) > 1
    if titled and all(word.capital or word.key in ARTICLES for word in phrase.appositive):
        return inner._replace(type=reading.type, lemma=reading.lemma, cls=reading.cls, person=True)
    if reading.kind != "name":
        return reading
    kind = inner.type if reading.type in ("unknown", "state_forces") and inner.type != "unknown" else reading.type
    return reading._replace(type=kind, lemma=inner.lemma or reading.lemma, cls=inner.cls or reading.cls)
