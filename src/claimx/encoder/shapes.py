"""The letter case of a token, which an uncased encoder does not see."""

import numpy as np
from spacy.tokens import Doc

#: Kinds of token by letter case; the index in this tuple is the value that :func:`token_shapes` gives.
SHAPES = ("padding", "lower", "title", "upper", "digits", "mixed", "other")

_LOWER, _TITLE, _UPPER, _DIGITS, _MIXED, _OTHER = range(1, 7)


def token_shapes(doc: Doc) -> np.ndarray:
    """The shape index of each token of a Doc, shape (n_tokens,)."""
    return np.fromiter((_shape(token.text) for token in doc), dtype=np.int64, count=len(doc))


def _shape(text: str) -> int:
    if text.islower():
        return _LOWER
    if text.isupper():
        return _UPPER if len(text) > 1 else _TITLE
    if text[:1].isdigit():
        return _DIGITS
    if text.istitle() or (text[:1].isupper() and text[1:].islower()):
        return _TITLE
    return _MIXED if any(c.isalpha() for c in text) else _OTHER
