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
    if len(rows) == 1:
        return [Relation(0, None, PairScores())]
    relations: list[Relation] = []
    for first in range(0, len(rows), _BLOCK):
        block = rows[first : first + _BLOCK]
        offset = max((relation.event for relation in relations), default=-1) + 1
        same, subset = links.same_event.matrix(block), links.subset.matrix(block)
        events = event_clusters(same, thresholds.event)
        parents = subset_parents(subset, thresholds.subset)
        scored = map(PairScores, _event_scores(same, events), _subset_scores(subset, parents))
        for event, parent, scores in zip(events, parents, scored, strict=True):
            relations.append(Relation(offset + event, None if parent is None else first + parent, scores))
    return relations


def _event_scores(same: np.ndarray, events: list[int]) -> list[float]:
    """Probability of the least sure decision about who shares each claim's event."""
    mean = (same + same.T) / 2
    numbers = np.array(events)
    sure = np.where(numbers[:, None] == numbers[None, :], mean, 1 - mean)
    np.fill_diagonal(sure, 1.0)
    return sure.min(axis=1, initial=1.0).tolist()


def _subset_scores(subset: np.ndarray, parents: list[int | None]) -> list[float]:
    """Probability of the decision about the claim that includes each claim's victims."""
    others = subset.copy()
    np.fill_diagonal(others, 0.0)
    likeliest = others.max(axis=1, initial=0.0).tolist()
    return [
        1.0 - likeliest[row] if parent is None else float(subset[row, parent]) for row, parent in enumerate(parents)
    ]
