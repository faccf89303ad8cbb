"""What one claim of a text must say: the fields that a case names, and no others."""

from dataclasses import dataclass, field
from typing import Any

from claimx.schema.claim import Claim
from tests.behaviour.field import READ, same
from tests.behaviour.number import Number


@dataclass(frozen=True)
class Either:
    """Several values of a field that are all right."""

    values: tuple[Any, ...]


def either(*values: Any) -> Either:
    return Either(values)


@dataclass(frozen=True)
class Told:
    """One expected claim.

    ``subset_of`` is the index, among the case's expected claims, of the one that includes these victims; -1 says
    that the claim must be part of no other, None that the case does not care.
    """

    outcome: str
    fields: dict[str, Any] = field(default_factory=dict)
    subset_of: int | None = None

    def __post_init__(self) -> None:
        if unknown := self.fields.keys() - READ.keys():
            raise ValueError(f"no such fields: {', '.join(sorted(unknown))}")
        for name in ("perpetrators", "locations", "sources"):
            if isinstance(self.fields.get(name), str):
                raise ValueError(f"{name} is a tuple of quotes, not one string")

    def __str__(self) -> str:
        number = self.fields.get("number")
        return self.outcome if number is None else f"{self.outcome} {number}"

    def differences(self, claim: Claim) -> list[str]:
        """How a claim differs from this one, in words, field by field."""
        wrong = []
        for name, right in {"outcome": self.outcome, **self.fields}.items():
            found = READ[name](claim)
            values = right.values if isinstance(right, Either) else (right,)
            if not any(same(name, found, value) for value in values):
                wrong.append(f"{name} is {_show(found)}, not {' or '.join(map(_show, values))}")
        return wrong


def _show(value: Any) -> str:
    return str(value) if isinstance(value, Number) else repr(value)


def _told(outcome: str, number: Number | None, subset_of: int | None, fields: dict[str, Any]) -> Told:
    return Told(outcome, fields if number is None else {"number": number, **fields}, subset_of)


def killed(number: Number | None = None, *, subset_of: int | None = None, **fields: Any) -> Told:
    return _told("killed", number, subset_of, fields)


def injured(number: Number | None = None, *, subset_of: int | None = None, **fields: Any) -> Told:
    return _told("injured", number, subset_of, fields)


def killed_or_injured(number: Number | None = None, *, subset_of: int | None = None, **fields: Any) -> Told:
    return _told("killed_or_injured", number, subset_of, fields)


def missing(number: Number | None = None, *, subset_of: int | None = None, **fields: Any) -> Told:
    return _told("missing", number, subset_of, fields)


def abducted(number: Number | None = None, *, subset_of: int | None = None, **fields: Any) -> Told:
    return _told("abducted", number, subset_of, fields)
