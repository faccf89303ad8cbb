"""Whether the confidence of a claim, and that of each field, is the rate at which they are right."""

from collections import defaultdict
from collections.abc import Sequence

from pydantic import Field

from claimx.evaluation.claim_calibration import ReliabilityBin, expected_calibration_error, reliability_bins
from claimx.evaluation.field_judgement import judge_fields
from claimx.evaluation.passage_agreement import compare_claims
from claimx.schema.claim import CONFIDENT_FIELDS
from claimx.schema.passage import Passage
from claimx.schema.quote import Record

#: The name under which the confidence of the claim itself (outcome and count are right) is reported.
CLAIM = "claim"


class Reliability(Record):
    """How the confidences of one kind compare with how often they are right."""

    size: int = Field(description="How many claims have such a confidence.")
    confidence: float = Field(description="Their mean confidence.")
    accuracy: float = Field(description="The share of them that is right.")
    ece: float = Field(description="Expected calibration error, over ten bins of equal width.")
    bins: tuple[ReliabilityBin, ...] = Field(description="The bins that hold a claim: a reliability diagram.")


def reliabilities(gold: Sequence[Passage], predicted: Sequence[Passage]) -> dict[str, Reliability]:
    """Compare confidences with what is right.

    Args:
        gold: the annotated passages.
        predicted: the same passages with the claims that were read, in the same order.

    Returns:
        By name: ``claim`` for :attr:`Claim.confidence`, and each field that has a confidence.
    """
    confidences: dict[str, list[float]] = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    for passage, read in zip(gold, predicted, strict=True):
        judgements = compare_claims(passage.text, read.claims, passage.claims).judgements
        confidences[CLAIM] += [confidence for confidence, _ in judgements]
        right[CLAIM] += [judged for _, judged in judgements]
        for claim, judged in zip(read.claims, judge_fields(passage.text, read.claims, passage.claims), strict=True):
            for name, confidence in (claim.confidences or {}).items():
                confidences[name].append(confidence)
                right[name].append(judged[name])
    return {
        name: _reliability(confidences[name], right[name]) for name in (CLAIM, *CONFIDENT_FIELDS) if confidences[name]
    }


def _reliability(confidences: Sequence[float], right: Sequence[bool]) -> Reliability:
    bins = reliability_bins(confidences, right)
    return Reliability(
        size=len(confidences),
        confidence=sum(confidences) / len(confidences),
        accuracy=sum(right) / len(right),
        ece=expected_calibration_error(bins),
        bins=tuple(bins),
    )
