"""The words of a Doc, all at once: looking at its tokens one by one takes ten times as long."""

import numpy as np
from spacy.attrs import LOWER, ORTH, SPACY
from spacy.tokens import Doc


def token_words(doc: Doc) -> list[str]:
    """The text of each token."""
    strings = doc.vocab.strings
    return [strings[orth] for orth in doc.to_array(ORTH).tolist()]


def doc_text(doc: Doc) -> str:
    """``doc.text``."""
    spaces = doc.to_array(SPACY).tolist()
    return "".join([word + " " if space else word for word, space in zip(token_words(doc), spaces, strict=True)])


def lower_words(doc: Doc) -> list[str]:
    """The text of each token in small letters."""
    strings = doc.vocab.strings
    return [strings[lower] for lower in doc.to_array(LOWER).tolist()]


def token_starts(doc: Doc, words: list[str]) -> np.ndarray:
    """The offset of the first character of each token, shape (n_tokens,).

    Args:
        doc: the Doc.
        words: its words.
    """
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    past = np.cumsum(lengths + doc.to_array(SPACY).astype(np.int64))
    return np.concatenate([np.zeros(1, dtype=np.int64), past[:-1]]) if len(words) else past
