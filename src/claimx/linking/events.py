"""Group claims into events, and choose the claim that each is a part of, from pair probabilities."""

from collections.abc import Sequence

import numpy as np


def event_clusters(same_event: np.ndarray, threshold: float = 0.5) -> list[int]:
    """Cluster claims by average linkage.

    Args:
        same_event: probability that two claims speak of one event, (C, C), symmetric.
        threshold: two clusters are joined while the mean probability between them is at least this.

    Returns:
        The cluster of each claim, numbered from 0 in the order in which they first appear.
    """
    if len(same_event) < 2:
        return [0] * len(same_event)
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = 1.0 - (same_event + same_event.T) / 2
    np.fill_diagonal(distance, 0.0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1.0 - threshold, "distance")
    numbers: dict[int, int] = {}
    return [numbers.setdefault(int(label), len(numbers)) for label in labels]


def subset_parents(subset: np.ndarray, threshold: float = 0.5) -> list[int | None]:
    """The claim that includes each claim's victims, or None; never a circle.

    Args:
        subset: probability that the row's victims are among the column's, (C, C).
        threshold: least probability of a link.
    """
    n_claims = len(subset)
    parents: list[int | None] = [None] * n_claims
    links = sorted(((-float(subset[i, j]), int(i), int(j)) for i, j in np.argwhere(subset >= threshold) if i != j))
    for _, child, parent in links:
        if parents[child] is None and not reaches(parents, parent, child):
            parents[child] = parent
    return parents


def reaches(parents: Sequence[int | None], start: int, goal: int) -> bool:
    """Whether going from claim to including claim leads from one to another: a link back would make a circle."""
    at: int | None = start
    while at is not None:
        if at == goal:
            return True
        at = parents[at]
    return False
