"""The letter case of a token, which an uncased encoder does not see."""

from functools import lru_cache

import numpy as np
from spacy.tokens import Doc

from claimx.encoder.words import token_words

#: Kinds of token by letter case; the index in this tuple is the value that :func:`token_shapes` gives.
SHAPES = ("padding", "lower", "title", "upper", "digits", "mixed", "other")

LOWER, TITLE, UPPER, DIGITS, MIXED, OTHER = range(1, 7)

#: The kinds that letters make.
LETTERS = (LOWER, TITLE, UPPER, MIXED)


def token_shapes(doc: Doc) -> np.ndarray:
    """The shape index of each token of a Doc, shape (n_tokens,)."""
    return np.fromiter(map(_shape, token_words(doc)), dtype=np.int64, count=len(doc))


@lru_cache(maxsize=65536)
def _shape(text: str) -> int:
    if text.islower():
        return LOWER
    if text.isupper():
        return UPPER if len(text) > 1 else TITLE
    if text[:1].isdigit():
        return DIGITS
    if text.istitle() or (text[:1].isupper() and text[1:].islower()):
        return TITLE
    return MIXED if any(c.isalpha() for c in text) else OTHER
