"""Fit a pipeline's confidence on passages that it was not trained on."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from claimx.assembling.calibration import Calibration
from claimx.assembling.claim_scores import claim_features, field_features
from claimx.assembling.confidence import Confidence
from claimx.evaluation.field_judgement import judge_fields
from claimx.evaluation.passage_agreement import compare_claims
from claimx.pipeline.assembler import ClaimAssembler
from claimx.training.linked_passages import LinkedPassage

_LEAST_CLAIMS = 20


def calibrate(assembler: ClaimAssembler, unseen: Sequence[LinkedPassage]) -> None:
    """Fit the confidence of claims and of their fields, in place.

    Args:
        assembler: of the pipeline that the passages were read with. Events and subsets are judged as it now makes them,
            before :func:`~claimx.training.thresholds.choose_thresholds`, which needs the confidences.
        unseen: annotated passages that the networks were not trained on. With fewer than 20 claims found in them the
            confidence stays uncalibrated.
    """
    claims: list[list[float]] = []
    core: list[bool] = []
    fields: dict[str, list[list[float]]] = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    for each in unseen:
        text, gold = each.passage.text, each.passage.claims
        assembled = each.assembled(assembler)
        predicted = [made.claim for made in assembled]
        claims += [claim_features(made.linked, made.claim.count.text) for made in assembled]
        core += [judged for _, judged in compare_claims(text, predicted, gold).judgements]
        for made, judgement in zip(assembled, judge_fields(text, predicted, gold), strict=True):
            for name, features in field_features(made.linked, made.claim, made.pairs).items():
                fields[name].append(features)
                right[name].append(judgement[name])
    if len(core) >= _LEAST_CLAIMS:
        before = assembler.confidence
        assembler.confidence = Confidence(
            claim=_fitted(claims, core, before.claim),
            fields={name: _fitted(fields[name], right[name], before.fields[name]) for name in before.fields},
        )


def _fitted(features: list[list[float]], correct: list[bool], before: Calibration) -> Calibration:
    if not 0 < sum(correct) < len(correct):
        return before  # all right or all wrong: nothing to tell them apart by
    return Calibration.fit(np.array(features), np.array(correct, dtype=float))
