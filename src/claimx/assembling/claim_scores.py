"""What the networks scored that bears on whether a claim, or a field of it, is right: the features of confidence."""

import math
from dataclasses import dataclass

from claimx.linking.linked_claim import LinkedClaim
from claimx.linking.roles import LIST_ROLES
from claimx.normalize.counts import parse_count
from claimx.schema.claim import CONFIDENT_FIELDS, Claim

#: What the confidence of a claim reads, in order.
CLAIM_FEATURES = (
    "anchor logit",
    "valid logit",
    "log p(count)",
    "log p(modifier)",
    "log p(trigger)",
    "words read",
    "no words",
)

#: What the confidence of a field reads, in order: the scores of the whole claim; the field's own probability, and a
#: second one that bears on it (of the victims' category, of the least sure of several places), as logits; and a number
#: that says which kind of answer it is (how many quotes fill the field, or whether it has its most frequent value).
FIELD_FEATURES = ("anchor logit", "valid logit", "logit p", "second logit p", "kind")


@dataclass(frozen=True)
class PairScores:
    """How sure the linker is of what relates a claim to the other claims of its text.

    Attributes:
        event: probability of the least sure decision about who shares its event; 1 where it stands alone.
        subset: probability of the decision about the claim that includes it.
    """

    event: float = 1.0
    subset: float = 1.0


def claim_features(linked: LinkedClaim, count_text: str | None) -> list[float]:
    """The scores that bear on whether outcome and count are right, one for each of :data:`CLAIM_FEATURES`."""
    number, quality = _count_probabilities(linked)
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


def field_features(linked: LinkedClaim, claim: Claim, pairs: PairScores) -> dict[str, list[float]]:
    """The scores that bear on whether each field is right, one for each of :data:`FIELD_FEATURES`, by field name.

    Args:
        linked: what the networks scored.
        claim: the claim made of it.
        pairs: the scores of its relations.
    """
    number, quality = _count_probabilities(linked)
    attribute = {name: probability for name, (_, probability) in linked.attributes.items()}
    trigger, evidence = _single(linked, "trigger"), _single(linked, "evidence")
    dated = claim.time is None or claim.time.earliest is not None
    scores: dict[str, tuple[float, float, int]] = {
        "outcome": (trigger, number, 1),
        "trigger": (trigger, trigger, 1),
        "evidence": (evidence, trigger, 1),
        "count": (number, quality, int(claim.count.text is not None)),
        "unit": (attribute["unit"], number, int(claim.unit == "people")),
        "victims": (_single(linked, "victims"), attribute["category"], int(claim.victims.text is not None)),
        "cause": (
            _single(linked, "cause"),
            attribute["cause_type"] if claim.cause else 1.0,
            int(claim.cause is not None),
        ),
        "time": (_single(linked, "time"), 0.9 if dated else 0.5, int(claim.time is not None)),
        "stance": (attribute["stance"], attribute["stance"], int(claim.stance == "asserted")),
        "scope": (attribute["scope"], attribute["scope"], int(claim.scope == "incident")),
        "event": (pairs.event, pairs.event, int(pairs.event < 1)),
        "subset_of": (pairs.subset, pairs.subset, int(claim.subset_of is not None)),
    }
    for role in LIST_ROLES:
        doubt = min((span.probability for span in linked.lists[role]), default=1.0)
        scores[role] = (linked.list_probabilities[role], doubt, min(len(linked.lists[role]), 3))
    known = [_bounded(linked.anchor_logit), _bounded(linked.valid_logit)]
    return {
        name: [*known, _logit(scores[name][0]), _logit(scores[name][1]), float(scores[name][2])]
        for name in CONFIDENT_FIELDS
    }


def _count_probabilities(linked: LinkedClaim) -> tuple[float, float]:
    """How sure the linker is of the count's words, and of what they mean."""
    count = linked.single["count"]
    if count is None:
        return linked.missing["count"], linked.attributes["implied_count"][1]
    return count.probability, linked.attributes["modifier"][1]


def _single(linked: LinkedClaim, role: str) -> float:
    span = linked.single[role]
    return linked.missing[role] if span is None else span.probability


def _log(probability: float) -> float:
    return math.log(max(probability, 1e-3))


def _logit(probability: float) -> float:
    p = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))


def _bounded(logit: float) -> float:
    return min(max(float(logit), -8.0), 8.0)
