"""Turn scores into probabilities: logistic regression on what the networks scored (Platt, 1999).

Fitted on passages that the networks were not trained on, since networks are surer of what they have seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

import numpy as np


@dataclass(frozen=True)
class Calibration:
    """A fitted logistic regression.

    Attributes:
        weights: weight of each feature.
        bias: its constant.
    """

    weights: tuple[float, ...]
    bias: float

    def probability(self, features: Sequence[float]) -> float:
        """The probability, strictly between 0 and 1, rounded to four places."""
        logit = sum(map(mul, self.weights, features)) + self.bias
        return round(min(max(1 / (1 + math.exp(-min(max(logit, -30), 30))), 0.0001), 0.9999), 4)

    @classmethod
    def fit(cls, features: np.ndarray, correct: np.ndarray, ridge: float = 0.02) -> "Calibration":
        """Fit by iteratively reweighted least squares.

        Args:
            features: (n, features).
            correct: whether each case was right, (n,).
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
