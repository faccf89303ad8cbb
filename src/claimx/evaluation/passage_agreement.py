"""Compare the predicted with the gold claims of one passage."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.event_links import link_agreement
from claimx.evaluation.pairing import pair_claims
from claimx.evaluation.slots import SLOTS, slot_fills
from claimx.schema.claim import Claim


@dataclass(frozen=True)
class PassageAgreement:
    """What the predicted and the gold claims of one passage agree on.

    Attributes:
        detection: claims that could be paired.
        core: pairs that agree on unit and count.
        full: pairs that agree on the core and on every slot.
        by_slot: fills of each slot, by slot name.
        event_links: links between paired claims of one event.
        judgements: ``(confidence, core is right)`` of each predicted claim that has a confidence.
    """

    detection: Agreement
    core: Agreement
    full: Agreement
    by_slot: dict[str, Agreement]
    event_links: Agreement
    judgements: list[tuple[float, bool]]


def compare_claims(text: str, predicted: Sequence[Claim], gold: Sequence[Claim]) -> PassageAgreement:
    """Pair the claims of one passage and count what they agree on.

    Args:
        text: the gold text, which the quotes of all the claims index.
        predicted: the claims that were read from it.
        gold: its annotated claims.
    """
    pairs = pair_claims(text, predicted, gold)
    predicted_fills, gold_fills = (
        [slot_fills(claim) for claim in predicted],
        [slot_fills(claim) for claim in gold],
    )
    core = {pair.predicted for pair in pairs if pair.agreement["count"]}
    full = [pair for pair in pairs if predicted_fills[pair.predicted] == pair.agreement == gold_fills[pair.gold]]
    agreeing, said, true = (
        _totals(fills) for fills in ([pair.agreement for pair in pairs], predicted_fills, gold_fills)
    )
    return PassageAgreement(
        detection=Agreement(len(pairs), len(predicted), len(gold)),
        core=Agreement(len(core), len(predicted), len(gold)),
        full=Agreement(len(full), len(predicted), len(gold)),
        by_slot={slot.name: Agreement(agreeing[slot.name], said[slot.name], true[slot.name]) for slot in SLOTS},
        event_links=link_agreement(predicted, gold, pairs),
        judgements=[(claim.confidence, i in core) for i, claim in enumerate(predicted) if claim.confidence is not None],
    )


def _totals(fills: Sequence[dict[str, int]]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for each in fills:
        totals.update(each)
    return totals
