"""Takes a mention apart: determiners, core, appositive, bracketed names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimx.normalize.actors import vocabulary
from claimx.normalize.actors.acronyms import is_short_form
from claimx.normalize.actors.known import find_known
from claimx.normalize.actors.nouns import find_noun
from claimx.normalize.actors.words import Word, cut_words

_SIGNS = frozenset(',;:()[]@"')
_COMMAS, _OPEN, _CLOSE = frozenset(",;:"), frozenset("(["), frozenset(")]")
_AGE = re.compile(r"\d+(?:-?(?:to|or)-?\d+)?(?:-years?-?-?old|-?year-old)?$")


class Phrase(NamedTuple):
    """The parts of a mention.

    Attributes:
        core: the words that name or describe the actor, without determiners.
        appositive: the words between the first comma and the next.
        brackets: the texts in brackets, each with its offset.
        definite: whether a definite determiner or none leads the core.
        article: whether any determiner leads it.
        singular: whether "a" or "an" leads it.
        fresh: whether "another" or the like does.
        number: the number that leads it.
        possessed: whether a possessive pronoun leads it.
    """

    core: tuple[Word, ...]
    appositive: tuple[Word, ...]
    brackets: tuple[tuple[int, str], ...]
    definite: bool
    article: bool
    singular: bool
    fresh: bool
    number: str
    possessed: bool


@lru_cache(maxsize=4096)
def cut_phrase(text: str) -> Phrase:
    """Take a mention apart.

    Args:
        text: the mention.

    Returns:
        Its parts; the core is empty for a text of signs only.
    """
    words, brackets = _without_brackets(text, cut_words(text))
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.key in _COMMAS and (parts[-1] or len(parts) > 1):
            parts.append([])
        elif word.key not in _SIGNS:
            parts[-1].append(word)
    core = parts[0]
    start, definite, article, singular, fresh, number, possessed = _determiners(core)
    rest, appositive = tuple(core[start:]), tuple(parts[1] if len(parts) > 1 else ())
    return Phrase(rest, appositive, tuple(brackets), definite, article, singular, fresh, number, possessed)


def _determiners(words: Sequence[Word]) -> tuple[int, bool, bool, bool, bool, str, bool]:
    """Read what leads a mention; return the index after it and what it tells."""
    definite, article, singular, fresh, number, possessed = True, False, False, False, "", False
    index = 0
    while index + 1 < len(words):
        key = words[index].key
        if find_noun(words, index, len(words)) is not None and key not in vocabulary.NUMBERS:
            break  # "security forces", "young" is passed and "local activists" is a noun
        if key in vocabulary.DEFINITE:
            article, definite = True, definite or index == 0
            possessed |= key not in ("the", "this", "that", "these", "those", "said")
        elif key in vocabulary.FRESH:
            fresh = True
        elif key in vocabulary.INDEFINITE:
            definite, article = False, True
            singular |= key in ("a", "an")
        elif key in vocabulary.NUMBERS or (key.isdigit() and len(key) < 4):
            definite = definite and article
            number = number or ("" if key == "one" else key)
            if key in ("one", "1"):
                singular = True
        elif not (_is_passed(words, index)):
            break
        index += 1
    return index, definite, article, singular, fresh, number, possessed


def _is_passed(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.key not in vocabulary.VACUOUS and "old" not in word.key:
        return False
    if find_known(words, index, len(words), lambda code: False) is not None:
        return False
    if word.key not in vocabulary.VACUOUS:
        return _AGE.fullmatch(word.key) is not None
    # A vacuous word in capitals may begin a name: "Young" in "Young John", but not in "Unidentified men".
    return index == 0 or not word.capital or word.text.isupper()


def _without_brackets(text: str, words: list[Word]) -> tuple[list[Word], list[tuple[int, str]]]:
    """Take brackets out of a mention, but for those that belong to a known name or hold the name itself."""
    kept: list[Word] = []
    brackets: list[tuple[int, str]] = []
    index = 0
    while index < len(words):
        word = words[index]
        if word.key not in _OPEN:
            kept.append(word)
            index += 1
            continue
        close = next((i for i in range(index + 1, len(words)) if words[i].key in _CLOSE), len(words))
        inner = [w for w in words[index + 1 : close] if w.key not in _SIGNS]
        # "the Nicaraguan [defense] ministry": a word that an editor put in.
        edited = (
            word.key == "[" and len(inner) == 1 and close + 1 < len(words) and not is_short_form(inner[0].text[:10])
        )
        shouted = word.key == "[" and len(inner) == 1 and find_noun(words, close + 1, len(words)) is not None
        shouted = shouted and find_known(inner, 0, 1, lambda code: False) is None and len(inner[0].text) > 5
        leads = not any(w.key not in vocabulary.DEFINITE for w in kept)
        if leads or edited or shouted or _completes_a_name(kept, inner):
            kept += inner
        elif inner:
            brackets.append((inner[0].start, text[inner[0].start : inner[-1].end]))
        index = close + 1
    return kept, brackets


def _completes_a_name(before: Sequence[Word], inner: Sequence[Word]) -> bool:
    """Tell whether a known name runs into the bracket: "CPI (Maoist)"."""
    if not 1 <= len(inner) <= 3 or (len(inner) == 1 and is_short_form(inner[0].text) and len(before) > 6):
        return False
    joined = [*before[-8:], *inner]
    for start in range(len(joined) - len(inner)):
        found = find_known(joined, start, len(joined), lambda code: False)
        if found is not None and found[1] == len(joined):
            return True
    return False
