"""Which claim is meant by which expected one."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from claimx.schema.claim import Claim
from tests.behaviour.told import Told

_OTHER_OUTCOME = 1000.0
# Among claims that fit equally well (a toll told twice), the order of the text decides.
_OUT_OF_ORDER = 0.001


def pair(expected: Sequence[Told], claims: Sequence[Claim]) -> dict[int, int]:
    """For the index of each expected claim, the index of the claim that comes nearest to it, each used once.

    A claim of another outcome is never taken: the expected one then has no partner, and is left out.
    """
    if not expected or not claims:
        return {}
    cost = np.array([[_cost(told, claim) for claim in claims] for told in expected], dtype=float)
    cost += _OUT_OF_ORDER * np.abs(np.subtract.outer(np.arange(len(expected)), np.arange(len(claims))))
    rows, columns = linear_sum_assignment(cost)
    return {
        int(row): int(column)
        for row, column in zip(rows, columns, strict=True)
        if claims[column].outcome == expected[row].outcome
    }


def _cost(told: Told, claim: Claim) -> float:
    if claim.outcome != told.outcome:
        return _OTHER_OUTCOME
    differences = told.differences(claim)
    # The number says best which claim is meant.
    return len(differences) + any(difference.startswith("number") for difference in differences)
