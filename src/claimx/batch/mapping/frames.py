"""Results as pandas frames, whose types do not depend on the values."""

from typing import Any

import pandas as pd
import pyarrow as pa

from claimx.batch.mapping.layout import Layout

# pandas' own integers cannot be missing; as floats they would lose digits.
_INTEGERS = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int32Dtype()}

_STRING = pd.Series([""]).dtype  # as this version of pandas has it


def frame_of(frame: pd.DataFrame, layout: Layout, numbers: list[int], rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The result for a frame.

    Args:
        frame: the batch.
        layout: its columns and those of the result.
        numbers: of each row of the result, the row of the batch that it was read from.
        rows: the columns that are made.

    Returns:
        The frame, with the index of the rows that it was read from: days as ``date``, claims as dicts.
    """
    kept = frame[list(layout.kept)].iloc[numbers]
    table = pa.Table.from_pylist(rows, schema=layout.made)
    made = {name: _series(table[name], kept.index) for name in table.column_names}
    return pd.concat([kept, pd.DataFrame(made, index=kept.index)], axis=1)


def _series(column: pa.ChunkedArray, index: pd.Index) -> pd.Series:
    if pa.types.is_nested(column.type) or pa.types.is_date(column.type):
        return pd.Series(column.to_pylist(), index=index, dtype=object)
    if pa.types.is_string(column.type):
        return pd.Series(column.to_pylist(), index=index, dtype=_STRING)
    series = column.to_pandas(types_mapper=_INTEGERS.get)
    series.index = index
    return series
