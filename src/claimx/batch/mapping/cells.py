"""Texts and dates of a batch, as the readers of archives would give them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.fields import Columns
from claimx.archives.limits import Limits
from claimx.archives.parquet_cells import cell_of, plain_column

if TYPE_CHECKING:
    from pandas import DataFrame, Series

_SOURCE = "batch"


def articles_of_table(table: pa.Table, columns: Columns) -> Iterator[Article | Unreadable]:
    """Yield the article of each row, as from a row of a Parquet file."""
    longest = Limits().record_bytes
    position = 0
    names = [name for name in (columns.text, columns.date) if name is not None]
    for batch in table.select(names).to_batches():
        cells = [plain_column(column) for column in batch.columns]
        for row in range(batch.num_rows):
            yield attempt(_SOURCE, position, _of_cells, position, cells, row, longest)
            position += 1


def articles_of_frame(frame: "DataFrame", columns: Columns) -> Iterator[Article | Unreadable]:
    """Yield the article of each row, as from a line of JSON."""
    texts = _objects(frame[columns.text])
    days = [None] * len(texts) if columns.date is None else _objects(frame[columns.date])
    for position, (text, day) in enumerate(zip(texts, days, strict=True)):
        yield attempt(_SOURCE, position, _of_values, position, text, day)


def _of_cells(position: int, cells: list[Any], row: int, longest: int) -> Article:
    return _of_values(position, *(cell_of(column, row, longest) for column in cells))


def _of_values(position: int, text: object, published: object = None) -> Article:
    return article_of(_SOURCE, position, text, None, published)


def _objects(series: "Series") -> list[Any]:
    """The values as objects of Python's own, None where there is none."""
    import numpy as np

    missing = series.isna().to_numpy()
    values = series.astype(object).to_numpy()
    return [
        None if none else value.item() if isinstance(value, np.generic) else value
        for value, none in zip(values, missing, strict=True)
    ]
