"""Bytes of a record as they come in, held only as long as they are within a bound."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TooLong:
    """A record that is longer than the bound; it was read past, not held."""

    size: int


class Held:
    """Puts a record together.

    Args:
        longest: most bytes to hold in memory.
    """

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._parts: list[bytes] = []
        self.size = 0

    def add(self, part: bytes) -> None:
        """Take the next bytes of the record."""
        self.size += len(part)
        if self.size <= self._longest:
            self._parts.append(part)
        else:
            self._parts.clear()

    def take(self) -> bytes | TooLong:
        """The record; the next bytes are those of another."""
        record = b"".join(self._parts) if self.size <= self._longest else TooLong(self.size)
        self._parts.clear()
        self.size = 0
        return record
