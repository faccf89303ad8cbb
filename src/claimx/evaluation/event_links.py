"""Whether claims that speak of one event are said to: agreement on pairs of claims."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.pairing import ClaimPair
from claimx.schema.claim import Claim


def event_links(claims: Sequence[Claim], members: Iterable[int]) -> set[frozenset[int]]:
    """The links among some claims of one text: every two of them that carry the same event name.

    Args:
        claims: all the claims of the text.
        members: indices of the claims to look at; a claim without an event is linked to none.

    Returns:
        Each link as the set of its two indices.
    """
    return {
        frozenset((i, j))
        for i, j in combinations(members, 2)
        if claims[i].event is not None and claims[i].event == claims[j].event
    }


def link_agreement(predicted: Sequence[Claim], gold: Sequence[Claim], pairs: Sequence[ClaimPair]) -> Agreement:
    """Compare the event links of predicted and gold claims, among the claims that are paired.

    Links of unpaired claims count on neither side: they are missed or spurious claims, and scored as such.

    Args:
        predicted: the predicted claims of one text.
        gold: its gold claims.
        pairs: how the two are paired (see :func:`claimx.evaluation.pairing.pair_claims`).
    """
    gold_of = {pair.predicted: pair.gold for pair in pairs}
    said = {frozenset(gold_of[i] for i in link) for link in event_links(predicted, gold_of)}
    true = event_links(gold, gold_of.values())
    return Agreement(len(said & true), len(said), len(true))
