"""How far a run has read its inputs."""

from dataclasses import dataclass
from typing import Protocol


class InputFile(Protocol):
    """A file to read: :class:`claimx.archives.files.ArchiveFile`, or what looks like it."""

    @property
    def path(self) -> object:
        """Its path or URL."""

    @property
    def size(self) -> int | None:
        """Its bytes, where that is known."""


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """The next record to read.

    Attributes:
        file: number of its file among the inputs.
        position: number of the record in that file.
        told: how many findings without a position, such as a damaged block, came since the record before it.
    """

    file: int = 0
    position: int = 0
    told: int = 0
