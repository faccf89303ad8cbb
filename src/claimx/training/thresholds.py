"""Choose a pipeline's thresholds on passages that it was not trained on."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.event_links import link_agreement
from claimx.evaluation.pairing import ClaimPair, pair_claims
from claimx.evaluation.score_value import Score
from claimx.evaluation.scoring import score_passages
from claimx.evaluation.subset_links import subset_agreement
from claimx.pipeline.assembler import ClaimAssembler
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.training.linked_passages import LinkedPassage

_CONFIDENCES = np.arange(0.10, 0.66, 0.01)
_PROBABILITIES = np.arange(0.2, 0.81, 0.1)

_Links = Callable[[Sequence[Claim], Sequence[Claim], Sequence[ClaimPair]], Agreement]


def choose_thresholds(
    assembler: ClaimAssembler, unseen: Sequence[LinkedPassage], kept_back: Sequence[LinkedPassage]
) -> dict[str, float]:
    """Set an assembler's thresholds to what gives the best F1 of the core, of event links and of subset links.

    The pipeline's configuration is not changed, since spaCy rebuilds it from what the component was created with.

    Args:
        assembler: of the pipeline that the passages were read with, calibrated.
        unseen: annotated passages that the networks were not trained on, to choose the least confidence on.
        kept_back: those of them to choose the thresholds of relations on: of the training corpus, not of dev.

    Returns:
        The thresholds, by the names that the assembler's settings have.
    """

    def with_event(cut: float) -> float:
        assembler.relation_thresholds = replace(assembler.relation_thresholds, event=cut)
        return _links_f1(assembler, kept_back, link_agreement)

    def with_subset(cut: float) -> float:
        assembler.relation_thresholds = replace(assembler.relation_thresholds, subset=cut)
        return _links_f1(assembler, kept_back, subset_agreement)

    gold = [each.passage for each in unseen]
    predicted = [each.predicted(assembler) for each in unseen]
    assembler.threshold = _best(
        _CONFIDENCES, lambda cut: score_passages(gold, _above(predicted, cut)).core.f1, assembler.threshold
    )
    before = assembler.relation_thresholds
    event = _best(_PROBABILITIES, with_event, before.event)
    subset = _best(_PROBABILITIES, with_subset, before.subset)
    assembler.relation_thresholds = replace(assembler.relation_thresholds, event=event, subset=subset)
    return {"threshold": assembler.threshold, "event_threshold": event, "subset_threshold": subset}


def _best(cuts: np.ndarray, score: Callable[[float], float], before: float) -> float:
    """The cut with the best score, neighbours averaged, so that a lucky claim or two does not decide.

    Where none scores anything, it stays what it was before.
    """
    scores = np.array([score(float(cut)) for cut in cuts])
    if not scores.any():
        return before
    reach = max(len(cuts) // 18, 1)
    smooth = np.convolve(np.pad(scores, reach, mode="edge"), np.ones(2 * reach + 1), mode="valid")
    return round(float(cuts[int(smooth.argmax())]), 2)


def _above(predicted: Sequence[Passage], least: float) -> list[Passage]:
    return [
        passage.model_copy(
            update={"claims": tuple(claim for claim in passage.claims if (claim.confidence or 0.0) >= least)}
        )
        for passage in predicted
    ]


def _links_f1(assembler: ClaimAssembler, unseen: Sequence[LinkedPassage], links: _Links) -> float:
    total = Agreement()
    for each in unseen:
        gold = each.passage.claims
        predicted = each.predicted(assembler, assembler.threshold).claims
        total += links(predicted, gold, pair_claims(each.passage.text, predicted, gold))
    return Score.of(total).f1
