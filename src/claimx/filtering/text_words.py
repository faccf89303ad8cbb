"""The words of many Docs as arrays of numbers, which is all that the filter reads."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import IS_ALPHA, IS_PUNCT, IS_SPACE, LIKE_NUM, LOWER
from spacy.tokens import Doc

from claimx.encoder.sentences import sentence_numbers

#: Stands for every number in digits, and in pairs of words for those in letters too.
NUMBER = np.uint64(0xD1B54A32D192ED03)


@dataclass(frozen=True)
class TextWords:
    """The words of Docs, one after another, without punctuation and white space.

    Attributes:
        words: hash of each word in small letters, (n_words,) uint64: spaCy's, which is the same everywhere and always;
            :data:`NUMBER` for a number in digits.
        kinds: the same, but :data:`NUMBER` for number words too, (n_words,) uint64.
        sentences: the sentence that each word stands in, counted through all Docs, (n_words,), rising.
        tokens: the token that each word is, counted through all Docs, (n_words,), rising.
        token_sentences: for each Doc, the sentence that each of its tokens stands in, (n_tokens,).
        n_sentences: how many sentences there are, those without a word counted.
    """

    words: np.ndarray
    kinds: np.ndarray
    sentences: np.ndarray
    tokens: np.ndarray
    token_sentences: list[np.ndarray]
    n_sentences: int


def text_words(docs: Sequence[Doc]) -> TextWords:
    """The words of Docs; see :class:`TextWords`."""
    token_sentences, n_sentences = [], 0
    for doc in docs:
        numbers = sentence_numbers(doc)
        token_sentences.append(numbers + n_sentences)
        n_sentences += int(numbers[-1]) + 1 if len(numbers) else 0
    if not n_sentences:
        hashes, indices = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
        return TextWords(hashes, hashes, indices, indices, token_sentences, 0)
    lower, like_number, alphabetic, *no_words = np.concatenate(
        [doc.to_array([LOWER, LIKE_NUM, IS_ALPHA, IS_PUNCT, IS_SPACE]) for doc in docs]
    ).T
    kept = np.flatnonzero(~np.logical_or(*no_words))
    lower, number, alphabetic = lower[kept], like_number[kept] != 0, alphabetic[kept] != 0
    return TextWords(
        np.where(number & ~alphabetic, NUMBER, lower),
        np.where(number, NUMBER, lower),
        np.concatenate(token_sentences)[kept],
        kept,
        token_sentences,
        n_sentences,
    )
