"""Learn from some passages and score the others: cross-validation, whole passages at a time."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from scipy.sparse import vstack

from claimx.filtering.design import Design
from claimx.filtering.lesson import Lesson
from claimx.filtering.logistic import fit_filter
from claimx.filtering.sentence_filter import SentenceFilter
from claimx.schema.passage import Passage

_FOLDS = 5


def fold_numbers(passages: Sequence[Passage]) -> np.ndarray:
    """The fold that each passage is dealt into, (n_passages,): passages of one wording are in one fold."""
    return np.array([crc32(passage.text.encode()) % _FOLDS for passage in passages])


def fit_without(
    designs: Sequence[Design], folds: Sequence[np.ndarray], left_out: int | None, features: np.ndarray, penalty: float
) -> SentenceFilter:
    """A filter that has learned from all passages but those of one fold.

    Args:
        designs: the stretches of each lot of passages.
        folds: for each lot, the fold of each sentence, (n_sentences,).
        left_out: the fold; None to learn from all.
        features: those of the columns, (n_features,) uint32, rising.
        penalty: see :func:`~claimx.filtering.logistic.fit_filter`.
    """
    chosen = [fold[design.sentences] != left_out for design, fold in zip(designs, folds, strict=True)]
    rows = vstack([design.rows[mask] for design, mask in zip(designs, chosen, strict=True)], format="csr")
    labels = np.concatenate([design.labels[mask] for design, mask in zip(designs, chosen, strict=True)])
    return fit_filter(rows, labels, features, penalty)


def out_of_fold_scores(
    lessons: Sequence[Lesson],
    designs: Sequence[Design],
    folds: Sequence[np.ndarray],
    features: np.ndarray,
    penalty: float,
) -> list[np.ndarray]:
    """For each lot, the score of each sentence, (n_sentences,), by the filter that has not learned from its fold."""
    scores = [np.zeros(len(fold)) for fold in folds]
    for left_out in range(_FOLDS):
        filter = fit_without(designs, folds, left_out, features, penalty)
        for lesson, fold, score in zip(lessons, folds, scores, strict=True):
            score[fold == left_out] = filter.sentence_scores(lesson.text)[fold == left_out]
    return scores
