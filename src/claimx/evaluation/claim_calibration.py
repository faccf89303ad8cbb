"""Whether a claim's confidence is the rate at which claims of that confidence are right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from claimx.schema.quote import Record

RECALLS = (0.5, 0.7, 0.8)


@dataclass(frozen=True)
class ReliabilityBin:
    """The claims whose confidence falls in one interval: a point of a reliability diagram.

    Attributes:
        lower: least confidence of the interval.
        upper: its end; only the last interval includes it.
        size: how many claims fall in it, at least 1.
        confidence: their mean confidence.
        accuracy: the share of them that is right.
    """

    lower: float
    upper: float
    size: int
    confidence: float
    accuracy: float


class Calibration(Record):
    """How well confidences tell right claims from wrong ones."""

    ece: float = Field(description="Expected calibration error: mean gap of confidence and accuracy over the bins.")
    brier: float = Field(description="Mean squared difference of confidence and correctness (1 or 0).")
    precision_at_recall: dict[float, float | None] = Field(
        description="By recall: best precision of the most confident claims that reach it; null if none do."
    )

    def to_dict(self) -> dict[str, Any]:
        """The measures by name, one flat dictionary of JSON values."""
        at_recall = {f"precision_at_recall_{recall}": value for recall, value in self.precision_at_recall.items()}
        return {"ece": self.ece, "brier": self.brier, **at_recall}


def reliability_bins(confidences: Sequence[float], correct: Sequence[bool], bins: int = 10) -> list[ReliabilityBin]:
    """Sort claims by confidence into intervals of equal width.

    Args:
        confidences: one a claim, each in [0, 1].
        correct: whether each of the claims is right.
        bins: how many intervals [0, 1] is cut into.

    Returns:
        The intervals that hold a claim, from low to high.

    Raises:
        ValueError: the sequences differ in length, a confidence is outside [0, 1], or ``bins`` is below 1.
    """
    if bins < 1:
        raise ValueError(f"bins must be at least 1, not {bins}")
    if len(confidences) != len(correct):
        raise ValueError(f"{len(confidences)} confidences but {len(correct)} judgements")
    members: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in zip(confidences, correct, strict=True):
        if not 0 <= confidence <= 1:
            raise ValueError(f"confidence {confidence} is outside [0, 1]")
        members[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return [
        ReliabilityBin(
            lower=index / bins,
            upper=(index + 1) / bins,
            size=len(inside),
            confidence=sum(confidence for confidence, _ in inside) / len(inside),
            accuracy=sum(bool(right) for _, right in inside) / len(inside),
        )
        for index, inside in sorted(members.items())
    ]


def expected_calibration_error(bins: Sequence[ReliabilityBin]) -> float:
    """The mean gap of confidence and accuracy over reliability bins, weighted by size; 0 for no bins."""
    total = sum(each.size for each in bins)
    return sum(abs(each.confidence - each.accuracy) * each.size / total for each in bins)


def precision_at_recall(
    confidences: Sequence[float], correct: Sequence[bool], gold: int, recall: float
) -> float | None:
    """The best precision among the cuts of the confidence ranking that reach a recall.

    Args:
        confidences: one a claim; claims of equal confidence rank in the order given.
        correct: whether each of the claims is right.
        gold: how many right claims there are to find.
        recall: the share of them that must be found.

    Returns:
        The precision, or None where not even all the claims reach the recall.
    """
    ranking = sorted(range(len(confidences)), key=lambda i: -confidences[i])
    found, best = 0, None
    for kept, i in enumerate(ranking, start=1):
        found += bool(correct[i])
        if found / max(gold, 1) >= recall:
            best = max(found / kept, best or 0.0)
    return best


def calibrate(confidences: Sequence[float], correct: Sequence[bool], gold: int) -> Calibration | None:
    """Measure the calibration of claim confidences.

    Args:
        confidences: one a predicted claim, each in [0, 1].
        correct: whether each of these claims is right in outcome, unit and count (the core).
        gold: how many gold claims there are.

    Returns:
        The measures, or None where no claim has a confidence.
    """
    if not confidences:
        return None
    squares = ((confidence - right) ** 2 for confidence, right in zip(confidences, correct, strict=True))
    return Calibration(
        ece=expected_calibration_error(reliability_bins(confidences, correct)),
        brier=sum(squares) / len(confidences),
        precision_at_recall={at: precision_at_recall(confidences, correct, gold, at) for at in RECALLS},
    )
