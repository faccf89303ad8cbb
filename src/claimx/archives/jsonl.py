"""JSON Lines: one object a line."""

import json
from collections.abc import Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.decoding import decoded
from claimx.archives.faults import UnreadableRecord
from claimx.archives.fields import FieldNames
from claimx.archives.limits import Limits
from claimx.archives.lines import LongLine, lines_of
from claimx.archives.opening import chunks_of


def read_jsonl(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the records from ``start`` on; blank lines are none.

    Raises:
        DamagedFile: no more can be read.
    """
    position = 0
    for line in lines_of(chunks_of(file), limits.record_bytes):
        if isinstance(line, bytes) and not line.strip():
            continue
        if position >= start:
            yield attempt(file.path, position, _article, file.path, position, line, fields)
        position += 1


def _article(source: str, position: int, line: bytes | LongLine, fields: FieldNames) -> Article:
    if isinstance(line, LongLine):
        raise UnreadableRecord(f"a line of {line.size:,} bytes, longer than the bound")
    text, how = decoded(line)
    record = _object(text)
    return article_of(source, position, *fields.columns(record).values(record), (how,) if how else ())


def _object(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableRecord(f"not JSON: {error.msg} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        raise UnreadableRecord(f"JSON beyond all bounds: {error}") from error
    if not isinstance(value, dict):
        raise UnreadableRecord("not a JSON object")
    return value
