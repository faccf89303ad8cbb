"""The fields of a claim that a case may speak of: how each is read, and when two values of it are the same."""

from collections.abc import Callable, Iterable
from typing import Any

from claimx.schema.claim import Claim
from tests.behaviour.number import number_of
from tests.behaviour.words import words


def _texts(quotes: Iterable[Any]) -> tuple[str, ...]:
    return tuple(quote.text for quote in quotes)


def _when(claim: Claim) -> tuple[str | None, str | None] | None:
    if claim.time is None:
        return None
    return tuple(None if day is None else day.isoformat() for day in (claim.time.earliest, claim.time.latest))


READ: dict[str, Callable[[Claim], Any]] = {
    "outcome": lambda claim: claim.outcome,
    "number": lambda claim: number_of(claim.count),
    "count": lambda claim: claim.count.text,
    "unit": lambda claim: claim.unit,
    "victims": lambda claim: claim.victims.text,
    "category": lambda claim: claim.victims.category,
    "perpetrators": lambda claim: _texts(claim.perpetrators),
    "cause": lambda claim: claim.cause and claim.cause.text,
    "cause_type": lambda claim: claim.cause and claim.cause.type,
    "locations": lambda claim: _texts(claim.locations),
    "time": lambda claim: claim.time and claim.time.text,
    "when": _when,
    "sources": lambda claim: _texts(claim.sources),
    "stance": lambda claim: claim.stance,
    "scope": lambda claim: claim.scope,
}

_QUOTED = {"count", "victims", "cause", "time"}
_LISTED = {"perpetrators", "locations", "sources"}


def same(name: str, first: Any, second: Any) -> bool:
    """Whether two values of a field are the same: quotes by their words, lists of quotes in any order."""
    return _comparable(name, first) == _comparable(name, second)


def _comparable(name: str, value: Any) -> Any:
    if name in _QUOTED:
        return None if value is None else words(value)
    return sorted(map(words, value)) if name in _LISTED else value
