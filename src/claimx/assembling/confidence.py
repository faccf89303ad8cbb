"""Confidence: the probability that a claim's outcome and count are right, from what the networks scored.

A logistic regression over the networks' own scores (Platt, 1999), fitted on passages that they were not trained on.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from claimx.errors import ModelDamagedError
from claimx.linking.linked_claim import LinkedClaim
from claimx.normalize.counts import parse_count

#: What the regression reads, in order; see :func:`confidence_features`.
FEATURES = (
    "anchor logit",
    "valid logit",
    "log p(count)",
    "log p(modifier)",
    "log p(trigger)",
    "words read",
    "no words",
)


def confidence_features(linked: LinkedClaim, count_text: str | None) -> list[float]:
    """The scores of a linked claim that bear on whether its outcome and count are right, one for each feature."""
    count = linked.single["count"]
    if count is None:
        number, quality = linked.missing["count"], linked.attributes["implied_count"][1]
    else:
        number, quality = count.probability, linked.attributes["modifier"][1]
    trigger = linked.single["trigger"]
    return [
        _bounded(linked.anchor_logit),
        _bounded(linked.valid_logit),
        _log(number),
        _log(quality),
        _log(trigger.probability if trigger else 0.0),
        float(count_text is not None and parse_count(count_text).resolved),
        float(count_text is None),
    ]


def _log(probability: float) -> float:
    return float(np.log(max(probability, 1e-3)))


def _bounded(logit: float) -> float:
    return float(np.clip(logit, -8.0, 8.0))


@dataclass(frozen=True)
class Calibration:
    """A fitted logistic regression.

    Attributes:
        weights: weight of each feature.
        bias: its constant.
    """

    weights: tuple[float, ...]
    bias: float

    def confidence(self, features: Sequence[float]) -> float:
        """The probability, strictly between 0 and 1, rounded to four places."""
        logit = float(np.dot(self.weights, features)) + self.bias
        return round(float(np.clip(1 / (1 + np.exp(-np.clip(logit, -30, 30))), 0.0001, 0.9999)), 4)

    @classmethod
    def fit(cls, features: np.ndarray, correct: np.ndarray, ridge: float = 0.02) -> "Calibration":
        """Fit by iteratively reweighted least squares.

        Args:
            features: (n, features).
            correct: whether each claim's outcome and count were right, (n,).
            ridge: penalty on the squared weights, per observation; the bias is free.
        """
        design = np.hstack([features, np.ones((len(features), 1))])
        penalty = np.full(design.shape[1], ridge * max(len(features), 1))
        penalty[-1] = 1e-6
        theta = np.zeros(design.shape[1])
        for _ in range(50):
            p = 1 / (1 + np.exp(-np.clip(design @ theta, -30, 30)))
            gradient = design.T @ (correct - p) - penalty * theta
            hessian = (design * (p * (1 - p) + 1e-9)[:, None]).T @ design + np.diag(penalty)
            step = np.linalg.solve(hessian, gradient)
            theta += step
            if np.abs(step).max() < 1e-8:
                break
        return cls(tuple(round(float(w), 5) for w in theta[:-1]), round(float(theta[-1]), 5))

    def save(self, path: Path) -> None:
        """Write as JSON, each weight beside its feature's name."""
        record = {**asdict(self), "features": FEATURES}
        path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Calibration":
        """Read what :meth:`save` wrote.

        Raises:
            ModelDamagedError: the file cannot be read or has other features.
        """
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            if tuple(record["features"]) != FEATURES:
                raise ValueError("it was fitted on other features")
            weights = tuple(map(float, record["weights"]))
            if len(weights) != len(FEATURES):
                raise ValueError(f"it has {len(weights)} weights for {len(FEATURES)} features")
            return cls(weights, float(record["bias"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelDamagedError(f"{path}: the calibration cannot be read: {error}") from error


#: Before anything is fitted: the mean of the two networks' logits, as a probability.
UNCALIBRATED = Calibration((0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0), 0.0)
