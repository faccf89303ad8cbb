"""What the linker says of one anchor: spans in each role, classes of each attribute, with their probabilities."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class RoleSpan:
    """A span of the Doc in a role.

    Attributes:
        start: first token.
        end: token past the last.
        probability: how sure the linker is of the span.
    """

    start: int
    end: int
    probability: float

    def overlaps(self, other: "RoleSpan | None") -> bool:
        """Whether the two share a token."""
        return other is not None and self.start < other.end and other.start < self.end


@dataclass
class LinkedClaim:
    """A claim in tokens and classes, not yet in values.

    Attributes:
        outcome: the outcome that was asked about.
        anchor: the anchor token in the Doc.
        anchor_logit: what the anchor scorer gave it.
        valid_logit: what the reader, asked with it, gave it.
        single: span of each single role; None where it is missing.
        missing: probability that a single role is missing.
        lists: spans of each list role.
        attributes: ``(class, probability)`` of each attribute.
        vector: the reader's vector of the claim, for pair scores.
    """

    outcome: str
    anchor: int
    anchor_logit: float
    valid_logit: float
    single: dict[str, RoleSpan | None]
    missing: dict[str, float]
    lists: dict[str, list[RoleSpan]]
    attributes: dict[str, tuple[str, float]]
    vector: np.ndarray = field(repr=False)


@dataclass
class LinkedClaims:
    """All claims of one Doc, in the order of their anchors, with the scores of their pairs.

    Attributes:
        claims: the claims, C of them.
        same_event: probabilities that two claims speak of one event.
        subset: probabilities that the first claim's victims are among the second's.
    """

    claims: list[LinkedClaim]
    same_event: "PairBand"
    subset: "PairBand"


class PairBand:
    """Scores of pairs of claims that stand near each other; those of pairs farther apart are 0.

    A text of a hundred thousand words may tell thousands of claims, and a full matrix of them would not fit.

    Args:
        size: number of claims, C.
        reach: how many claims apart two may stand.
    """

    def __init__(self, size: int, reach: int):
        self.reach = reach
        self.scores = np.zeros((size, 2 * reach + 1), dtype=np.float32)

    def neighbours(self, row: int) -> list[int]:
        """The claims within reach of a claim, itself left out."""
        return [j for j in range(max(0, row - self.reach), min(len(self.scores), row + self.reach + 1)) if j != row]

    def set_row(self, row: int, columns: list[int], scores: np.ndarray) -> None:
        """Write the scores of a claim with some of its neighbours."""
        self.scores[row, np.array(columns, dtype=np.int64) - row + self.reach] = scores

    def matrix(self, rows: list[int]) -> np.ndarray:
        """The scores among some of the claims, (len(rows), len(rows))."""
        index = np.array(rows, dtype=np.int64)
        distance = index[None, :] - index[:, None]
        columns = np.clip(distance + self.reach, 0, 2 * self.reach)
        return np.where(np.abs(distance) <= self.reach, self.scores[index[:, None], columns], 0.0)
