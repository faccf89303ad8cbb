"""How many claims a filter loses, and how much of the texts without claims it lets through."""

import numpy as np

from claimx.filtering.lesson import Lesson

# Sentences on either side of a trigger that matter to reading its claim.
_NEAR = 2

# An archive to state a figure for: of its tokens, one in so many stands in a passage with claims.
_ONE_IN = 10


def window_scores(lesson: Lesson, scores: np.ndarray) -> np.ndarray:
    """The score of the highest sentence that has a token in each window, (n_windows,).

    Args:
        lesson: the passages.
        scores: the score of each sentence, (n_sentences,).
    """
    return np.maximum.reduceat(scores[lesson.sentences], lesson.windows)


def measure(lesson: Lesson, scores: np.ndarray, threshold: float) -> dict[str, float | int]:
    """Figures of a filter on a lesson.

    Args:
        lesson: the passages and the claims that the model tells.
        scores: the score of each sentence, (n_sentences,), by a filter that has not learned from it.
        threshold: least score of a sentence that passes.

    Returns:
        ``claims``, how many the model tells; ``lost``, the share of them whose window is not read; ``lost_near``, the
        share of them of which no sentence within two of the trigger's passes; ``claim_free``, how many passages are
        without claims; ``let_through``, the share of these passages that is read, by tokens; ``archive``, the share
        that is read of an archive of which a tenth has claims and the rest is like these.
    """
    passes = window_scores(lesson, scores) >= threshold
    free = claim_free(lesson)
    through = float(lesson.sizes[free & passes].sum() / max(int(lesson.sizes[free].sum()), 1))
    near = _near_passes(lesson, scores >= threshold)
    return {
        "claims": len(lesson.claims),
        "lost": _share(~passes[lesson.windows_at(lesson.claims)]),
        "lost_near": _share(~near),
        "claim_free": len(np.unique(lesson.passages[lesson.windows[free]])),
        "let_through": round(through, 4),
        "archive": round((1 + (_ONE_IN - 1) * through) / _ONE_IN, 4),
    }


def claim_free(lesson: Lesson) -> np.ndarray:
    """Whether each window is of a passage in which the model tells no claim, (n_windows,) bool."""
    with_claims = np.unique(lesson.passages[lesson.claims])
    return ~np.isin(lesson.passages[lesson.windows], with_claims)


def threshold_for(lesson: Lesson, scores: np.ndarray, lost: float) -> float:
    """The highest threshold at which at most a share of the claims that the model tells is lost.

    Args:
        lesson: the passages; at least one claim is told.
        scores: the score of each sentence, (n_sentences,).
        lost: the share, less than 1.
    """
    highest = np.sort(window_scores(lesson, scores)[lesson.windows_at(lesson.claims)])
    return float(highest[int(lost * len(highest))])


def _near_passes(lesson: Lesson, passes: np.ndarray) -> np.ndarray:
    own = lesson.sentences[lesson.claims]
    passage = np.zeros(lesson.text.n_sentences, dtype=np.int64)
    passage[lesson.sentences] = lesson.passages
    near = np.zeros(len(own), dtype=bool)
    for shift in range(-_NEAR, _NEAR + 1):
        there = np.clip(own + shift, 0, len(passes) - 1)
        near |= passes[there] & (passage[there] == passage[own])
    return near


def _share(marks: np.ndarray) -> float:
    return round(float(marks.mean()), 4) if len(marks) else 0.0
