"""Weights for classes that are rare, so that they are learned at all: nine claims in ten are asserted."""

from collections import Counter
from collections.abc import Iterable

import torch
from torch import Tensor

from claimx.linking.roles import ATTRIBUTES
from claimx.training.targets import IGNORED, ClaimTarget

_BOUNDS = 0.5, 4.0


def class_weights(claims: Iterable[ClaimTarget], strength: float) -> dict[str, Tensor]:
    """The weight of each class of each attribute, (classes,).

    A class that is n times as rare as if all were equally frequent weighs ``n ** strength``, within bounds.

    Args:
        claims: what is trained on.
        strength: 0 for equal weights, 1 for weights that make up for all of a class's rarity.
    """
    counts: dict[str, Counter[int]] = {name: Counter() for name in ATTRIBUTES}
    for claim in claims:
        for name, label in claim.attributes.items():
            if label != IGNORED:
                counts[name][label] += 1
    weights = {}
    for name, classes in ATTRIBUTES.items():
        even = max(counts[name].total(), 1) / len(classes)
        rarity = torch.tensor([even / max(counts[name][i], 1) for i in range(len(classes))])
        weights[name] = rarity.pow(strength).clamp(*_BOUNDS)
    return weights
