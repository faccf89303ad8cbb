"""Read a file of an archive, decompressed, in chunks of bounded size or as a whole."""

from collections.abc import Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.faults import UnreadableRecord
from claimx.archives.steady_file import SteadyFile
from claimx.archives.unpacking import unpacked

# Small: where compressed data is damaged, no more than one chunk before the damage is lost.
_CHUNK = 1 << 14


def chunks_of(file: ArchiveFile) -> Iterator[bytes]:
    """Yield the bytes of a file, decompressed, in chunks of bounded size, none of them empty.

    Raises:
        DamagedFile: it cannot be read, or not to its end; what could be read has been yielded.
        ArchiveUnreachableError: the way to it fails, however often it is tried.
    """
    return unpacked(_raw_chunks(file.path), file.compression)


def whole(file: ArchiveFile, most: int) -> bytes:
    """The bytes of a file, decompressed.

    Raises:
        DamagedFile: it cannot be read to its end.
        ArchiveUnreachableError: the way to it fails, however often it is tried.
        UnreadableRecord: it is longer than ``most`` bytes.
    """
    held = bytearray()
    for chunk in chunks_of(file):
        held += chunk
        if len(held) > most:
            raise UnreadableRecord(f"longer than {most:,} bytes")
    return bytes(held)


def _raw_chunks(path: str) -> Iterator[bytes]:
    with SteadyFile(path) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk
