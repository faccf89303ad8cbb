"""The body of an HTTP response as it was before it was encoded to be sent."""

from collections.abc import Mapping

from claimx.archives.faults import DamagedFile, UnreadableRecord
from claimx.archives.unpacking import unpacked_body

_ENCODINGS = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "zstd": "zstd"}
_MOST_ENCODINGS = 3


def http_body(body: bytes, headers: Mapping[str, str], most: int) -> bytes:
    """Undo the transfer and content encodings of a body.

    Args:
        body: the body as it was sent.
        headers: the HTTP headers, their names in small letters. A crawler may have undone an encoding and kept the
            header: a body that is plainly not so encoded is taken as it is.
        most: most bytes of the body to unpack.

    Raises:
        UnreadableRecord: it is encoded in another way, damaged, or longer than ``most``.
    """
    if "chunked" in headers.get("transfer-encoding", "").casefold():
        body = _unchunked(body)
    encodings = [name.strip().casefold() for name in headers.get("content-encoding", "").split(",")]
    encodings = [name for name in encodings if name not in ("", "identity", "utf-8")]
    if len(encodings) > _MOST_ENCODINGS:
        raise UnreadableRecord("its body is encoded over and over")
    for name in reversed(encodings):
        if name not in _ENCODINGS:
            raise UnreadableRecord(f"its body is encoded in a way that is not read: {name!r}")
        if body.lstrip()[:1] == b"<":
            break
        try:
            body = unpacked_body(body, _ENCODINGS[name], most + 1)
        except DamagedFile as damage:
            raise UnreadableRecord(f"its body: {damage}") from damage
        if len(body) > most:
            raise UnreadableRecord(f"its body unpacks to more than {most:,} bytes")
    return body


def _unchunked(body: bytes) -> bytes:
    """The body, as it is where it is not in chunks after all."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        size = _size(body[at:end]) if end >= 0 else None
        if size is None:
            return body if not parts else b"".join([*parts, body[at:]])
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None
