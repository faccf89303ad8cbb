"""Fit a pipeline's confidence, and choose its threshold, on passages that it was not trained on."""

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.assembling.assemble import assemble_claims
from claimx.assembling.confidence import Calibration, confidence_features
from claimx.evaluation.passage_agreement import compare_claims
from claimx.evaluation.scoring import score_passages
from claimx.pipeline.assembler import ClaimAssembler
from claimx.pipeline.predict import passage_docs, predict_passages
from claimx.pipeline.states import take_links
from claimx.schema.passage import Passage

_THRESHOLDS = np.arange(0.10, 0.66, 0.01)
_LEAST_CLAIMS = 20


def calibrate(nlp: Language, passages: Sequence[Passage]) -> None:
    """Fit the confidence of a pipeline's assembler, in place.

    Args:
        nlp: the pipeline, with its trained networks.
        passages: annotated passages that the networks have not seen. With fewer than 20 claims found in them the
            confidence stays uncalibrated.
    """
    assembler = _assembler(nlp)
    features: list[list[float]] = []
    correct: list[bool] = []
    with nlp.select_pipes(disable=[assembler.name]):
        docs: list[Doc] = list(nlp.pipe(passage_docs(nlp, passages)))
    for doc, passage in zip(docs, passages, strict=True):
        links = take_links(doc)
        made = assemble_claims(doc, links, assembler.confidence, 0.0, passage.published)
        agreement = compare_claims(passage.text, [claim for claim, _ in made], passage.claims)
        features += [confidence_features(linked, claim.count.text) for claim, linked in made]
        correct += [right for _, right in agreement.judgements]
    if len(correct) >= _LEAST_CLAIMS and 0 < sum(correct) < len(correct):
        assembler.calibration = Calibration.fit(np.array(features), np.array(correct, dtype=float))


def choose_threshold(nlp: Language, passages: Sequence[Passage]) -> float:
    """Set the least confidence of a claim to what gives the best core F1, and return it.

    The pipeline's configuration is not changed, since spaCy rebuilds it from what the component was created with.

    Neighbouring thresholds are averaged, so that a lucky claim or two does not decide.

    Args:
        nlp: the calibrated pipeline.
        passages: annotated passages that the networks have not seen.
    """
    assembler = _assembler(nlp)
    assembler.threshold = 0.0
    predicted = predict_passages(nlp, passages)
    scores = np.array([_core_f1(passages, predicted, float(threshold)) for threshold in _THRESHOLDS])
    smooth = np.convolve(np.pad(scores, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    assembler.threshold = round(float(_THRESHOLDS[int(smooth.argmax())]), 2)
    return assembler.threshold


def _core_f1(gold: Sequence[Passage], predicted: Sequence[Passage], threshold: float) -> float:
    kept = [
        passage.model_copy(
            update={"claims": tuple(claim for claim in passage.claims if (claim.confidence or 0.0) >= threshold)}
        )
        for passage in predicted
    ]
    return score_passages(gold, kept).core.f1


def _assembler(nlp: Language) -> ClaimAssembler:
    for _, component in nlp.pipeline:
        if isinstance(component, ClaimAssembler):
            return component
    raise ValueError("the pipeline has no claimx_assembler")
