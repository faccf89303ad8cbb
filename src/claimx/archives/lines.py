"""Lines of a file, none of them longer than a bound, whatever the file holds."""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from claimx.archives.held import Held, TooLong

# The marks of UTF-32 first: they begin with those of UTF-16.
_BYTE_ORDERS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines_of(chunks: Iterable[bytes], longest: int) -> Iterator[bytes | TooLong]:
    r"""Yield the lines, without their ``\n``.

    A byte order mark is left out; a file that it tells to be UTF-16 or UTF-32 comes as UTF-8.

    Args:
        chunks: the bytes of the file.
        longest: most bytes of a line to hold in memory.

    Raises:
        DamagedFile: from ``chunks``; the line that the damage cut is not yielded.
    """
    held = Held(longest)
    for chunk in as_utf8(chunks):
        first, *others = chunk.split(b"\n")
        held.add(first)
        for other in others:
            yield held.take()
            held.add(other)
    if held.size:
        yield held.take()


def filled_lines_of(chunks: Iterable[bytes], longest: int) -> Iterator[bytes | TooLong]:
    """Yield the lines that are not blank; see :func:`lines_of`."""
    return (line for line in lines_of(chunks, longest) if isinstance(line, TooLong) or line.strip())


def byte_order(start: bytes) -> str | None:
    """The encoding that a byte order mark tells, where it is UTF-16 or UTF-32, else None."""
    return next((encoding for mark, encoding in _BYTE_ORDERS if start.startswith(mark)), None)


def as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file without a byte order mark, and as UTF-8 where it tells of UTF-16 or UTF-32."""
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
    pieces = chain((decoder.decode(start),), map(decoder.decode, rest))
    yield from (piece.encode() for piece in pieces if piece)
    yield decoder.decode(b"", final=True).encode()
