"""Results as Parquet, nested or flat, compressed by zstd."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from claimx.batch.outputs.flat import FLAT_SCHEMA, flat_rows
from claimx.batch.outputs.nested import NESTED_SCHEMA, nested_row
from claimx.batch.result import ArticleResult

#: Rows and claims that are held as Python objects before Arrow takes them.
_AT_ONCE = 1000

#: A row group is written when it holds so many bytes or rows: large enough to compress well, small enough to hold.
_GROUP_BYTES = 16 << 20
_GROUP_ROWS = 100_000


class ParquetWriter:
    """A Parquet file of the nested or the flat table."""

    def __init__(self, path: Path, *, flat: bool):
        self._schema = FLAT_SCHEMA if flat else NESTED_SCHEMA
        self._flat = flat
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []
        self._weight = 0
        self._batches: list[Any] = []

    def write(self, result: ArticleResult) -> None:
        """Add the rows of one article."""
        if self._flat:
            self._rows.extend(flat_rows(result))
        else:
            self._rows.append(nested_row(result))
        self._weight += max(len(result.claims), 1)
        if self._weight >= _AT_ONCE:
            self._take_rows()
            if self._full():
                self._write_group()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._take_rows()
            self._write_group()
        self._file.close()

    def _take_rows(self) -> None:
        if self._rows:
            self._batches.append(pa.RecordBatch.from_pylist(self._rows, schema=self._schema))
        self._rows, self._weight = [], 0

    def _full(self) -> bool:
        held = sum(batch.nbytes for batch in self._batches)
        return held >= _GROUP_BYTES or sum(batch.num_rows for batch in self._batches) >= _GROUP_ROWS

    def _write_group(self) -> None:
        if self._batches:
            table = pa.Table.from_batches(self._batches, schema=self._schema)
            self._file.write_table(table, row_group_size=max(table.num_rows, 1))
            self._batches = []
