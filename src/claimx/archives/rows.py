"""Rows of CSV and TSV, split before they are decoded.

Whatever encoding a file is in, its commas and quotes are ASCII; so each byte is read as one character (Latin-1), and
the cells, turned back into bytes, are decoded one by one. A row in another encoding then spoils no other row.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimx.archives.held import TooLong
from claimx.archives.lines import lines_of

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be split into cells; the next one starts on the line after it."""

    reason: str


class _RowTooLongError(Exception):
    """Raised into the csv reader by the lines that it reads."""


class _Feed:
    """The lines of one row after another, counted, so that a quote that is never closed does not take all memory."""

    def __init__(self, lines: Iterator[bytes | TooLong], longest: int) -> None:
        self._lines = lines
        self._longest = longest
        self._pushed: str | None = None
        self.taken = 0
        self.lines = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self._pushed is not None:
            line, self._pushed = self._pushed, None
        else:
            read = next(self._lines)
            if isinstance(read, TooLong):
                self.lines += 1
                raise _RowTooLongError(f"a line of {read.size:,} bytes, longer than the bound")
            line = read.decode("latin-1") + "\n"
        self.lines += 1
        self.taken += len(line)
        if self.taken > self._longest:
            raise _RowTooLongError("longer than the bound: is a quote never closed?")
        return line

    def new_row(self) -> None:
        self.taken = self.lines = 0

    def peek(self) -> str | None:
        """The first line that is not blank; it stays the next one."""
        for read in self._lines:
            if isinstance(read, TooLong):
                return None
            if read.strip():
                self._pushed = read.decode("latin-1") + "\n"
                return self._pushed
        return None


def rows_of(chunks: Iterable[bytes], delimiter: str | None, longest: int) -> Iterator[list[str] | BrokenRow]:
    """Yield the rows, the header first, each byte as a Latin-1 character; blank rows are left out.

    Args:
        chunks: the bytes of the file.
        delimiter: what stands between cells; None to tell by the header: comma, semicolon, tab or bar.
        longest: most bytes of a row.

    Raises:
        DamagedFile: from ``chunks``; the row that the damage cut is not yielded.
    """
    feed = _Feed(lines_of(chunks, longest), longest)
    first = feed.peek()
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=(first or "").count)
    # One setting for the whole process; the feed is what bounds a row.
    csv.field_size_limit(max(csv.field_size_limit(), longest + 1))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.new_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except _RowTooLongError as fault:
            # The reader keeps what it had of the row; a new one starts afresh on the next line.
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
            yield BrokenRow(str(fault))
        except csv.Error as error:
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
            yield BrokenRow(_reason(error, feed.lines))
        else:
            if row:
                yield row


def _reason(error: csv.Error, lines: int) -> str:
    if "end of data" in str(error):
        return f"a quote is not closed: {lines} lines to the end of the file are in it"
    return f"not CSV: {error}"
