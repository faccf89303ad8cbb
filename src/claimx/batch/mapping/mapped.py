"""``claimx.batch.map_batches``: a function that engines run over the batches of their tables."""

import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

import pyarrow as pa

from claimx.archives.article import Article, Unreadable
from claimx.archives.fields import FieldNames
from claimx.archives.packages import check_packages
from claimx.batch.mapping.cells import articles_of_frame, articles_of_table
from claimx.batch.mapping.layout import Layout
from claimx.batch.mapping.outcomes import outcomes_of
from claimx.batch.mapping.rows import rows_of
from claimx.batch.reading import pipeline_reader
from claimx.batch.reading_queue import ReadArticles
from claimx.errors import BatchError
from claimx.normalize.probability import probability
from claimx.pipeline.model_folder import load_model
from claimx.pipeline.precision import precision_of

_Batch = TypeVar("_Batch")

# One batch is read on all cores: two at once, on threads of one process, would be in each other's way.
_LOCK = Lock()


def map_batches(
    batch: _Batch,
    *,
    text_field: str | None = "text",
    id_field: str | None = None,
    date_field: str | None = None,
    keep: Sequence[str] = (),
    model: str | Path | None = None,
    min_confidence: float | None = None,
    filter: bool = True,
    flat: bool = False,
    precision: str | None = None,
) -> _Batch:
    """Read the casualty claims of a batch of articles, as ``claimx batch`` would read them from a file of its rows.

    No row raises, whatever is in it: what cannot be read says why in the column ``error``. The model is loaded once a
    process, at the first batch.

    Args:
        batch: a ``pyarrow.Table``, ``pyarrow.RecordBatch`` or ``pandas.DataFrame``, an article a row.
        text_field: the column of the texts; None for the first that has a usual name.
        id_field: the column of the ids, which the result has too; None for the first that has a usual name, if any.
        date_field: the column of the publication dates, likewise.
        keep: other columns that the result is to have, unchanged.
        model: a model folder; None for the default model.
        min_confidence: least confidence of a claim to keep (0 to 1); None keeps to the model's own.
        filter: whether to pass over what the model's filter finds no sign of a casualty in.
        flat: one row a claim in place of one an article.
        precision: as for :func:`claimx.load`; ``"float32"`` where the machines of a cluster are not alike.

    Returns:
        A batch of the same kind. Nested it has every row, in order: the columns that are kept, ``published`` (the day
        that was read from the date), ``claims`` (a list of claims, null where there is an error), ``repairs`` (what
        was done to the text, or is wrong with the date) and ``error``. Flat it has a row a claim with the columns of
        ``claimx batch --flat``, and one with ``error`` for each row that cannot be read. :func:`output_schema` tells
        the types.

    Raises:
        BatchError: it is no such batch, a column that is asked for is not there, or the result has one of that name.
        ModelNotFoundError: there is no such model folder.
        ModelDamagedError: the model cannot be read.
        InvalidConfidenceError: ``min_confidence`` is not a number from 0 to 1.
        InvalidPrecisionError: there is no such precision.
    """
    check_packages("parquet")
    fields = FieldNames(text=text_field, date=date_field, id=id_field)
    layout = Layout.of(_names(batch), fields, keep, flat)
    path = None if model is None else str(Path(model).resolve())
    read = _reader(path, probability(min_confidence), filter, None if precision is None else precision_of(precision))
    if _is_frame(batch):
        return cast(_Batch, _mapped_frame(batch, layout, read))
    if isinstance(batch, pa.RecordBatch):
        mapped = _mapped_table(pa.Table.from_batches([batch]), layout, read)
        return cast(
            _Batch, pa.RecordBatch.from_arrays([_whole(column) for column in mapped.columns], schema=mapped.schema)
        )
    return cast(_Batch, _mapped_table(batch, layout, read))


def output_schema(
    given: Any,
    *,
    text_field: str | None = "text",
    id_field: str | None = None,
    date_field: str | None = None,
    keep: Sequence[str] = (),
    flat: bool = False,
    **options: Any,
) -> Any:
    """The types of what :func:`map_batches` gives, for engines that must know them before they run it.

    Args:
        given: the ``pyarrow.Schema`` of the batches, or one of them, with rows or without.
        text_field: as for :func:`map_batches`, as all that follow.
        id_field: the same.
        date_field: the same.
        keep: the same.
        flat: the same.
        **options: the others, on which the types do not depend.

    Returns:
        For a ``pandas.DataFrame``, one without rows; for all else a ``pyarrow.Schema``.

    Raises:
        BatchError: it is neither, a column that is asked for is not there, or the result has one of that name.
    """
    names = given.names if isinstance(given, pa.Schema) else _names(given)
    layout = Layout.of(names, FieldNames(text=text_field, date=date_field, id=id_field), keep, flat)
    if _is_frame(given):
        from claimx.batch.mapping.frames import frame_of

        return frame_of(given, layout, [], [])
    return layout.schema(given if isinstance(given, pa.Schema) else given.schema)


@lru_cache(maxsize=4)
def _reader(model: str | None, min_confidence: float | None, filtered: bool, precision: str | None) -> ReadArticles:
    return pipeline_reader(lambda: load_model(model, precision), min_confidence, filtered=filtered)


def _rows(articles: Iterable[Article | Unreadable], read: ReadArticles, *, flat: bool) -> tuple[list[int], list[Any]]:
    with _LOCK:
        outcomes = list(outcomes_of(articles, read))
    rows = [row for position, outcome in enumerate(outcomes) for row in rows_of(position, outcome, flat=flat)]
    return [number for number, _ in rows], [row for _, row in rows]


def _whole(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.Array) else pa.concat_arrays(whole.chunks)


def _is_frame(batch: object) -> bool:
    pandas = sys.modules.get("pandas")  # it is imported where there is a frame
    return pandas is not None and isinstance(batch, pandas.DataFrame)


def _names(batch: object) -> list[str]:
    if isinstance(batch, (pa.Table, pa.RecordBatch)):
        return list(batch.schema.names)
    if _is_frame(batch):
        return list(cast(Any, batch).columns)
    raise BatchError(f"not a pyarrow Table or RecordBatch, nor a pandas DataFrame: {type(batch).__name__}")


def _mapped_table(table: pa.Table, layout: Layout, read: ReadArticles) -> pa.Table:
    numbers, rows = _rows(articles_of_table(table, layout.columns), read, flat=layout.flat)
    made = pa.Table.from_pylist(rows, schema=layout.made)
    kept = table.select(list(layout.kept))
    if layout.flat:
        kept = kept.take(pa.array(numbers, pa.int64()))
    return pa.table([*kept.columns, *made.columns], schema=layout.schema(table.schema))


def _mapped_frame(frame: Any, layout: Layout, read: ReadArticles) -> Any:
    from claimx.batch.mapping.frames import frame_of

    return frame_of(frame, layout, *_rows(articles_of_frame(frame, layout.columns), read, flat=layout.flat))
