"""Silver labels: let models annotate texts that nobody has annotated, for another model to learn from.

Self-training (Yarowsky, 1995; with noise on the learner's side, Xie et al., 2020). What the models are unsure of is
kept with its confidence, and training passes over it (:data:`claimx.training.targets.DOUBT`).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language

from claimx.pipeline.assembler import assembler_of
from claimx.pipeline.predict import predict_passages
from claimx.schema.passage import Passage
from claimx.training.consensus import consensus


def silver_passages(
    models: Sequence[Language], passages: Sequence[Passage], least: float = 0.08, empty: float = 0.3, seed: int = 0
) -> Iterator[Passage]:
    """Label passages and keep those that teach something.

    Args:
        models: the models that label; of several, the consensus counts.
        passages: texts; claims that they have already are put aside.
        least: least confidence of a claim to keep.
        empty: the share to keep of the passages in which nothing is found.
        seed: decides which of these are kept.

    Yields:
        Passages with the claims found and their confidences, in the order given.
    """
    readings = [_read(nlp, passages, least) for nlp in models]
    random = np.random.default_rng(seed)
    for passage, *read in zip(passages, *readings, strict=True):
        claims = read[0].claims if len(read) == 1 else consensus(passage.text, [each.claims for each in read])
        if claims or random.random() < empty:
            yield passage.model_copy(update={"claims": claims})


def _read(nlp: Language, passages: Sequence[Passage], least: float) -> list[Passage]:
    assembler = assembler_of(nlp)
    threshold, assembler.threshold = assembler.threshold, least
    try:
        return predict_passages(nlp, passages)
    finally:
        assembler.threshold = threshold
