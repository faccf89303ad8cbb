"""What the filter knows of a word: itself, and its pairs with the words one and two before it, as 32-bit hashes.

Two features with one hash are no harm where there are so few: one in 100,000 unseen ones has the hash of one that has a
weight (feature hashing; Weinberger et al., 2009).
"""

from collections.abc import Iterator

import numpy as np

from claimx.filtering.text_words import TextWords

#: Goes up when the features change: weights learned for other features are of no use.
FEATURES_VERSION = 1

# Odd constants of xxHash (Collet, 2012), and how far its last steps shift.
_FIRST, _SECOND, _LAST = np.uint64(0x9E3779B185EBCA87), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_SHIFT, _HALF = np.uint64(29), np.uint64(32)


def word_features(words: np.ndarray) -> np.ndarray:
    """The features of words, (n,) uint32.

    Args:
        words: hashes of the words, (n,) uint64.
    """
    return (words >> _HALF).astype(np.uint32)


def pair_features(left: np.ndarray, right: np.ndarray, distance: int) -> np.ndarray:
    """The features of pairs of words, (n,) uint32.

    Args:
        left: hashes of the first words, (n,) uint64.
        right: hashes of the second words, (n,) uint64.
        distance: how many words the second stands behind the first.
    """
    mixed = (left * _FIRST) ^ (right * _SECOND + np.uint64(distance))
    return word_features((mixed ^ (mixed >> _SHIFT)) * _LAST)


def ngrams(text: TextWords) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The features of each word: the word, its pair with the word before, and with the one before that.

    Pairs do not reach over the end of a sentence. A number, in digits or letters, is any number to them.

    Yields:
        ``(features, words)`` for each kind of feature, both (n,): the features, uint32, and the indices of the words
        that they belong to.
    """
    yield word_features(text.words), np.arange(len(text.words))
    for distance in (1, 2):
        last = np.flatnonzero(text.sentences[distance:] == text.sentences[:-distance]) + distance
        yield pair_features(text.kinds[last - distance], text.kinds[last], distance), last
