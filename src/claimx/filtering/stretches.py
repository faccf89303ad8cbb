"""Cut sentences into short stretches that overlap.

What tells a casualty stands close together. Were whole sentences added up, the many harmless words of a long one would
outvote the few that matter; measured on train, stretches let through two thirds of what sentences do, at the same loss.
"""

from dataclasses import dataclass

import numpy as np

#: Words between the starts of two stretches; a stretch has twice as many.
STEP = 10


@dataclass(frozen=True)
class Stretches:
    """Runs of words of one sentence each.

    Attributes:
        starts: first word of each stretch, (n_stretches,), counted through all Docs.
        ends: word past the last, (n_stretches,).
        sentences: the sentence that it is a part of, (n_stretches,), rising.
    """

    starts: np.ndarray
    ends: np.ndarray
    sentences: np.ndarray


def cut_stretches(sentences: np.ndarray) -> Stretches:
    """Cut sentences into stretches of twice :data:`STEP` words, one starting each :data:`STEP` words.

    Args:
        sentences: the sentence that each word stands in, (n_words,), rising.
    """
    numbers, firsts, lengths = np.unique(sentences, return_index=True, return_counts=True)
    counts = np.maximum(-(-lengths // STEP) - 1, 1)
    total = int(counts.sum())
    within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
    starts = np.repeat(firsts, counts) + STEP * within
    ends = np.minimum(starts + 2 * STEP, np.repeat(firsts + lengths, counts))
    return Stretches(starts, ends, np.repeat(numbers, counts))
