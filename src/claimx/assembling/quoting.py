"""Quote token spans from the text, minimal and at their offsets."""

from claimx.assembling.doc_text import DocText
from claimx.linking.linked_claim import RoleSpan
from claimx.schema.quote import Quote

#: Stands in a Doc for a character that no quote can hold; quotes end before it and begin after it. It is a Unicode
#: noncharacter, which no text means anything by.
UNQUOTABLE = "\ufffe"

_TRAILING = ",.;:"


def quote_span(doc: DocText, span: RoleSpan | None) -> Quote | None:
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
    place = span.start, span.end
    if place not in doc.quotes:
        doc.quotes[place] = _quote_tokens(doc, *place)
    return doc.quotes[place]


def _quote_tokens(doc: DocText, start: int, end: int) -> Quote | None:
    end = min(end, len(doc.starts))
    while start < end and doc.spaces[start]:
        start += 1
    while start < end and (doc.spaces[end - 1] or doc.text[doc.starts[end - 1] : doc.ends[end - 1]] in _TRAILING):
        end -= 1
    if start >= end:
        return None
    return quote_words(doc.text[doc.starts[start] : doc.ends[end - 1]], doc.starts[start])


def quote_words(words: str, start: int, around: int | None = None) -> Quote | None:
    """The quote of some words, or of their longest part where they hold what no quote can hold.

    Args:
        words: the words, not empty.
        start: offset of their first character in the text.
        around: the part must hold this offset, where it is given.
    """
    if UNQUOTABLE in words:
        parts, at = [], start
        for part in words.split(UNQUOTABLE):
            inner = part.strip()
            first = at + len(part) - len(part.lstrip())
            if inner and (around is None or first <= around < first + len(inner)):
                parts.append((len(inner), first, inner))
            at += len(part) + 1
        if not parts:
            return None
        _, start, words = max(parts, key=lambda part: part[0])
    return Quote(text=words, start=start, end=start + len(words))
