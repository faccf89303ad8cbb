"""One file of an archive."""

from dataclasses import dataclass

from claimx.archives.kinds import Compression, Format


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """One file of an archive.

    Attributes:
        path: its path, as it was given or under the folder that was given, or its URL.
        format: what it holds.
        compression: how it is compressed as a whole.
        size: its size in bytes, as it lies there; None where that is not known.
    """

    path: str
    format: Format
    compression: Compression = "none"
    size: int | None = None
