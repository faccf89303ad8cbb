"""The filter itself: weights of words, and the least score of a sentence that passes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from claimx.filtering.ngrams import ngrams
from claimx.filtering.stretches import cut_stretches
from claimx.filtering.text_words import TextWords, text_words


@dataclass(frozen=True)
class SentenceFilter:
    """A linear model of what tells a casualty: a sentence's score is that of its highest stretch.

    Attributes:
        features: those that have a weight, (n_features,) uint32, rising.
        weights: their weights in the log odds, (n_features,) float32.
        bias: the log odds of a stretch without any of them.
        threshold: least score of a sentence that passes.
    """

    features: np.ndarray
    weights: np.ndarray
    bias: float
    threshold: float

    def likely_tokens(self, docs: Sequence[Doc]) -> list[np.ndarray]:
        """For each Doc, whether each token stands in a sentence that may tell a casualty, (n_tokens,) bool."""
        text = text_words(docs)
        passes = self.sentence_scores(text) >= self.threshold
        return [passes[sentences] for sentences in text.token_sentences]

    def sentence_scores(self, text: TextWords) -> np.ndarray:
        """The log odds that each sentence tells a casualty, (n_sentences,) float64; -inf without any word."""
        scores = np.full(text.n_sentences, -np.inf)
        if len(text.words):
            stretches = cut_stretches(text.sentences)
            sums = np.concatenate([np.zeros(1), np.cumsum(self._word_scores(text))])
            np.maximum.at(scores, stretches.sentences, sums[stretches.ends] - sums[stretches.starts] + self.bias)
        return scores

    def _word_scores(self, text: TextWords) -> np.ndarray:
        scores = np.zeros(len(text.words))
        if len(self.features):
            for found, words in ngrams(text):
                index = np.minimum(np.searchsorted(self.features, found), len(self.features) - 1)
                scores[words] += np.where(self.features[index] == found, self.weights[index], 0.0)
        return scores
