"""Tell one statement that was found from two anchors."""

from claimx.linking.linked_claim import LinkedClaim


def is_double(claim: LinkedClaim, other: LinkedClaim) -> bool:
    """Whether two linked claims read the same words as the same statement, be it with two outcomes.

    One trigger says one thing of one group: "12 were killed" and "12 were missing" cannot both be read from the same
    words, while "12 were killed or wounded" has an outcome of its own.
    """
    a, b = claim.single, other.single
    same_count = a["count"] is not None and a["count"].overlaps(b["count"])
    same_victims = a["victims"] is not None and a["victims"].overlaps(b["victims"])
    same_trigger = a["trigger"] is not None and a["trigger"].overlaps(b["trigger"])
    if claim.outcome != other.outcome:
        return same_trigger and (same_count or same_victims)
    if a["count"] is not None and b["count"] is not None:
        return same_count
    without_words = a["count"] is None and b["count"] is None and (a["victims"] is None or b["victims"] is None)
    return same_trigger and (same_victims or without_words)
