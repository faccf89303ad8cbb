"""Finds the acronyms that a text defines.

The letters of a short form are sought in the words before it from right to left, the first of them at the beginning
of a word: A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 8 (2003), 451-462. Beyond the paper, "FN, the Full Name," is read too, and
square brackets count as round ones, as wire services use them.
"""

from __future__ import annotations

import re

from claimx.normalize.actors.spelling import fold, plain

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
_APPOSITION = re.compile(r"\b([A-Z][A-Za-z-]{1,9}), (?:or )?(?:the|THE) ([^,;:.()\[\]]{5,120})")
_LAST_WORD = re.compile(r"([^\W_][\w.-]{1,11})\s*$")
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_CLAUSE = re.compile(r"[.;:!?]\s|[,()\[\]\"\u201c\u201d]")
_SMALL = frozenset("of the and for in de la on y del".split())
_LONGEST = 10  # characters of a short form, as in the paper
_REACH = 200  # characters before a bracket in which the long form is sought


def find_definitions(text: str) -> dict[str, str]:
    """Find "Full Name (FN)", "FN (Full Name)" and "FN, the Full Name".

    Args:
        text: a document.

    Returns:
        The long form of every folded short form, the first one that the text gives.
    """
    text = plain(text)
    found: dict[str, str] = {}
    for match in _BRACKETS.finditer(text):
        inner = match.group(1).strip()
        before = text[max(0, match.start() - _REACH) : match.start()]
        if is_short_form(inner):
            long = long_form(inner, _CLAUSE.split(before)[-1])
            if long:
                found.setdefault(fold(inner), long)
            continue
        word = _LAST_WORD.search(before)
        if word and is_short_form(word.group(1)) and long_form(word.group(1), inner) == inner:
            found.setdefault(fold(word.group(1)), inner)
    for match in _APPOSITION.finditer(text):
        short, long = match.groups()
        long = _initialled(short, long) if is_short_form(short) else ""
        if long:
            found.setdefault(fold(short), long)
    return found


def is_short_form(text: str) -> bool:
    """Tell whether a text looks like an acronym: one or two short words, most letters of the last capitals."""
    if not 2 <= len(text) <= _LONGEST or text.count(" ") > 1 or not text[0].isalnum():
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and 2 * sum(c.isupper() for c in letters) >= len(letters)


def long_form(short: str, before: str) -> str:
    """Find the words whose letters a short form abbreviates.

    Args:
        short: the short form.
        before: the text that ends where the long form ends.

    Returns:
        The shortest end of ``before`` that holds the letters in order, the first one at a word's beginning; empty if
        there is none or it has more than min(n + 5, 2n) words for n letters.
    """
    before = before.rstrip()
    letters = [c for c in short.lower() if c.isalnum()]
    lowered = before.lower()
    at = len(lowered)
    if not letters or len(lowered) != len(before):
        return ""
    for index in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (lowered[at] != letters[index] or (index == 0 and at > 0 and lowered[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
    found = before[at:]
    words = len(found.split())
    if words < 2 or words > min(len(letters) + 5, 2 * len(letters)):
        return ""
    # Beyond the paper: half the letters at least begin a word, or "(US)" would stand for "troops in Kunduz".
    initials = sum(1 for match in _WORD_START.finditer(found.lower()) if match.group() in letters)
    return found if 2 * initials >= len(letters) else ""


def initials(text: str, small: bool = False) -> str:
    """Return the first letters of a name's words, "mod" or without small ones "md" for "Ministry of Defence"."""
    words = fold(text).replace("-", " ").split()
    return "".join(word[0] for word in words if small or word not in _SMALL)


def _initialled(short: str, after: str) -> str:
    """Return the beginning of a text whose words' initials spell a short form; empty if none does."""
    wanted = "".join(c for c in short.lower() if c.isalnum())
    words = after.split()
    for end in range(2, min(len(words), len(wanted) + 5) + 1):
        name = " ".join(words[:end])
        if wanted in (initials(name), initials(name, small=True)):
            return name
    return ""
