"""Results as JSON Lines."""

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claimx.batch.flat import flat_rows
from claimx.batch.result import ArticleResult
from claimx.batch.text_output import open_text


class JsonlWriter:
    """One line an article with its list of claims, or, flat, one line a claim."""

    def __init__(self, path: Path, *, flat: bool, gzipped: bool):
        self._stack = ExitStack()
        self._file = self._stack.enter_context(open_text(path, gzipped=gzipped))
        self._flat = flat

    def write(self, result: ArticleResult) -> None:
        """Write the lines of one article."""
        if not self._flat:
            self._file.write(result_line(result) + "\n")
            return
        for row in flat_rows(result):
            self._file.write(json.dumps(row, ensure_ascii=False, default=_day) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()


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
