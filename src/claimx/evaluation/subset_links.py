"""Whether claims are said to be part of the right ones: agreement on ``subset_of``."""

from collections.abc import Sequence

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.pairing import ClaimPair
from claimx.schema.claim import Claim


def subset_agreement(predicted: Sequence[Claim], gold: Sequence[Claim], pairs: Sequence[ClaimPair]) -> Agreement:
    """Compare the subset links of predicted and gold claims, among the claims that are paired.

    Args:
        predicted: the predicted claims of one text.
        gold: its gold claims.
        pairs: how the two are paired (see :func:`claimx.evaluation.pairing.pair_claims`).
    """
    gold_of = {pair.predicted: pair.gold for pair in pairs}
    said = {
        (child, gold_of[parent])
        for index, child in gold_of.items()
        if (parent := predicted[index].subset_of) is not None and parent in gold_of
    }
    paired = set(gold_of.values())
    true = {(child, parent) for child in paired if (parent := gold[child].subset_of) is not None and parent in paired}
    return Agreement(len(said & true), len(said), len(true))
