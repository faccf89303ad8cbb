"""Results as CSV, one row a claim."""

import csv
from pathlib import Path

from claimx.batch.outputs.flat import FLAT_SCHEMA, flat_rows
from claimx.batch.outputs.text_output import TextWriter
from claimx.batch.result import ArticleResult


class CsvWriter(TextWriter):
    """The flat table with a header line; what is not known is an empty field, dates are ISO dates."""

    def __init__(self, path: Path, *, gzipped: bool):
        super().__init__(path, gzipped=gzipped)
        self._rows = csv.DictWriter(self._file, FLAT_SCHEMA.names, lineterminator="\n")
        self._rows.writeheader()

    def write(self, result: ArticleResult) -> None:
        """Write the rows of one article's claims."""
        self._rows.writerows(flat_rows(result))
