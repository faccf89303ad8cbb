"""Results as CSV, one row a claim."""

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from claimx.batch.flat import FLAT_SCHEMA, flat_rows
from claimx.batch.result import ArticleResult
from claimx.batch.text_output import open_text


class CsvWriter:
    """The flat table with a header line; what is not known is an empty field, dates are ISO dates."""

    def __init__(self, path: Path, *, gzipped: bool):
        self._stack = ExitStack()
        file = self._stack.enter_context(open_text(path, gzipped=gzipped))
        self._rows = csv.DictWriter(file, FLAT_SCHEMA.names, lineterminator="\n")
        self._rows.writeheader()

    def write(self, result: ArticleResult) -> None:
        """Write the rows of one article's claims."""
        self._rows.writerows(flat_rows(result))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
