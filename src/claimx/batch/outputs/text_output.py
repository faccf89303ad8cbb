"""Text files in UTF-8, compressed or not, whose bytes depend on nothing but the text."""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

_LEVEL = 6


@contextmanager
def open_text(path: Path, *, gzipped: bool) -> Iterator[TextIOWrapper]:
    """Open a text file to write; a gzipped one names no file and no time, so that equal runs give equal bytes."""
    with path.open("wb") as raw:
        if not gzipped:
            with TextIOWrapper(raw, encoding="utf-8", newline="") as text:
                yield text
            return
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=_LEVEL, mtime=0) as packed,
            TextIOWrapper(cast(IO[bytes], packed), encoding="utf-8", newline="") as text,
        ):
            yield text


class TextWriter:
    """What writes into a text file until it is left."""

    def __init__(self, path: Path, *, gzipped: bool):
        self._stack = ExitStack()
        self._file = self._stack.enter_context(open_text(path, gzipped=gzipped))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
