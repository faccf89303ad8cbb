"""The nouns that tell what kind of actor a mention is, from ``nouns.tsv``.

Every noun has a class ("military"), which an army and its soldiers share, the type of actor that the class makes, and a
kind, which tells what part the noun plays:

* body: an organisation that a bare or definite noun stands for ("the army", "police");
* staff: people or machines that stand for their body when they are many ("troops", "Syrian jets");
* people: persons who make no organisation ("gunmen", "residents");
* voice: what speaks for a body ("spokesman", "sources", "statement");
* part: what is of the type of its owner ("members", "unit", "group");
* office, rank: a title that goes before a person's name;
* adj: a word that only ever modifies ("monitoring", "medical").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimx.normalize.actors.tables import read_table
from claimx.normalize.actors.words import Word

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the table.

    Attributes:
        lemma: its singular.
        cls: its class.
        type: the type of actor it makes, "unknown" if by itself it makes none.
        kind: the part it plays.
        plural: whether this form is a plural.
    """

    lemma: str
    cls: str
    type: str
    kind: str
    plural: bool


def find_noun(words: Sequence[Word], start: int, stop: int) -> tuple[Noun, int] | None:
    """Find the longest noun of the table that begins at a word; return it and the index after it, or None."""
    nouns, beginnings = _nouns(), _beginnings()
    joined, found = "", None
    for end in range(start, min(stop, start + _LONGEST)):
        joined = f"{joined} {words[end].key}" if joined else words[end].key
        noun = nouns.get(joined)
        if noun is not None:
            found = noun, end + 1
        if joined not in beginnings:
            break
    return found


@cache
def _nouns() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    for cls, kind_of_actor, kind, listed in read_table("nouns.tsv"):
        for forms in listed.split("|"):
            lemma, *plural = forms.split("/")
            for form in (lemma, *plural):
                is_plural = bool(plural) and form != lemma
                nouns.setdefault(form.replace("-", " "), Noun(lemma, cls, kind_of_actor, kind, is_plural))
                nouns.setdefault(form, Noun(lemma, cls, kind_of_actor, kind, is_plural))
    return nouns


@cache
def _beginnings() -> frozenset[str]:
    words = [noun.split(" ") for noun in _nouns()]
    return frozenset(" ".join(part[:end]) for part in words for end in range(1, len(part)))


#: The types of actor that a definite noun alone can refer back to, beyond the actors of its own class.
REFERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("group", "organisation", "organization", "outfit"), ("armed_group", "monitor")),
    **dict.fromkeys(
        (
            "rebel|insurgent|guerrilla|guerilla|separatist|militant|terrorist|extremist|jihadist|jihadi|islamist|fighter|"
            "paramilitary|militia|gang|cartel|movement|faction|criminal group|criminal organization|rebel forces|"
            "gang member|trafficker|armed group"
        ).split("|"),
        ("armed_group",),
    ),
    **dict.fromkeys(
        ["newspaper", "paper", "daily", "news agency", "news outlet", "outlet", "station", "broadcaster", "channel"],
        ("media",),
    ),
    **dict.fromkeys(("agency",), ("un", "media")),
    **dict.fromkeys(
        ("observatory", "watchdog", "monitor", "monitoring group", "rights group", "ngo", "charity", "aid group"),
        ("monitor",),
    ),
    **dict.fromkeys(("coalition", "alliance"), ("coalition",)),
    **dict.fromkeys(("soldier", "troop", "forces"), ("state_forces",)),
    **dict.fromkeys(("officer", "agent", "police officer"), ("police",)),
}
