"""What a run has done so far, in numbers."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of a part of a run, or of all of it.

    Attributes:
        articles: articles that have a result.
        claims: claims of their results.
        quarantined: records that could not be read or processed.
        duplicates: articles whose text is that of an earlier one.
        near_duplicates: articles whose text is nearly that of an earlier one.
        copied: duplicates whose claims were copied rather than read again.
        words: words of the articles.
        seconds: time spent.
    """

    articles: int = 0
    claims: int = 0
    quarantined: int = 0
    duplicates: int = 0
    near_duplicates: int = 0
    copied: int = 0
    words: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def to_dict(self) -> dict[str, Any]:
        """The numbers by name."""
        return {**asdict(self), "seconds": round(self.seconds, 3)}

    @classmethod
    def from_dict(cls, numbers: dict[str, Any]) -> Self:
        """What :meth:`to_dict` gave."""
        return cls(**numbers)
