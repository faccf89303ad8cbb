"""What the text around a location says of it."""

from __future__ import annotations

import re
from functools import lru_cache

# ", Ohio", " (Syria)", " in Ohio", ", in northern Syria", " province, Iraq".
_AFTER = re.compile(
    r"^(?:\s(?:city|town|village|province|district|county|governorate|state|neighbou?rhood|suburb))?"
    r"(?:,\s*(?:in|near)?\s*|\s*\(\s*|\s+in\s+)"
    r"((?:the\s|(?:north|south|east|west|central)[a-z-]*\s)*"
    r"[A-Z][\w.'’-]*(?:\s(?:of\s)?[A-Z][\w.'’-]*){0,3})"
)
_BEFORE = re.compile(r"([A-Z][\w-]+)(?:['’]s)\s(?:[a-z-]+\s){0,4}$")

_REACH = 60

# A text with no more of its letters in capitals has lost them.
_FEW_CAPITALS = 0.005


def containers_nearby(text: str, start: int, end: int) -> list[str]:
    """Words beside a location that may name the place that contains it.

    Args:
        text: the document.
        start: where the location begins.
        end: where it ends.

    Returns:
        The words after it in "Columbus, Ohio" or "Douma (Syria)" and those before it in "Iraq's Anbar", as they stand;
        shorter readings of the same words follow longer ones.
    """
    found = []
    after = _AFTER.match(text[end : end + _REACH])
    if after:
        words = after[1].split()
        found += [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before:
        found.append(before[1])
    return found


@lru_cache(maxsize=1)
def _has_capitals(text: str) -> bool:
    # Asked for every location of a text, one text after another.
    return sum(map(str.isupper, text)) > _FEW_CAPITALS * len(text)


def is_name(words: str, text: str) -> bool:
    """Whether words can be a name: in a text with capitals, names have them ("the hospital" is none).

    Args:
        words: the location.
        text: the document; empty where it is not known.
    """
    if any(c.isupper() or (c.isalpha() and not c.isascii()) for c in words):
        return True
    if re.match(r"(?:the|a|an|his|her|their|this|that)\b", words):
        return False
    return not _has_capitals(text)
