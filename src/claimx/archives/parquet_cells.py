"""Cells of a Parquet table as Python values; strings as the bytes that they are stored as."""

from typing import TYPE_CHECKING

from claimx.archives.faults import UnreadableRecord

if TYPE_CHECKING:
    from pyarrow import Array


def plain_column(column: "Array") -> "Array":
    """The column with strings as bytes, which need not be UTF-8 after all, and times that Python can hold."""
    import pyarrow

    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pyarrow.types.is_string(column.type):
        return column.cast(pyarrow.binary())
    if pyarrow.types.is_large_string(column.type):
        return column.cast(pyarrow.large_binary())
    if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    return column


def cell_of(column: "Array", row: int, longest: int) -> object:
    """One cell.

    Args:
        column: as :func:`plain_column` gives it.
        row: number of the row.
        longest: most bytes of a string.

    Raises:
        UnreadableRecord: it is longer.
    """
    cell = column[row]
    try:
        value: object = cell.as_py()
    except Exception as error:  # a day in the year 60000, a time zone that nobody knows
        return f"{type(error).__name__}: {column.type}"
    if isinstance(value, bytes) and len(value) > longest:
        raise UnreadableRecord(f"a cell of {len(value):,} bytes, longer than the bound")
    return value
