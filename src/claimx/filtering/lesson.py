"""Texts and what a model finds in them, in the form that the filter learns from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.encoder.windows import Window, cut_windows
from claimx.encoder.words import token_starts, token_words
from claimx.errors import ModelDamagedError
from claimx.filtering.text_words import TextWords, text_words
from claimx.pipeline.assembler import assembler_of
from claimx.pipeline.transformer import ClaimTransformer
from claimx.schema.passage import Passage
from claimx.training.linked_passages import link_passages

# Claims found with less confidence are as good as none; those from here to the model's own least are doubtful.
_DOUBTFUL = 0.1


@dataclass(frozen=True)
class Lesson:
    """Passages as words, with what is told where. Tokens, sentences and windows are counted through all passages.

    Attributes:
        text: the words of all passages.
        passages: the passage of each token, (n_tokens,).
        windows: the first token that each window of the encoder's owns, (n_windows,), rising.
        sizes: how many tokens the encoder reads for each window, (n_windows,).
        claims: for each claim that the model tells, the token of its trigger, (n_claims,).
        gold: the same for gold claims, (n_gold,).
        doubtful: the same for claims of which the model is too unsure to tell them, (n_doubtful,).
    """

    text: TextWords
    passages: np.ndarray
    windows: np.ndarray
    sizes: np.ndarray
    claims: np.ndarray
    gold: np.ndarray
    doubtful: np.ndarray

    @property
    def sentences(self) -> np.ndarray:
        """The sentence of each token, (n_tokens,)."""
        return np.concatenate(self.text.token_sentences)

    def words_at(self, tokens: np.ndarray) -> np.ndarray:
        """The words at tokens, or before them where they are punctuation."""
        return np.maximum(np.searchsorted(self.text.tokens, tokens, "right") - 1, 0)

    def windows_at(self, tokens: np.ndarray) -> np.ndarray:
        """The windows that own tokens."""
        return np.searchsorted(self.windows, tokens, "right") - 1


def make_lesson(nlp: Language, passages: Sequence[Passage]) -> Lesson:
    """Let a model read passages, unfiltered.

    Args:
        nlp: the model.
        passages: the passages; at least one of them has a word.
    """
    assembler = assembler_of(nlp)
    linked = link_passages(nlp, passages)
    docs = [each.doc for each in linked]
    first_tokens = np.cumsum([0, *(len(doc) for doc in docs)])
    claims: list[int] = []
    gold: list[int] = []
    doubtful: list[int] = []
    for each, first in zip(linked, first_tokens.tolist(), strict=False):
        starts = token_starts(each.doc, token_words(each.doc))
        for claim in each.predicted(assembler, _DOUBTFUL).claims:
            told = claims if (claim.confidence or 0.0) >= assembler.threshold else doubtful
            told.append(first + _token_at(starts, claim.trigger.start))
        gold += [first + _token_at(starts, claim.trigger.start) for claim in each.passage.claims]
    windows = [window for window in _windows(nlp, docs) if window.own_start < window.own_end]
    return Lesson(
        text=text_words(docs),
        passages=np.repeat(np.arange(len(docs)), np.diff(first_tokens)),
        windows=np.array([first_tokens[window.doc] + window.own_start for window in windows]),
        sizes=np.array([window.end - window.start for window in windows]),
        claims=np.array(claims, dtype=np.int64),
        gold=np.array(gold, dtype=np.int64),
        doubtful=np.array(doubtful, dtype=np.int64),
    )


def _token_at(starts: np.ndarray, char: int) -> int:
    return max(int(np.searchsorted(starts, char, "right")) - 1, 0)


def _windows(nlp: Language, docs: list[Doc]) -> list[Window]:
    for _, component in nlp.pipeline:
        if isinstance(component, ClaimTransformer) and component.tokenizer is not None:
            encoder = component.trained_network().encoder
            limits = encoder.fit_window(component.max_pieces, component.overlap)
            pieces = component.tokenizer(docs)
            return [window for doc, each in enumerate(pieces) for window in cut_windows(doc, each, *limits)]
    raise ModelDamagedError("not a claimx pipeline: it has no claimx_transformer")
