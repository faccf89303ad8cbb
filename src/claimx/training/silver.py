"""Silver labels: let a model annotate texts that nobody has annotated, for another model to learn from.

Self-training (Yarowsky, 1995; with noise on the learner's side, Xie et al., 2020). What the model is unsure of is kept
with its confidence, and training passes over it (:data:`claimx.training.targets.DOUBT`).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language

from claimx.pipeline.assembler import assembler_of
from claimx.pipeline.predict import predict_passages
from claimx.schema.passage import Passage


def silver_passages(
    nlp: Language, passages: Sequence[Passage], least: float = 0.08, empty: float = 0.3, seed: int = 0
) -> Iterator[Passage]:
    """Label passages and keep those that teach something.

    Args:
        nlp: the model that labels.
        passages: texts; claims that they have already are put aside.
        least: least confidence of a claim to keep.
        empty: the share to keep of the passages in which nothing is found.
        seed: decides which of these are kept.

    Yields:
        Passages with the claims found and their confidences, in the order given.
    """
    assembler = assembler_of(nlp)
    threshold, assembler.threshold = assembler.threshold, least
    random = np.random.default_rng(seed)
    try:
        for passage in predict_passages(nlp, passages):
            if passage.claims or random.random() < empty:
                yield passage
    finally:
        assembler.threshold = threshold
