"""Claims made by hand, to try the matcher on."""

from typing import Any

from claimx.schema.claim import Cause, Claim, Count, Time, Victims
from claimx.schema.quote import Quote
from tests.behaviour.number import Number, exact


def _quote(text: str) -> Quote:
    return Quote(text=text, start=0, end=len(text))


def _offsets(text: str | None) -> dict[str, Any]:
    return {} if text is None else {"text": text, "start": 0, "end": len(text)}


def make_claim(
    outcome: str = "killed",
    number: Number | None = None,
    *,
    count: str | None = None,
    victims: str | None = None,
    category: str = "unspecified",
    cause: tuple[str, str] | None = None,
    when: tuple[str | None, str | None] | None = None,
    perpetrators: tuple[str, ...] = (),
    locations: tuple[str, ...] = (),
    sources: tuple[str, ...] = (),
    **others: Any,
) -> Claim:
    """A claim as a model would give it; what is not named is plain: one person, asserted, one event."""
    number = number or exact(1)
    return Claim(
        outcome=outcome,
        trigger=_quote(outcome),
        evidence=_quote("evidence"),
        count=Count(value=number.value, min=number.min, max=number.max, modifier=number.modifier, **_offsets(count)),
        victims=Victims(category=category, **_offsets(victims)),
        cause=cause and Cause(**_offsets(cause[0]), type=cause[1]),
        time=when and Time(**_offsets("then"), earliest=when[0], latest=when[1]),
        perpetrators=tuple(map(_quote, perpetrators)),
        locations=tuple(map(_quote, locations)),
        sources=tuple(map(_quote, sources)),
        **{"unit": "people", "stance": "asserted", "scope": "incident", "event": "e1", **others},
    )
