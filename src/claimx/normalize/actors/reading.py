"""What a mention says by itself, before it is compared with others."""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """A mention as read by itself.

    Attributes:
        kind: "known" (in the table of well-known actors), "name" (of a person or an organisation), "body" (an
            organisation told by a noun, "the Syrian army"), "people" ("two gunmen") or "odd" (nothing to read).
        key: what the mention is of: a known actor's name, a name's folded words, a noun's class or its singular.
        type: one of :data:`~claimx.schema.labels.ACTOR_TYPES`.
        label: the mention as a canonical name.
        features: what tells this body or these people from others of the same key: countries' codes, words.
        lemma: the noun by which a later mention may call it back: "spokesman", "group"; empty if there is none.
        cls: that noun's class.
        definite: whether it may stand for an actor that the text has named.
        plural: whether it is of more than one person.
        fresh: whether it sets itself apart from those mentioned ("another gunman").
        number: the number it gives, folded; empty if there is none.
        person: whether a title shows that a name is a person's.
        aliases: the features of other names, which stand in brackets after this one.
    """

    kind: str
    key: str
    type: str = "unknown"
    label: str = ""
    features: frozenset[str] = frozenset()
    lemma: str = ""
    cls: str = ""
    definite: bool = True
    plural: bool = False
    fresh: bool = False
    number: str = ""
    person: bool = False
    aliases: tuple[frozenset[str], ...] = ()
