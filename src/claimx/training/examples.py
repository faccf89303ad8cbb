"""The windows that a training run reads, with their targets."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.corpora.conll import TaggedSentence
from claimx.encoder.pieces import Pieces, PieceTokenizer
from claimx.encoder.shapes import token_shapes
from claimx.encoder.windows import Window, cut_windows
from claimx.schema.passage import Passage
from claimx.training.config import TrainingConfig
from claimx.training.targets import WindowTarget, claim_window_target, entity_window_target, token_span

_SENTENCES_PER_TEXT = 6


@dataclass
class Example:
    """One window to learn from.

    Attributes:
        pieces: word pieces of the whole Doc.
        shapes: letter-case indices of the whole Doc's tokens.
        window: the window within the Doc.
        target: the right answers.
    """

    pieces: Pieces
    shapes: np.ndarray
    window: Window
    target: WindowTarget


def claim_examples(
    passages: Sequence[Passage], nlp: Language, tokenizer: PieceTokenizer, config: TrainingConfig
) -> list[Example]:
    """Windows of passages annotated with claims."""
    docs = [nlp.make_doc(passage.text) for passage in passages]
    examples = []
    for doc, passage, pieces in zip(docs, passages, tokenizer(docs), strict=True):
        shapes = token_shapes(doc)
        for window in cut_windows(0, pieces, config.max_pieces, config.overlap):
            target = claim_window_target(doc, window, passage.claims, config.unlabelled_weight)
            examples.append(Example(pieces, shapes, window, target))
    return examples


def entity_examples(
    sentences: Sequence[TaggedSentence], nlp: Language, tokenizer: PieceTokenizer, config: TrainingConfig
) -> list[Example]:
    """Windows of sentences annotated with named entities, a few sentences joined to a text.

    A mention type that no sentence has is taken not to be annotated.
    """
    annotated = {kind for sentence in sentences for *_, kind in sentence.spans}
    examples = []
    for at in range(0, len(sentences), _SENTENCES_PER_TEXT):
        doc, spans = _joined(sentences[at : at + _SENTENCES_PER_TEXT], nlp)
        (pieces,) = tokenizer([doc])
        for window in cut_windows(0, pieces, config.max_pieces, config.overlap):
            examples.append(Example(pieces, token_shapes(doc), window, entity_window_target(window, spans, annotated)))
    return examples


def _joined(sentences: Sequence[TaggedSentence], nlp: Language) -> tuple[Doc, list[tuple[int, int, str]]]:
    text = ""
    marked = []
    for sentence in sentences:
        offsets = []
        for token in sentence.tokens:
            if text and not text.endswith("\n"):
                text += " "
            offsets.append((len(text), len(text) + len(token)))
            text += token
        text += "\n"
        marked += [(offsets[a][0], offsets[b - 1][1], kind) for a, b, kind in sentence.spans]
    doc = nlp.make_doc(text)
    spans = []
    for start, end, kind in marked:
        span = token_span(doc, start, end)
        if span is not None:
            spans.append((*span, kind))
    return doc, spans


def batches(examples: Sequence[Example], batch_tokens: int, random: np.random.Generator) -> list[list[Example]]:
    """Shuffle examples into batches of like length, padding included in the token budget."""
    lengths = np.array([example.window.end - example.window.start for example in examples])
    # Sorting by a jittered length keeps padding low and still mixes the batches anew at every epoch.
    order = np.argsort(lengths * random.uniform(0.85, 1.15, len(lengths)), kind="stable")
    out: list[list[Example]] = []
    batch: list[Example] = []
    longest = 0
    for i in order:
        longest = max(longest, int(lengths[i]))
        if batch and longest * (len(batch) + 1) > batch_tokens:
            out.append(batch)
            batch, longest = [], int(lengths[i])
        batch.append(examples[i])
    if batch:
        out.append(batch)
    return [out[i] for i in random.permutation(len(out))]
