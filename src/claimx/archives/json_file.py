"""JSON files of any shape: an array of articles, an object that holds them or is one, or one object a line."""

from collections.abc import Iterator
from itertools import islice

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import attempt
from claimx.archives.faults import DamagedFile, UnreadableRecord, one_line
from claimx.archives.fields import FieldNames
from claimx.archives.held import TooLong
from claimx.archives.json_array import elements_of
from claimx.archives.json_object import records_in
from claimx.archives.json_record import article_of_json, article_of_object, json_of
from claimx.archives.jsonl import read_jsonl
from claimx.archives.limits import Limits
from claimx.archives.lines import as_utf8, filled_lines_of
from claimx.archives.opening import chunks_of, whole


def read_json(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the records from ``start`` on.

    An array, and lines, are read one record at a time; an object is read whole, and may be no longer than a record.

    Raises:
        DamagedFile: no more can be read.
    """
    if _is_array(file):
        for position, element in enumerate(elements_of(chunks_of(file), limits.record_bytes)):
            if position >= start:
                yield attempt(file.path, position, article_of_json, file.path, position, element, fields)
        return
    first, second, cut = _first_lines(file, limits)
    if first is None and not cut:
        return
    if _is_object(first) and (second is not None or cut):
        yield from read_jsonl(file, fields, limits, start)
        return
    try:
        value, how = _whole(file, limits)
    except UnreadableRecord as fault:
        if _is_object(second):  # lines after all, of which the first is broken
            yield from read_jsonl(file, fields, limits, start)
        elif start <= 0:
            yield Unreadable(file.path, 0, one_line(str(fault)))
        return
    for position, record in enumerate(records_in(value, fields)):
        if position >= start:
            repairs = (how,) if how else ()
            yield attempt(file.path, position, article_of_object, file.path, position, record, fields, repairs)


def _is_array(file: ArchiveFile) -> bool:
    for chunk in as_utf8(chunks_of(file)):
        begun = chunk.lstrip()
        if begun:
            return begun.startswith(b"[")
    return False


def _first_lines(file: ArchiveFile, limits: Limits) -> tuple[bytes | TooLong | None, bytes | TooLong | None, bool]:
    """The first two lines that are not blank, and whether the file is damaged before there are two."""
    lines: list[bytes | TooLong] = []
    cut = False
    try:
        lines += islice(filled_lines_of(chunks_of(file), limits.record_bytes), 2)
    except DamagedFile:  # told by the reader of the records, after those before it
        cut = True
    return lines[0] if lines else None, lines[1] if len(lines) > 1 else None, cut


def _whole(file: ArchiveFile, limits: Limits) -> tuple[object, str | None]:
    try:
        raw = whole(file, limits.record_bytes)
    except UnreadableRecord as fault:
        raise UnreadableRecord(f"a JSON object {fault}; as an array, or an object a line, it could be") from fault
    return json_of(raw)


def _is_object(line: bytes | TooLong | None) -> bool:
    if not isinstance(line, bytes):
        return False
    try:
        return isinstance(json_of(line)[0], dict)
    except UnreadableRecord:
        return False
