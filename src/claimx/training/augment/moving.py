"""Take a claim along when its text changes."""

from collections.abc import Callable
from typing import Any

from claimx.schema.claim import QUOTE_FIELDS, QUOTE_LIST_FIELDS, Claim


def moved_record(claim: Claim, text: str, move: Callable[[int], int]) -> dict[str, Any]:
    """The fields of a claim with its quotes as they stand in the changed text, to validate as a claim again.

    Args:
        claim: the claim as it stood in the old text.
        text: the new text.
        move: gives an old offset's place in it.
    """
    record: dict[str, Any] = claim.model_dump()
    quotes = [record[name] for name in QUOTE_FIELDS if record[name] is not None]
    for quote in [*quotes, *(quote for name in QUOTE_LIST_FIELDS for quote in record[name])]:
        if quote["start"] is not None:
            quote["start"], quote["end"] = move(quote["start"]), move(quote["end"])
            quote["text"] = text[quote["start"] : quote["end"]]
    return record
