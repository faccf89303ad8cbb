"""JSON Lines: one object a line."""

from collections.abc import Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import attempt
from claimx.archives.fields import FieldNames
from claimx.archives.json_record import article_of_json
from claimx.archives.limits import Limits
from claimx.archives.lines import filled_lines_of
from claimx.archives.opening import chunks_of


def read_jsonl(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the records from ``start`` on; blank lines are none.

    Raises:
        DamagedFile: no more can be read.
    """
    for position, line in enumerate(filled_lines_of(chunks_of(file), limits.record_bytes)):
        if position >= start:
            yield attempt(file.path, position, article_of_json, file.path, position, line, fields)
