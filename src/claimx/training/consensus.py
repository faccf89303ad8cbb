"""What several models agree on: better labels than any one of them gives.

Tri-training (Zhou and Li, 2005) lets models teach each other by majority; here the majority labels texts for one that
is trained after them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from claimx.evaluation.pairing import pair_claims
from claimx.evaluation.slots import slot_agreement, slot_fills
from claimx.linking.events import reaches
from claimx.schema.claim import Claim

#: A claim as the models that found it tell it, by the model's index.
Versions = Mapping[int, Claim]


def consensus(text: str, readings: Sequence[Sequence[Claim]]) -> tuple[Claim, ...]:
    """The claims that models read from one text, put together.

    A claim is told as by the model that agrees most with the others. Its confidence is the mean over the models, those
    that did not find it, or read another count, counted as 0. Claims share an event, and one is part of another, where
    most of the models that found both say so.

    Args:
        text: the text.
        readings: the claims that each model read from it.

    Returns:
        The claims in the order of the text, without confidences of single fields.
    """
    found: list[dict[int, int]] = []  # for each claim the index that it has in each model's reading
    for model, claims in enumerate(readings):
        told = [_told(text, _versions(readings, places)) for places in found]
        partner = {pair.gold: pair.predicted for pair in pair_claims(text, claims, told)}
        for at, index in partner.items():
            found[at][model] = index
        found += [{model: index} for index in range(len(claims)) if index not in partner.values()]
    merged = [_told(text, _versions(readings, places)) for places in found]
    order = sorted(range(len(found)), key=lambda at: (merged[at].trigger.start, merged[at].evidence.start, at))
    found, merged = [found[at] for at in order], [merged[at] for at in order]
    events, parents = _events(readings, found), _parents(readings, found)
    return tuple(
        claim.model_copy(
            update={
                "confidence": _confidence(claim, _versions(readings, found[at]), len(readings)),
                "confidences": None,
                "event": f"e{events[at] + 1}",
                "subset_of": parents[at],
            }
        )
        for at, claim in enumerate(merged)
    )


def _versions(readings: Sequence[Sequence[Claim]], places: Mapping[int, int]) -> Versions:
    return {model: readings[model][index] for model, index in places.items()}


def _told(text: str, versions: Versions) -> Claim:
    """The version that agrees best with the others (of equals, the first)."""
    if len(versions) == 1:
        return next(iter(versions.values()))

    def agreement(model: int) -> float:
        others = (claim for other, claim in versions.items() if other != model)
        return sum(_likeness(text, versions[model], other) for other in others)

    return versions[max(versions, key=agreement)]


def _likeness(text: str, claim: Claim, other: Claim) -> float:
    """The F1 of one claim's slot fills against another's."""
    fills = sum(slot_fills(claim).values()) + sum(slot_fills(other).values())
    return 2 * sum(slot_agreement(text, claim, other).values()) / max(fills, 1)


def _confidence(claim: Claim, versions: Versions, n_models: int) -> float:
    number = (claim.unit, claim.count.value, claim.count.min, claim.count.max)
    same = (
        version.confidence or 0.0
        for version in versions.values()
        if (version.unit, version.count.value, version.count.min, version.count.max) == number
    )
    return round(sum(same) / n_models, 4)


def _events(readings: Sequence[Sequence[Claim]], found: Sequence[Mapping[int, int]]) -> list[int]:
    """The number of each claim's event: claims are joined where most models join them."""
    events = list(range(len(found)))
    for i, j in combinations(range(len(found)), 2):
        votes = [readings[m][found[i][m]].event == readings[m][found[j][m]].event for m in found[i].keys() & found[j]]
        if 2 * sum(votes) > len(votes):
            joined = events[j]
            events = [events[i] if event == joined else event for event in events]
    numbers: dict[int, int] = {}
    return [numbers.setdefault(event, len(numbers)) for event in events]


def _parents(readings: Sequence[Sequence[Claim]], found: Sequence[Mapping[int, int]]) -> list[int | None]:
    """The claim that most models say includes each claim's victims, or None."""
    claim_of = {(model, index): at for at, places in enumerate(found) for model, index in places.items()}
    parents: list[int | None] = [None] * len(found)
    for at, places in enumerate(found):
        votes: Counter[int | None] = Counter()
        for model, index in places.items():
            parent = readings[model][index].subset_of
            votes[None if parent is None else claim_of[model, parent]] += 1
        parent, count = votes.most_common(1)[0]
        elected = parent if 2 * count > len(places) else None
        if elected is not None and not reaches(parents, elected, at):
            parents[at] = elected
    return parents
