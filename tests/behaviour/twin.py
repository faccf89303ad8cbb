"""Two texts whose answers must agree (invariance), or differ in a known way (direction)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from claimx.schema.claim import Claim
from tests.behaviour.case import Case
from tests.behaviour.field import READ, same
from tests.behaviour.sample import Sample
from tests.behaviour.told import Told

ALL = tuple(READ)


@dataclass(frozen=True)
class Twin:
    """A case, a variant of its text, and the fields that the two answers must share; see :func:`twin`."""

    first: Case
    second: Case
    shared: tuple[str, ...]
    swaps: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.first.expected:
            raise ValueError("a twin that expects no claim holds of a reader that finds none")
        if self.first.text == self.second.text:
            raise ValueError(f"the two texts are one: {self.first.text!r}")

    @property
    def text(self) -> str:
        return self.first.text

    @property
    def samples(self) -> tuple[Sample, ...]:
        return self.first.samples + self.second.samples

    def problems(self, answers: Sequence[Sequence[Claim]]) -> list[str]:
        """What is wrong with the answers to :attr:`samples`, in words."""
        first, second = answers
        wrong = self.first.wrong_in(first)
        wrong += [f"variant: {problem}" for problem in self.second.wrong_in(second)]
        if self.shared and len(first) != len(second):
            wrong.append(f"{len(first)} claims, but {len(second)} in the variant")
        for i, (claim, other) in enumerate(zip(first, second, strict=False)):
            for name in self.shared:
                told, variant = self._swapped(READ[name](claim)), READ[name](other)
                if not same(name, told, variant):
                    wrong.append(f"claim {i}: {name} is {told!r}, but {variant!r} in the variant")
        return wrong

    def _swapped(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._swapped, value))
        if isinstance(value, str):
            for old, new in self.swaps.items():
                value = value.replace(old, new)
        return value


def twin(
    text: str,
    variant: str,
    expected: Sequence[Told],
    then: Sequence[Told] = (),
    *,
    then_total: int | None = None,
    shared: tuple[str, ...] = ALL,
) -> Twin:
    """Two texts: what the first must hold, what the second must hold, and the fields that stay the same.

    Args:
        text: the text.
        variant: another way to put it.
        expected: claims that the text must hold.
        then: claims that the variant must hold.
        then_total: how many claims the variant must hold in all; None leaves it open.
        shared: fields in which the two answers, claim by claim, must agree; none for texts that are told apart.
    """
    return Twin(Case(text, tuple(expected)), Case(variant, tuple(then), total=then_total), shared)


def swapped(text: str, swaps: dict[str, str], *expected: Told) -> Twin:
    """A text and itself with some words swapped for others, which must change nothing but those words."""
    variant = text
    for old, new in swaps.items():
        if old not in text:
            raise ValueError(f"{old!r} is not in {text!r}")
        variant = variant.replace(old, new)
    return Twin(Case(text, expected), Case(variant), ALL, swaps)
