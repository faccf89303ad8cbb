"""How the claims of a text relate: which share an event, and which is part of which."""

from dataclasses import dataclass

import numpy as np

from claimx.assembling.claim_scores import PairScores
from claimx.linking.events import event_clusters, subset_parents
from claimx.linking.linked_claim import LinkedClaims

# Claims that are grouped into events at once; the work grows with its square, and news articles tell far fewer.
_BLOCK = 1000


@dataclass(frozen=True)
class RelationThresholds:
    """Least probabilities of relations.

    Attributes:
        event: mean probability between two groups of claims above which they speak of one event.
        subset: probability above which a claim's victims are among another's.
    """

    event: float = 0.5
    subset: float = 0.5


@dataclass(frozen=True)
class Relation:
    """What relates a claim to the others of its text.

    Attributes:
        event: number of its event, from 0.
        parent: index of the claim that includes its victims, or None.
        scores: how sure the linker is of both.
    """

    event: int
    parent: int | None
    scores: PairScores


def relate(links: LinkedClaims, rows: list[int], thresholds: RelationThresholds) -> list[Relation]:
    """The relations of some claims of a text.

    Args:
        links: all claims that the linker found.
        rows: the claims to relate, by index.
        thresholds: when two are related.
    """
    relations: list[Relation] = []
    for first in range(0, len(rows), _BLOCK):
        block = rows[first : first + _BLOCK]
        offset = max((relation.event for relation in relations), default=-1) + 1
        same, subset = links.same_event.matrix(block), links.subset.matrix(block)
        events = event_clusters(same, thresholds.event)
        parents = subset_parents(subset, thresholds.subset)
        for row, (event, parent) in enumerate(zip(events, parents, strict=True)):
            scores = PairScores(_event_score(same, events, row), _subset_score(subset, row, parent))
            relations.append(Relation(offset + event, None if parent is None else first + parent, scores))
    return relations


def _event_score(same: np.ndarray, events: list[int], row: int) -> float:
    """Probability of the least sure decision about who shares a claim's event."""
    mean = (same[row] + same[:, row]) / 2
    shares = np.array(events) == events[row]
    sure = np.where(shares, mean, 1 - mean)
    return float(np.delete(sure, row).min(initial=1.0))


def _subset_score(subset: np.ndarray, row: int, parent: int | None) -> float:
    """Probability of the decision about the claim that includes a claim's victims."""
    if parent is not None:
        return float(subset[row, parent])
    return 1.0 - float(np.delete(subset[row], row).max(initial=0.0))
