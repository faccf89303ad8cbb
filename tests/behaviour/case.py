"""A text and what its claims must be: a minimum functionality test."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claimx.schema.claim import Claim
from tests.behaviour.pairing import pair
from tests.behaviour.sample import Sample
from tests.behaviour.told import Told


@dataclass(frozen=True)
class Case:
    """One text and its expectations; see :func:`case`."""

    text: str
    expected: tuple[Told, ...] = ()
    total: int | None = None
    absent: tuple[str, ...] = ()
    events: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        if self.events is not None and len(self.events) != len(self.expected):
            raise ValueError(f"{len(self.events)} events for {len(self.expected)} claims of {self.text!r}")
        if any(told.subset_of is not None and told.subset_of >= len(self.expected) for told in self.expected):
            raise ValueError(f"a subset of a claim that is not expected of {self.text!r}")

    @property
    def samples(self) -> tuple[Sample, ...]:
        return (Sample(self.text, self.published),)

    def problems(self, answers: Sequence[Sequence[Claim]]) -> list[str]:
        """What is wrong with the answers to :attr:`samples`, in words; empty where all is as it should be."""
        (claims,) = answers
        return self.wrong_in(claims)

    def wrong_in(self, claims: Sequence[Claim]) -> list[str]:
        """What is wrong with the claims read from the text."""
        partners = pair(self.expected, claims)
        wrong = []
        for i, told in enumerate(self.expected):
            if i not in partners:
                wrong.append(f"no claim for: {told}")
            else:
                wrong += [f"{told}: {difference}" for difference in told.differences(claims[partners[i]])]
        wrong += self._wrong_subsets(claims, partners) + self._wrong_events(claims, partners)
        if self.total is not None and len(claims) != self.total:
            wrong.append(f"{len(claims)} claims, not {self.total}: {_list(claims)}")
        wrong += [
            f"unwanted {claim.outcome}: {claim.evidence.text!r}" for claim in claims if claim.outcome in self.absent
        ]
        return wrong

    def _wrong_subsets(self, claims: Sequence[Claim], partners: dict[int, int]) -> list[str]:
        wrong = []
        for i, told in enumerate(self.expected):
            if told.subset_of is None or i not in partners:
                continue
            found, whole = claims[partners[i]].subset_of, partners.get(told.subset_of)
            if told.subset_of < 0:
                if found is not None:
                    wrong.append(f"{told}: subset_of is {found}, but it is part of no other")
            elif whole is None or found != whole:
                wrong.append(
                    f"{told}: subset_of is {found}, not {'a claim that is missing' if whole is None else whole}"
                )
        return wrong

    def _wrong_events(self, claims: Sequence[Claim], partners: dict[int, int]) -> list[str]:
        wrong = []
        for i, j in combinations(sorted(partners) if self.events else (), 2):
            first, second = (claims[partners[k]].event for k in (i, j))
            if (first is not None and first == second) != (self.events[i] == self.events[j]):
                relation = "another event than" if first != second else "the same event as"
                wrong.append(f"{self.expected[j]}: {relation} {self.expected[i]}")
        return wrong


def case(
    text: str,
    *expected: Told,
    total: int | None = None,
    absent: tuple[str, ...] = (),
    events: str | None = None,
    published: str | None = None,
) -> Case:
    """State what must be read from a text.

    Args:
        text: the text.
        expected: claims that must be there, in the order of the text.
        total: how many claims there must be in all; None where others than the expected may be there.
        absent: outcomes that no claim may have.
        events: one letter for each expected claim; those of one event, and only those, have the same letter.
        published: the publication date.
    """
    if not expected and total is None and not absent:
        raise ValueError(f"nothing is expected of {text!r}")
    return Case(text, expected, total, absent, events, published)


def nothing(text: str) -> Case:
    """A text that makes no claim."""
    return Case(text, total=0)


def _list(claims: Sequence[Claim]) -> str:
    return "; ".join(f"{claim.outcome} {claim.count.text!r} by {claim.trigger.text!r}" for claim in claims) or "none"
