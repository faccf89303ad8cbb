"""Logistic regression whose weights are drawn to where a prior puts them."""

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

from claimx.filtering.prior import casualty_features
from claimx.filtering.sentence_filter import SentenceFilter

# The log odds that a casualty word starts from, and a stretch without any.
_PRIOR_WEIGHT, _PRIOR_BIAS = 5.0, -5.0

# What weighs less is left out: half of the features, and nothing lost by it.
_LEAST_WEIGHT = 0.08

_ITERATIONS = 60


def fit_filter(rows: csr_matrix, labels: np.ndarray, features: np.ndarray, penalty: float) -> SentenceFilter:
    """Fit a filter, its threshold yet to be chosen.

    The most probable weights under a Gaussian prior (logistic regression with an L2 penalty), whose mean is not zero
    for the words that are known to tell casualties: what the texts say little of stays near its prior. Found by L-BFGS
    (Liu and Nocedal, 1989).

    Args:
        rows: how often each feature stands in each stretch, (n_stretches, n_features).
        labels: whether a stretch tells a casualty, (n_stretches,) bool.
        features: those of the columns, (n_features,) uint32, rising.
        penalty: the prior's precision.
    """
    prior = np.where(np.isin(features, casualty_features()), _PRIOR_WEIGHT, 0.0)
    signs = np.where(labels, 1.0, -1.0)
    columns = rows.T.tocsr()

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (rows @ point[:-1] + point[-1])
        away = point[:-1] - prior
        value = np.logaddexp(0.0, -margins).sum() + 0.5 * penalty * (away @ away)
        slopes = -signs * expit(-margins)
        return float(value), np.append(columns @ slopes + penalty * away, slopes.sum())

    start = np.append(prior, _PRIOR_BIAS)
    point = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS}).x
    kept = np.abs(point[:-1]) >= _LEAST_WEIGHT
    weights = point[:-1][kept].astype(np.float16).astype(np.float32)
    return SentenceFilter(features[kept], weights, float(point[-1]), 0.0)
