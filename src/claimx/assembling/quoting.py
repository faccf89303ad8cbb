"""Quote token spans from the text, minimal and at their offsets."""

from spacy.tokens import Doc

from claimx.linking.linked_claim import RoleSpan
from claimx.schema.quote import Quote

#: Stands in a Doc for a character that no quote can hold; quotes end before it and begin after it. It is a Unicode
#: noncharacter, which no text means anything by.
UNQUOTABLE = "\ufffe"

_TRAILING = ",.;:"


def quote_span(doc: Doc, span: RoleSpan | None) -> Quote | None:
    """The words of a span without white space around them and, as the guidelines ask, a final comma or full stop.

    A full stop that belongs to its word ("Sgt.", "U.S.") is part of its token and stays.

    Args:
        doc: the Doc that the span counts tokens of.
        span: the span, or None.

    Returns:
        The quote; None where there is no span or nothing is left of it.
    """
    if span is None:
        return None
    start, end = span.start, min(span.end, len(doc))
    while start < end and doc[start].is_space:
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _TRAILING):
        end -= 1
    if start >= end:
        return None
    words = doc[start:end]
    return quote_characters(doc.text, words.start_char, words.end_char)


def quote_characters(text: str, start: int, end: int, around: int | None = None) -> Quote | None:
    """The quote of ``text[start:end]``, or of its longest part where it holds what no quote can hold.

    Args:
        text: the Doc's text.
        start: offset of the first character.
        end: offset just past the last.
        around: the part must hold this offset, where it is given.
    """
    words = text[start:end]
    if UNQUOTABLE in words:
        parts, at = [], start
        for part in words.split(UNQUOTABLE):
            inner = part.strip()
            first = at + len(part) - len(part.lstrip())
            if inner and (around is None or first <= around < first + len(inner)):
                parts.append((len(inner), first))
            at += len(part) + 1
        if not parts:
            return None
        length, start = max(parts, key=lambda part: part[0])
        end = start + length
    return Quote(text=text[start:end], start=start, end=end)
