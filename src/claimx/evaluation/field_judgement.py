"""Which fields of a predicted claim are right: what the confidence of a field is the probability of."""

from collections.abc import Sequence

from claimx.evaluation.pairing import ClaimPair, pair_claims
from claimx.evaluation.slots import slot_fills
from claimx.evaluation.span_match import Span, spans_agree
from claimx.schema.claim import CONFIDENT_FIELDS, Claim
from claimx.schema.quote import Quote

# The slots (claimx.evaluation.slots) that must all agree for a field to be right.
_SLOTS = {
    "victims": ("victims", "category"),
    "perpetrators": ("perpetrators",),
    "cause": ("cause", "cause_type"),
    "locations": ("locations",),
    "time": ("time", "time_value"),
    "sources": ("sources",),
    "stance": ("stance",),
    "scope": ("scope",),
    "unit": ("unit",),
}


def judge_fields(text: str, predicted: Sequence[Claim], gold: Sequence[Claim]) -> list[dict[str, bool]]:
    """Whether each field of each predicted claim is right.

    A claim that cannot be paired with a gold one has no field right: there is nothing that it tells.

    Args:
        text: the text that the quotes of all the claims index.
        predicted: the claims that were read from it.
        gold: its annotated claims.

    Returns:
        For each predicted claim whether each of :data:`~claimx.schema.claim.CONFIDENT_FIELDS` is right.
    """
    pairs = pair_claims(text, predicted, gold)
    gold_of = {pair.predicted: pair.gold for pair in pairs}
    judged = [dict.fromkeys(CONFIDENT_FIELDS, False) for _ in predicted]
    for pair in pairs:
        mine, theirs = predicted[pair.predicted], gold[pair.gold]
        right = judged[pair.predicted]
        right["outcome"] = True
        right["trigger"] = _same_words(text, mine.trigger, theirs.trigger)
        right["evidence"] = _same_words(text, mine.evidence, theirs.evidence)
        right["count"] = all(
            getattr(mine.count, name) == getattr(theirs.count, name) for name in ("value", "min", "max")
        )
        fills, gold_fills = slot_fills(mine), slot_fills(theirs)
        for name, slots in _SLOTS.items():
            right[name] = all(pair.agreement[slot] == fills[slot] == gold_fills[slot] for slot in slots)
        right["event"] = _same_event(pair, predicted, gold, gold_of)
        parent = None if mine.subset_of is None else gold_of.get(mine.subset_of, -1)
        right["subset_of"] = parent == theirs.subset_of
    return judged


def _same_words(text: str, mine: Quote, theirs: Quote) -> bool:
    return spans_agree(text, Span(mine.start, mine.end), Span(theirs.start, theirs.end))


def _same_event(pair: ClaimPair, predicted: Sequence[Claim], gold: Sequence[Claim], gold_of: dict[int, int]) -> bool:
    """Whether a claim shares its event with just the claims that its gold claim shares it with."""
    event, gold_event = predicted[pair.predicted].event, gold[pair.gold].event
    return all(
        (event is not None and predicted[i].event == event) == (gold_event is not None and gold[j].event == gold_event)
        for i, j in gold_of.items()
        if i != pair.predicted
    )
