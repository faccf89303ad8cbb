"""gzip and zstd, undone piece by piece.

The standard readers lose what they had unpacked when a file turns out to be cut short, and the zstd one does not
notice; here every byte before the damage comes out, in pieces of bounded size however much they unpack to.
"""

import zlib
from collections.abc import Iterable, Iterator

from claimx.archives.faults import DamagedFile
from claimx.archives.kinds import Compression

_PIECE = 1 << 18


def unpacked(chunks: Iterable[bytes], compression: Compression) -> Iterator[bytes]:
    """Yield what ``chunks`` of a compressed file unpack to.

    Raises:
        DamagedFile: the file is cut short, or is not what its name says; what came before has been yielded.
    """
    if compression == "none":
        return iter(chunks)
    return _gunzipped(chunks) if compression == "gzip" else _unzstd(chunks)


def _gunzipped(chunks: Iterable[bytes], wbits: int = 31) -> Iterator[bytes]:
    member = None
    members = 0
    for chunk in chunks:
        while True:
            if member is None:
                chunk = chunk.lstrip(b"\0") if members else chunk  # some tapes and tools pad with zeros
                if not chunk:
                    break
                member = zlib.decompressobj(wbits)
                members += 1
            try:
                piece = member.decompress(chunk, _PIECE)
            except zlib.error as error:
                raise DamagedFile(f"damaged gzip: {error}") from error
            if piece:
                yield piece
            if member.eof:
                chunk, member = member.unused_data, None
                continue
            chunk = member.unconsumed_tail
            if not chunk and len(piece) < _PIECE:
                break
    if member is not None:
        raise DamagedFile("the gzip data is cut short")
    if not members:
        raise DamagedFile("an empty file, not gzip")


def _unzstd(chunks: Iterable[bytes]) -> Iterator[bytes]:
    from backports import zstd

    frame = None
    frames = 0
    for chunk in chunks:
        while chunk or frame is not None:
            if frame is None:
                frame = zstd.ZstdDecompressor()
                frames += 1
            try:
                piece = frame.decompress(chunk, _PIECE)
            except zstd.ZstdError as error:
                raise DamagedFile(f"damaged zstd: {error}") from error
            chunk = b""
            if piece:
                yield piece
            if frame.eof:
                chunk, frame = frame.unused_data, None
            elif frame.needs_input:
                break
    if frame is not None:
        raise DamagedFile("the zstd data is cut short")
    if not frames:
        raise DamagedFile("an empty file, not zstd")


def unpacked_body(body: bytes, encoding: str, most: int) -> bytes:
    """Undo the ``Content-Encoding`` of an HTTP body.

    Args:
        body: the body.
        encoding: ``gzip``, ``deflate`` or ``zstd``.
        most: the most bytes to return: one more than a caller allows tells it that the body is too long.

    Raises:
        DamagedFile: it is not so encoded, or cut short.
    """
    if encoding == "deflate":
        # By the standard with zlib's header, in practice often without.
        chunks = _gunzipped([body], zlib.MAX_WBITS if body[:1] == b"\x78" else -zlib.MAX_WBITS)
    else:
        chunks = unpacked([body], "zstd" if encoding == "zstd" else "gzip")
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) >= most:
            break
    return bytes(held[:most])
