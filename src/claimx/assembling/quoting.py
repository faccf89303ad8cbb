"""Quote token spans from the text, minimal and at their offsets."""

from spacy.tokens import Doc

from claimx.linking.linked_claim import RoleSpan
from claimx.schema.quote import Quote

_TRAILING = ",.;:"


def quote_span(doc: Doc, span: RoleSpan | None, closed: bool = True) -> Quote | None:
    """The words of a span without white space around them and, as the guidelines ask, a final comma or full stop.

    Args:
        doc: the Doc that the span counts tokens of.
        span: the span, or None.
        closed: whether final punctuation is left off; "Sgt." and "U.S." keep theirs, being one token.

    Returns:
        The quote; None where there is no span or nothing is left of it.
    """
    if span is None:
        return None
    start, end = span.start, min(span.end, len(doc))
    while start < end and doc[start].is_space:
        start += 1
    while start < end and (doc[end - 1].is_space or (closed and doc[end - 1].text in _TRAILING)):
        end -= 1
    if start >= end:
        return None
    words = doc[start:end]
    return Quote(text=words.text, start=words.start_char, end=words.end_char)
