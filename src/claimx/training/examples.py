"""The windows that a training run reads, with their targets."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language

from claimx.corpora.conll import TaggedSentence, join_sentences
from claimx.encoder.pieces import Pieces, PieceTokenizer
from claimx.encoder.sentences import sentence_numbers
from claimx.encoder.shapes import token_shapes
from claimx.encoder.windows import Window, cut_windows
from claimx.schema.passage import Passage
from claimx.training.config import TrainingConfig
from claimx.training.targets import WindowTarget, claim_window_target, entity_window_target, token_span


@dataclass
class Example:
    """One window to learn from.

    Attributes:
        pieces: word pieces of the whole Doc.
        shapes: letter-case indices of the whole Doc's tokens.
        sentences: their sentence numbers.
        window: the window within the Doc.
        target: the right answers.
    """

    pieces: Pieces
    shapes: np.ndarray
    sentences: np.ndarray
    window: Window
    target: WindowTarget


def claim_examples(
    passages: Sequence[Passage], nlp: Language, tokenizer: PieceTokenizer, config: TrainingConfig
) -> list[Example]:
    """Windows of passages annotated with claims."""
    docs = [nlp.make_doc(passage.text) for passage in passages]
    examples = []
    for doc, passage, pieces in zip(docs, passages, tokenizer(docs), strict=True):
        shapes, sentences = token_shapes(doc), sentence_numbers(doc)
        for window in cut_windows(0, pieces, config.max_pieces, config.overlap):
            target = claim_window_target(doc, window, passage.claims, config.unlabelled_weight)
            examples.append(Example(pieces, shapes, sentences, window, target))
    return examples


def entity_examples(
    sentences: Sequence[TaggedSentence], nlp: Language, tokenizer: PieceTokenizer, config: TrainingConfig
) -> list[Example]:
    """Windows of sentences annotated with named entities, some sentences joined to a text.

    A mention type that no sentence has is taken not to be annotated.
    """
    annotated = {kind for sentence in sentences for *_, kind in sentence.spans}
    examples = []
    for together in config.sentences_per_text:
        for at in range(0, len(sentences), together):
            text, marked = join_sentences(sentences[at : at + together])
            doc = nlp.make_doc(text)
            found = ((token_span(doc, start, end), kind) for start, end, kind in marked)
            spans = [(*span, kind) for span, kind in found if span]
            (pieces,) = tokenizer([doc])
            for window in cut_windows(0, pieces, config.max_pieces, config.overlap):
                target = entity_window_target(window, spans, annotated)
                examples.append(Example(pieces, token_shapes(doc), sentence_numbers(doc), window, target))
    return examples


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
