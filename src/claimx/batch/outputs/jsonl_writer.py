"""Results as JSON Lines."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from claimx.batch.outputs.flat import flat_rows
from claimx.batch.outputs.text_output import TextWriter
from claimx.batch.result import ArticleResult


class JsonlWriter(TextWriter):
    """One line an article with its list of claims, or, flat, one line a claim."""

    def __init__(self, path: Path, *, flat: bool, gzipped: bool):
        super().__init__(path, gzipped=gzipped)
        self._flat = flat

    def write(self, result: ArticleResult) -> None:
        """Write the lines of one article."""
        if not self._flat:
            self._file.write(result_line(result) + "\n")
            return
        for row in flat_rows(result):
            self._file.write(json.dumps(row, ensure_ascii=False, default=_day) + "\n")


def result_line(result: ArticleResult) -> str:
    """The JSON line of an article, without its end."""
    return json.dumps(result.model_dump(mode="json"), ensure_ascii=False)


def result_of_line(line: str | bytes) -> ArticleResult:
    """The article of a JSON line."""
    return ArticleResult.model_validate_json(line)


def _day(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no JSON value")
