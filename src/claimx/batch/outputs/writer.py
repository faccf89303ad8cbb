"""Write results into one file, in any of the formats."""

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from claimx.batch.outputs.csv_writer import CsvWriter
from claimx.batch.outputs.formats import OutputFormat
from claimx.batch.outputs.jsonl_writer import JsonlWriter
from claimx.batch.outputs.parquet_writer import ParquetWriter
from claimx.batch.result import ArticleResult


class ResultWriter(Protocol):
    """A file that results are written to, one by one."""

    def write(self, result: ArticleResult) -> None:
        """Write the result of one article."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_writer(path: Path, form: OutputFormat, *, flat: bool, gzipped: bool) -> ResultWriter:
    """Open a file for results.

    Args:
        path: the file; one that exists is replaced.
        form: its format.
        flat: one row a claim in place of one an article; CSV is always flat.
        gzipped: whether JSON Lines and CSV are compressed by gzip; Parquet has its own compression.
    """
    if form is OutputFormat.parquet:
        return ParquetWriter(path, flat=flat)
    if form is OutputFormat.csv:
        return CsvWriter(path, gzipped=gzipped)
    return JsonlWriter(path, flat=flat, gzipped=gzipped)
