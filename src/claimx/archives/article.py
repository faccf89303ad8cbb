"""An article of an archive, and a record that could not be read as one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article, with the way back to where it was read.

    Attributes:
        id: its id in the archive, or one made from ``source`` and ``position`` where the archive gives none.
        text: its text, in which claims are quoted by offset.
        published: its publication date, where it is known.
        title: its headline, where the archive keeps it apart from the text.
        source: path or URL of the file it was read from.
        position: number of its record in that file, from 0.
        repairs: what was done to its text or date, in words; empty where it stands as in the archive.
    """

    id: str
    text: str
    published: date | None
    title: str | None
    source: str
    position: int
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record, or a file, that could not be read.

    Attributes:
        source: path or URL of the file.
        position: number of the record in the file, from 0; None where the whole file, or what is left of it, is meant.
        reason: what is wrong with it, one line.
    """

    source: str
    position: int | None
    reason: str
