"""Open a file of an archive, on local disk or behind any fsspec URL, and read it in chunks of bounded size."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.faults import DamagedFile, UnreadableRecord, reason_of
from claimx.archives.unpacking import unpacked
from claimx.archives.urls import is_url

# Small: where compressed data is damaged, no more than one chunk before the damage is lost.
_CHUNK = 1 << 14


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open a file to read its bytes as they are.

    Raises:
        DamagedFile: it cannot be opened.
    """
    try:
        stream = _open(path)
    except Exception as error:  # each protocol of fsspec has exceptions of its own
        raise DamagedFile(f"cannot be opened: {reason_of(error)}") from error
    with stream:
        yield stream


def chunks_of(file: ArchiveFile) -> Iterator[bytes]:
    """Yield the bytes of a file, decompressed, in chunks of bounded size, none of them empty.

    Raises:
        DamagedFile: it cannot be read, or not to its end; what could be read has been yielded.
    """
    return unpacked(_raw_chunks(file.path), file.compression)


def whole(file: ArchiveFile, most: int) -> bytes:
    """The bytes of a file, decompressed.

    Raises:
        DamagedFile: it cannot be read to its end.
        UnreadableRecord: it is longer than ``most`` bytes.
    """
    held = bytearray()
    for chunk in chunks_of(file):
        held += chunk
        if len(held) > most:
            raise UnreadableRecord(f"longer than {most:,} bytes")
    return bytes(held)


def _open(path: str) -> IO[bytes]:
    if not is_url(path):
        return open(path, "rb")
    import fsspec

    stream: IO[bytes] = fsspec.open(path, "rb").open()
    return stream


def _raw_chunks(path: str) -> Iterator[bytes]:
    with opened(path) as stream:
        while True:
            try:
                chunk = stream.read(_CHUNK)
            except Exception as error:
                raise DamagedFile(f"cannot be read on: {reason_of(error)}") from error
            if not chunk:
                return
            yield chunk
