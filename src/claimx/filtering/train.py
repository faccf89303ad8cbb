"""Learn a filter from what a model finds in texts."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from spacy.language import Language

from claimx.errors import TrainingError
from claimx.filtering.design import known_features, make_design
from claimx.filtering.folds import fit_without, fold_numbers, out_of_fold_scores
from claimx.filtering.lesson import Lesson, make_lesson
from claimx.filtering.measure import claim_free, measure, threshold_for, window_scores
from claimx.filtering.sentence_filter import SentenceFilter
from claimx.schema.passage import Passage

# Precisions of the prior to choose from.
_PENALTIES = (1.0, 3.0)

_logger = logging.getLogger(__name__)


def train_filter(
    nlp: Language,
    train: Sequence[Passage],
    also: Mapping[str, Sequence[Passage]],
    dev: Sequence[Passage],
    lost: float,
) -> tuple[SentenceFilter, dict[str, Any]]:
    """Learn a filter for a model.

    The passages are dealt into five folds, and each is scored by a filter that learned from the other four: penalty and
    threshold are chosen, and the figures measured, on these scores. The filter itself then learns from all.

    Args:
        nlp: the model, which reads all passages unfiltered.
        train: passages to learn from, whose claims the threshold is chosen on.
        also: more passages to learn from, by a name for each lot.
        dev: passages that are only measured on; may be empty.
        lost: share of the claims of ``train`` that may be lost, out of fold.

    Returns:
        The filter, and figures (see :func:`~claimx.filtering.measure.measure`) for ``train`` and each lot of ``also``,
        out of fold, and for ``dev``.

    Raises:
        TrainingError: the model finds no claim in ``train``.
    """
    lots = {"train": train, **also}
    lessons = {name: make_lesson(nlp, passages) for name, passages in lots.items()}
    for name, lesson in lessons.items():
        _logger.info("%s: %d claims in %d passages", name, len(lesson.claims), len(lots[name]))
    if not len(lessons["train"].claims):
        raise TrainingError("the model finds no claim in the passages to learn from")
    folds = [_sentence_folds(passages, lessons[name]) for name, passages in lots.items()]
    features = known_features([lesson.text for lesson in lessons.values()])
    designs = [make_design(lesson, features) for lesson in lessons.values()]
    tried = []
    for penalty in _PENALTIES:
        scores = out_of_fold_scores(list(lessons.values()), designs, folds, features, penalty)
        threshold = threshold_for(lessons["train"], scores[0], lost)
        through = sum(_let_through(*each, threshold) for each in zip(lessons.values(), scores, strict=True))
        _logger.info("penalty %g: %d tokens of passages without claims are let through", penalty, through)
        tried.append((through, penalty, threshold, scores))
    _, penalty, threshold, scores = min(tried, key=lambda each: each[0])
    filter = replace(fit_without(designs, folds, None, features, penalty), threshold=threshold)
    measured: dict[str, Any] = {
        name: measure(lesson, score, threshold) for (name, lesson), score in zip(lessons.items(), scores, strict=True)
    }
    if dev:
        lesson = make_lesson(nlp, dev)
        measured["dev"] = measure(lesson, filter.sentence_scores(lesson.text), threshold)
    return filter, {"penalty": penalty, "lost_allowed": lost, **measured}


def _sentence_folds(passages: Sequence[Passage], lesson: Lesson) -> np.ndarray:
    folds = np.zeros(lesson.text.n_sentences, dtype=np.int64)
    folds[lesson.sentences] = fold_numbers(passages)[lesson.passages]
    return folds


def _let_through(lesson: Lesson, scores: np.ndarray, threshold: float) -> int:
    through = claim_free(lesson) & (window_scores(lesson, scores) >= threshold)
    return int(lesson.sizes[through].sum())
