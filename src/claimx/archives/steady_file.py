"""A file that is opened again, and read on where it was, when the way to it fails."""

import io
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, TypeVar

from claimx.archives.faults import DamagedFile, reason_of
from claimx.archives.transport import is_transport
from claimx.archives.urls import is_url
from claimx.errors import ArchiveUnreachableError

_LOGGER = logging.getLogger(__name__)
_T = TypeVar("_T")

#: Seconds to wait before each new try; after the last of them it is given up.
_WAITS = (1.0, 2.0, 4.0, 8.0)
_SKIPPED = 1 << 20


class SteadyFile(io.RawIOBase):
    """The bytes of a file, on local disk or behind any fsspec URL, as they are.

    Args:
        path: its path or URL.

    Raises:
        DamagedFile: it cannot be opened; from :meth:`read` too, where it cannot be read on for a reason of its own.
        ArchiveUnreachableError: the way to it fails, and fails again after all waits.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        #: Why it was given up. Libraries that read from it do not all pass an exception on.
        self.fault: ArchiveUnreachableError | None = None
        self._stream: IO[bytes] | None = None
        self._position = 0
        self._try("cannot be opened", lambda stream: None)

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Whether it can be moved in, other than by reading on."""
        return self._try("cannot be read on", lambda stream: stream.seekable())

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, none only at the end; all that are left where it is negative."""
        piece = self._try("cannot be read on", lambda stream: stream.read(size))
        self._position += len(piece)
        return piece

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a position."""
        self._position = self._try("cannot be moved in", lambda stream: stream.seek(offset, whence))
        return self._position

    def tell(self) -> int:
        """Where it is."""
        return self._position

    def close(self) -> None:
        """Close it; what was read of it is whole, so that a fault in closing is none."""
        stream, self._stream = self._stream, None
        if stream is not None:
            with suppress(Exception):
                stream.close()
        super().close()

    def _try(self, wrong: str, act: Callable[[IO[bytes]], _T]) -> _T:
        waits = iter(_WAITS)
        while True:
            try:
                if self._stream is None:
                    self._stream = _open(self.path)
                    _move(self._stream, self._position)
                return act(self._stream)
            except Exception as error:  # each protocol of fsspec has exceptions of its own
                self._drop()
                if not is_transport(error):
                    raise DamagedFile(f"{wrong}: {reason_of(error)}") from error
                wait = next(waits, None)
                if wait is None:
                    said = f"{self.path}: {wrong} at byte {self._position:,}, tried {len(_WAITS) + 1} times"
                    self.fault = ArchiveUnreachableError(f"{said}: {reason_of(error)}")
                    raise self.fault from error
                _LOGGER.warning("%s: %s: %s; tried again in %g s", self.path, wrong, reason_of(error), wait)
                time.sleep(wait)

    def _drop(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            with suppress(Exception):
                stream.close()


def _open(path: str) -> IO[bytes]:
    if not is_url(path):
        return open(path, "rb")
    import fsspec

    stream: IO[bytes] = fsspec.open(path, "rb").open()
    return stream


def _move(stream: IO[bytes], position: int) -> None:
    if not position:
        return
    try:
        stream.seek(position)
    except (ValueError, io.UnsupportedOperation):  # a server that sends from the start only
        while position and (skipped := stream.read(min(position, _SKIPPED))):
            position -= len(skipped)
