"""The stretches of a lesson as rows of a matrix, with their labels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from claimx.filtering.lesson import Lesson
from claimx.filtering.ngrams import ngrams
from claimx.filtering.prior import casualty_features
from claimx.filtering.stretches import cut_stretches
from claimx.filtering.text_words import TextWords

# A feature seen less often than this has nothing to say.
_LEAST_SEEN = 4


@dataclass(frozen=True)
class Design:
    """Stretches to learn from.

    Attributes:
        rows: how often each feature stands in each stretch, (n_stretches, n_features).
        labels: whether a stretch tells a casualty, (n_stretches,) bool.
        sentences: the sentence of each stretch, (n_stretches,).
    """

    rows: csr_matrix
    labels: np.ndarray
    sentences: np.ndarray


def known_features(texts: Sequence[TextWords]) -> np.ndarray:
    """The features worth a weight, (n_features,) uint32, rising: those seen often enough, and the casualty words'."""
    seen = [found for text in texts for found, _ in ngrams(text)]
    found, counts = np.unique(np.concatenate(seen), return_counts=True)
    return np.union1d(found[counts >= _LEAST_SEEN], casualty_features())


def make_design(lesson: Lesson, features: np.ndarray) -> Design:
    """The stretches of a lesson, without those of which it is doubtful whether they tell a casualty.

    Args:
        lesson: what is told where.
        features: the features that have a column, (n_features,) uint32, rising.
    """
    stretches = cut_stretches(lesson.text.sentences)
    n_words = len(lesson.text.words)
    lengths = stretches.ends - stretches.starts
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    words = np.repeat(stretches.starts, lengths) + within
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    membership = csr_matrix((np.ones(len(words), np.float32), words, bounds), (len(lengths), n_words))
    told = membership @ _marked(lesson.words_at(np.append(lesson.claims, lesson.gold)), n_words) > 0
    doubtful = (membership @ _marked(lesson.words_at(lesson.doubtful), n_words) > 0) & ~told
    sure = np.flatnonzero(~doubtful)
    rows = membership[sure] @ _word_features(lesson.text, features)
    return Design(rows, told[sure], stretches.sentences[sure])


def _word_features(text: TextWords, features: np.ndarray) -> csr_matrix:
    rows, columns = [], []
    for found, words in ngrams(text):
        column = np.minimum(np.searchsorted(features, found), len(features) - 1)
        known = features[column] == found
        rows.append(words[known])
        columns.append(column[known])
    cells = np.concatenate(rows), np.concatenate(columns)
    return csr_matrix((np.ones(len(cells[0]), np.float32), cells), (len(text.words), len(features)))


def _marked(words: np.ndarray, n_words: int) -> np.ndarray:
    marks = np.zeros(n_words, dtype=np.float32)
    marks[words] = 1
    return marks
