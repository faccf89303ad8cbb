"""Takes from the text about a mention what the mention leaves open."""

from __future__ import annotations

import re

from claimx.normalize.actors.document import Document
from claimx.normalize.actors.read import read
from claimx.normalize.actors.reading import Reading

_REACH = 90  # characters looked at on either side
_STRIKES = re.compile(
    r"(?:'s)?(?:-led)?\s+(?:[a-z-]+\s+)?(?:air ?|drone |missile |rocket |artillery |naval |bombing )?-?"
    r"(?:strikes?|airstrikes?|raids?|airraids?|bombs?|bombings?|bombardments?|bombing|shelling|missiles?|artillery|jets?|"
    r"warplanes?|drones?|troops|soldiers|forces|fire|mortars?|rockets?|offensive)\b",
    re.IGNORECASE,
)
_APPOSITIVE = re.compile(r",\s+((?:an?|the)\s+[^,.;:!?\"\u201c\u201d()]{3,80})", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[\w'\u2019.-]+\s+){1,5}$")
_VERB = re.compile(r"\b(?:said|says|told|added|was|were|is|are|has|have|had)\b", re.IGNORECASE)


def in_context(reading: Reading, mention: str, start: int | None, document: Document) -> Reading:
    """Settle what the words about a mention tell.

    Args:
        reading: the mention read by itself.
        mention: its text.
        start: its offset in the document; None where that is not known.
        document: the document.

    Returns:
        The reading: of a country's forces where its strikes follow ("Russian air strikes"); with the type of the
        title or the appositive that stands by a name ("Ryan Dillon, a coalition spokesman, said").
    """
    if start is None or not document.text.startswith(mention, start):
        return reading
    end = start + len(mention)
    if reading.kind == "body" and reading.lemma == "state":
        if _STRIKES.match(document.text, end, end + _REACH):
            return reading._replace(key="military", type="state_forces", lemma="", cls="military")
        return reading
    if reading.kind != "name" or reading.type != "unknown":
        return reading
    appositive = _APPOSITIVE.match(document.text, end, end + _REACH)
    if appositive is not None and not _VERB.search(appositive.group(1)):
        inner = read(appositive.group(1), document)
        if inner.kind in ("body", "people", "known"):
            return reading._replace(type=inner.type, lemma=inner.lemma, cls=inner.cls)
    before = _BEFORE.search(document.text[max(0, start - _REACH) : start])
    if before is None or document.is_shouted:
        return reading
    # The title must run on into the name, as "police spokesman" does in "said police spokesman John Smith".
    titled = read(before.group().split(". ")[-1] + mention, document)
    same = titled.kind == "name" and titled.person and titled.features == reading.features
    return reading._replace(type=titled.type, lemma=titled.lemma, cls=titled.cls, person=True) if same else reading
