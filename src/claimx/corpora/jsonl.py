"""Read annotated passages from JSON Lines, with errors that name file, line and field."""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, TextIO

from pydantic import ValidationError

from claimx.errors import CorpusError
from claimx.schema.passage import Passage


def iter_passages(path: str | Path) -> Iterator[Passage]:
    """Yield the passages of a JSON Lines corpus, one by one, in file order.

    Blank lines are skipped.

    Args:
        path: a UTF-8 file with one passage a line, in the format of :class:`~claimx.schema.passage.Passage`;
            compressed by gzip where its name ends in ``.gz``.

    Raises:
        CorpusError: the file cannot be read, or a line is not JSON, lacks a field, has a quote that does not
            stand at its offsets, or repeats an id. The message names file, line and field.
    """
    seen: dict[str, int] = {}
    for number, record in iter_records(path):
        passage = _passage(path, number, record)
        if passage.id in seen:
            raise CorpusError(f"{path}, line {number}, field id: {passage.id!r} was used on line {seen[passage.id]}")
        seen[passage.id] = number
        yield passage


def iter_records(path: str | Path) -> Iterator[tuple[int, Any]]:
    """Yield ``(line number, JSON value)`` of each line of a JSON Lines file that is not blank.

    Args:
        path: a UTF-8 file, compressed by gzip where its name ends in ``.gz``.

    Raises:
        CorpusError: the file cannot be read, or a line is not JSON. The message names file and line.
    """
    path = Path(path)
    try:
        with open_lines(path, "rt") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _parsed(path, number, line)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise CorpusError(f"{path}: cannot be read: {reason}") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 text (byte {error.start}: {error.reason})") from error


def open_lines(path: str | Path, mode: Literal["rt", "wt"]) -> TextIO:
    """Open a text file in UTF-8, compressed by gzip where its name ends in ``.gz``."""
    if Path(path).suffix == ".gz":
        return gzip.open(path, mode, encoding="utf-8")
    return open(path, mode, encoding="utf-8")


def read_passages(path: str | Path) -> list[Passage]:
    """Read a whole JSON Lines corpus; see :func:`iter_passages` for the format and the errors.

    Raises:
        CorpusError: as :func:`iter_passages`, or the file holds no passage at all.
    """
    passages = list(iter_passages(path))
    if not passages:
        raise CorpusError(f"{path}: holds no passages")
    return passages


def _parsed(path: Path, number: int, line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{path}, line {number}: not JSON: {error.msg} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        raise CorpusError(f"{path}, line {number}: JSON beyond all bounds: {error}") from error


def _passage(path: str | Path, number: int, record: Any) -> Passage:
    try:
        return Passage.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "passage"
        message = first["msg"].removeprefix("Value error, ")
        raise CorpusError(f"{path}, line {number}, field {field}: {message}") from error


def write_passages(passages: Iterable[Passage], path: str | Path) -> None:
    """Write passages as JSON Lines, one a line, in the format that :func:`read_passages` reads."""
    with open_lines(path, "wt") as lines:
        for passage in passages:
            lines.write(json.dumps(passage.model_dump(mode="json"), ensure_ascii=False) + "\n")
