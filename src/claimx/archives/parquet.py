"""Parquet tables, read in batches of rows, the needed columns only."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.faults import DamagedFile, UnreadableRecord, reason_of
from claimx.archives.fields import Columns, FieldNames
from claimx.archives.limits import Limits
from claimx.archives.opening import chunks_of
from claimx.archives.parquet_cells import cell_of, plain_column
from claimx.archives.steady_file import SteadyFile
from claimx.errors import OutputError

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

# Bytes of a batch, by what the file says of its rows, and rows at most.
_BATCH = 16_000_000
_ROWS = 1024


def read_parquet(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the rows from ``start`` on; row groups before it are not read.

    A row group that is damaged is told as one Unreadable without a position, and the next one is read.

    Raises:
        DamagedFile: it is no Parquet file, or has no column of texts.
        OutputError: there is no room to unpack one that is compressed as a whole.
    """
    with _seekable(file, limits) as stream:
        table = _table(stream)
        try:
            columns = fields.columns(table.schema_arrow.names)
        except UnreadableRecord as fault:
            raise DamagedFile(f"its columns: {fault}") from fault
        first = 0
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            if first + rows > start:
                try:
                    yield from _group(file.path, stream, table, group, first, columns, limits, start)
                except DamagedFile as fault:
                    reason = f"rows {first} to {first + rows - 1} cannot be read to their end: {fault}"
                    yield Unreadable(file.path, None, reason)
            first += rows


@contextmanager
def _seekable(file: ArchiveFile, limits: Limits) -> Iterator["SteadyFile | IO[bytes]"]:
    if file.compression == "none":
        with SteadyFile(file.path) as stream:
            yield stream
        return
    # The index of a Parquet file stands at its end: one compressed as a whole has to be unpacked first.
    with tempfile.TemporaryFile() as unpacked:
        size = 0
        for chunk in chunks_of(file):
            size += len(chunk)
            if size > limits.parquet_bytes:
                raise DamagedFile(f"unpacks to more than {limits.parquet_bytes:,} bytes")
            _write(unpacked, chunk)
        unpacked.seek(0)
        yield unpacked


def _write(unpacked: IO[bytes], chunk: bytes) -> None:
    try:
        unpacked.write(chunk)
    except OSError as error:  # a disk that is full is no fault of the archive
        raise OutputError(f"{tempfile.gettempdir()}: cannot be written: {reason_of(error)}") from error


def _table(stream: "SteadyFile | IO[bytes]") -> "ParquetFile":
    # Here, not at the top: no more than archives in Parquet should pay for it.
    from pyarrow.parquet import ParquetFile

    try:
        # Buffered, and not read ahead, so that a row group of gigabytes takes no more memory than its pages.
        table = ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
        _ = table.schema_arrow
    except Exception as error:
        _raise_transport(stream)
        raise DamagedFile(f"no Parquet file that can be read: {reason_of(error)}") from error
    return table


def _raise_transport(stream: "SteadyFile | IO[bytes]") -> None:
    """Raise what the stream raised into pyarrow, which may have made another exception of it."""
    if isinstance(stream, SteadyFile) and stream.fault is not None:
        raise stream.fault


def _group(
    source: str,
    stream: "SteadyFile | IO[bytes]",
    table: "ParquetFile",
    group: int,
    first: int,
    columns: Columns,
    limits: Limits,
    start: int,
) -> Iterator[Article | Unreadable]:
    position = first
    for batch in _batches(stream, table, group, columns):
        skipped = min(max(start - position, 0), batch.num_rows)
        for row in range(skipped, batch.num_rows):
            yield attempt(source, position + row, _article, source, position + row, batch, row, columns, limits)
        position += batch.num_rows


def _batches(
    stream: "SteadyFile | IO[bytes]", table: "ParquetFile", group: int, columns: Columns
) -> Iterator["RecordBatch"]:
    from pyarrow import RecordBatch

    try:
        rows = _rows(table, group)
        for batch in table.iter_batches(rows, [group], columns.names(), use_threads=False):
            made = [plain_column(column) for column in batch.columns]
            yield RecordBatch.from_arrays(made, names=batch.schema.names)
    except Exception as error:
        _raise_transport(stream)
        raise DamagedFile(reason_of(error)) from error


def _rows(table: "ParquetFile", group: int) -> int:
    """Rows of a batch that is not too large, by the size of the row group in the file's index.

    The size of all its columns: to ask a damaged file for that of one column ends the process inside pyarrow.
    """
    told = table.metadata.row_group(group)
    return int(min(_ROWS, max(1, _BATCH * max(told.num_rows, 1) // max(told.total_byte_size, 1))))


def _article(source: str, position: int, batch: "RecordBatch", row: int, columns: Columns, limits: Limits) -> Article:
    text, title, published, id = (
        cell_of(batch.column(name), row, limits.record_bytes) if name is not None else None
        for name in (columns.text, columns.title, columns.date, columns.id)
    )
    return article_of(source, position, text, title, published, id)
