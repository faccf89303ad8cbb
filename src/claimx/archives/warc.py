"""WARC files: each HTML page that a server sent is an article."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.chunk_stream import ChunkStream
from claimx.archives.faults import DamagedFile, UnreadableRecord, reason_of
from claimx.archives.fields import FieldNames
from claimx.archives.http_body import http_body
from claimx.archives.limits import Limits
from claimx.archives.opening import chunks_of
from claimx.archives.page_process import read_page
from claimx.errors import ArchiveUnreachableError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")


def read_warc(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the pages from ``start`` on, those before it without parsing their HTML.

    A page is a ``response`` record of status 200, or of none, that its server calls HTML; its position is its number
    among them. Other records are passed over. The date is the one that the page states, never that of the crawl.

    Raises:
        DamagedFile: no more can be read.
    """
    # fastwarc would unpack the file too, but takes one that is cut short for whole.
    stream = ChunkStream(chunks_of(file))
    for position, record in enumerate(_pages(stream)):
        if position < start:
            continue
        body = _body(record, limits)
        # Out of reach, it may hold another record there than it seems to, so that no more of it counts.
        if isinstance(stream.damage, ArchiveUnreachableError) or (isinstance(body, str) and stream.damage is not None):
            break
        yield attempt(file.path, position, _article, file.path, position, record, body, limits)
    if stream.damage is not None:
        raise stream.damage


def _pages(stream: ChunkStream) -> Iterator["WarcRecord"]:
    # Here, not at the top: no more than archives of crawls should pay for it.
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            kind = (record.http_content_type or "").strip().casefold()
            if kind in _HTML and _status(record) in (None, 200):
                yield record
    except GeneratorExit:
        raise
    except BaseException as error:
        _raise_on(error)
        raise stream.damage or DamagedFile(f"no WARC record can be read from here on: {reason_of(error)}") from error


def _raise_on(error: BaseException) -> None:
    """Raise on what is no finding about the file; fastwarc's panics, which are no ``Exception``, are one."""
    if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
        raise error


def _status(record: "WarcRecord") -> int | None:
    return record.http_headers.status_code if record.http_headers is not None else None


def _body(record: "WarcRecord", limits: Limits) -> bytes | str:
    """The body as it was sent, or why there is none."""
    length = record.content_length
    if length > limits.record_bytes:
        return f"a WARC record of {length:,} bytes, longer than the bound"
    try:
        body = record.reader.read(length)
    except BaseException as error:
        _raise_on(error)
        return f"the WARC record cannot be read: {reason_of(error)}"
    return bytes(body) if len(body) == length else f"the WARC record is cut short: {len(body):,} of {length:,} bytes"


def _article(source: str, position: int, record: "WarcRecord", body: bytes | str, limits: Limits) -> Article:
    if isinstance(body, str):
        raise UnreadableRecord(body)
    headers = {name.casefold(): value for name, value in record.http_headers.items()}
    sent = http_body(body, headers, limits.html_bytes)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    page = read_page(sent, limits, record.http_charset, url)
    return article_of(source, position, page.text, page.title, page.published, url or record.record_id, page.repairs)
