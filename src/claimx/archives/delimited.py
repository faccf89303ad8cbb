"""CSV and TSV, with a header, cells quoted or not."""

from collections.abc import Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.decoding import decoded
from claimx.archives.faults import DamagedFile, UnreadableRecord
from claimx.archives.fields import Columns, FieldNames
from claimx.archives.limits import Limits
from claimx.archives.opening import chunks_of
from claimx.archives.rows import BrokenRow, rows_of


def read_delimited(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the rows under the header from ``start`` on; blank rows are none.

    Raises:
        DamagedFile: no more can be read, or the header names no text.
    """
    rows = rows_of(chunks_of(file), "\t" if file.format == "tsv" else None, limits.record_bytes)
    header = next(rows, None)
    if header is None:
        return
    if isinstance(header, BrokenRow):
        raise DamagedFile(f"the header cannot be read: {header.reason}")
    names = [decoded(cell.encode("latin-1"))[0].strip() for cell in header]
    try:
        columns = fields.columns(names)
    except UnreadableRecord as fault:
        raise DamagedFile(f"the header: {fault}") from fault
    for position, row in enumerate(rows):
        if position >= start:
            yield attempt(file.path, position, _article, file.path, position, row, names, columns)


def _article(source: str, position: int, row: list[str] | BrokenRow, names: list[str], columns: Columns) -> Article:
    if isinstance(row, BrokenRow):
        raise UnreadableRecord(row.reason)
    if len(row) != len(names):
        raise UnreadableRecord(f"{len(row)} cells in a row under a header of {len(names)}")
    # Rows are split before they are decoded, each byte a character; see rows.py.
    cells = dict(zip(reversed(names), (cell.encode("latin-1") for cell in reversed(row)), strict=True))
    return article_of(source, position, *columns.values(cells))
