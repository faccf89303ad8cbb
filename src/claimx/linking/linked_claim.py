"""What the linker says of one anchor: spans in each role, classes of each attribute, with their probabilities."""

from dataclasses import dataclass, field

import numpy as np

from claimx.linking.pair_band import PairBand


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
        list_probabilities: probability of the tags that each list role's spans come from, over the whole window.
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
    list_probabilities: dict[str, float]
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
    same_event: PairBand
    subset: PairBand
