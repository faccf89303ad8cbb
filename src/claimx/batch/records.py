"""The records of a run's inputs, from any point on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from claimx.archives.article import Article, Unreadable
from claimx.batch.cursor import Cursor, InputFile
from claimx.batch.quarantine import error_line
from claimx.errors import ClaimxError

Record = Article | Unreadable

#: Reads a file's records from the one of a number on, in the order of the file.
OpenFile = Callable[[Any, int], Iterator[Record]]


def records_from(files: Sequence[InputFile], open_file: OpenFile, start: Cursor) -> Iterator[tuple[Cursor, Record]]:
    """Yield each record with the cursor behind it.

    Args:
        files: the inputs.
        open_file: reads one of them.
        start: the first record to yield.

    Raises:
        ClaimxError: a reader cannot read at all, for want of a package.
    """
    for index in range(start.file, len(files)):
        first = behind = start if index == start.file else Cursor(index)
        told_again = first.told
        for record in _records_of(files[index], open_file, first.position):
            if record.position is None:
                if told_again:
                    told_again -= 1
                    continue
                behind = replace(behind, told=behind.told + 1)
            elif record.position < first.position:  # a reader that cannot skip yields all
                continue
            else:
                behind, told_again = Cursor(index, record.position + 1), 0
            yield behind, record


def _records_of(file: InputFile, open_file: OpenFile, start: int) -> Iterator[Record]:
    """The records of a file; a reader that fails costs what is left of it."""
    try:
        yield from open_file(file, start)
    except (MemoryError, ClaimxError):
        raise
    except Exception as error:  # parsers of a dozen formats, on files that may hold anything
        yield Unreadable(str(file.path), None, error_line(error))
