"""Where a result stands among the parts of a run, as one number."""

_ROW_BITS = 20

#: A part may have so many records.
MOST_RECORDS = 1 << _ROW_BITS


def location(part: int, row: int) -> int:
    """The location of a row of a part; earlier ones are smaller."""
    return part << _ROW_BITS | row


def part_and_row(place: int) -> tuple[int, int]:
    """What :func:`location` was made of."""
    return place >> _ROW_BITS, place & (MOST_RECORDS - 1)
