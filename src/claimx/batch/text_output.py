"""Text files in UTF-8, compressed or not, whose bytes depend on nothing but the text."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, cast

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
