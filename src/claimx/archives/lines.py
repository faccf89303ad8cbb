"""Lines of a file, none of them longer than a bound, whatever the file holds."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# The marks of UTF-32 first: they begin with those of UTF-16.
_BYTE_ORDERS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class LongLine:
    """A line that is longer than the bound; it was read past, not held."""

    size: int


def lines_of(chunks: Iterable[bytes], longest: int) -> Iterator[bytes | LongLine]:
    r"""Yield the lines, without their ``\n``.

    A byte order mark is left out; a file that it tells to be UTF-16 or UTF-32 comes as UTF-8.

    Args:
        chunks: the bytes of the file.
        longest: most bytes of a line to hold in memory.

    Raises:
        DamagedFile: from ``chunks``; the line that the damage cut is not yielded.
    """
    held: list[bytes] = []
    size = 0
    for chunk in _as_utf8(chunks):
        first, *others = chunk.split(b"\n")
        size += len(first)
        if size <= longest:
            held.append(first)
        else:
            held.clear()
        for other in others:
            yield b"".join(held) if size <= longest else LongLine(size)
            size = len(other)
            held = [other] if size <= longest else []
    if size:
        yield b"".join(held) if size <= longest else LongLine(size)


def byte_order(start: bytes) -> str | None:
    """The encoding that a byte order mark tells, where it is UTF-16 or UTF-32, else None."""
    return next((encoding for mark, encoding in _BYTE_ORDERS if start.startswith(mark)), None)


def _as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = iter(chunks)
    start = b""
    for chunk in rest:
        start += chunk
        if len(start) >= 4:
            break
    if start.startswith(codecs.BOM_UTF8):
        start = start.removeprefix(codecs.BOM_UTF8)
    else:
        encoding = byte_order(start)
        if encoding is not None:
            yield from _recoded(start, rest, encoding)
            return
    if start:
        yield start
    yield from rest


def _recoded(start: bytes, rest: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    yield decoder.decode(start).encode()
    for chunk in rest:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", final=True).encode()
