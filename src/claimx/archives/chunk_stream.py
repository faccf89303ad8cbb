"""Chunks of bytes as a file to read from."""

from collections.abc import Iterator

from claimx.archives.faults import DamagedFile
from claimx.errors import ArchiveUnreachableError


class ChunkStream:
    """A file that ends where the chunks do, or where they are damaged or out of reach; it never raises.

    The library that reads from it does not pass an exception on in all places, so that it is kept instead.

    Attributes:
        damage: what kept it from being read to its end, if anything did.
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._position = 0
        self.damage: DamagedFile | ArchiveUnreachableError | None = None

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, at least one unless the end is reached; all that are left where it is negative."""
        if size < 0:
            rest = []
            while piece := self.read(1 << 20):
                rest.append(piece)
            return b"".join(rest)
        if not self._held:
            self._held = self._next()
        piece, self._held = self._held[:size], self._held[size:]
        self._position += len(piece)
        return piece

    def tell(self) -> int:
        """Bytes read so far."""
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Not possible, other than to where it is."""
        if (offset, whence) in ((self._position, 0), (0, 1)):
            return self._position
        raise OSError("this file cannot be moved in")

    def close(self) -> None:
        """Nothing; the chunks are closed with their iterator."""

    def _next(self) -> bytes:
        if self.damage is not None:
            return b""
        try:
            return next(self._chunks, b"")
        except (DamagedFile, ArchiveUnreachableError) as damage:
            self.damage = damage
            return b""
