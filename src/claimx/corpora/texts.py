"""Read texts out of JSON Lines of any make."""

from collections.abc import Iterator
from pathlib import Path

from claimx.corpora.jsonl import iter_records
from claimx.errors import CorpusError
from claimx.schema.passage import Passage


def iter_texts(path: str | Path) -> Iterator[Passage]:
    """Yield the texts of a JSON Lines file as passages without claims, in file order.

    Args:
        path: a UTF-8 file, compressed by gzip where its name ends in ``.gz``; each line has a field ``text``, and what
            else it has is passed over.

    Raises:
        CorpusError: the file cannot be read, or a line has no text. The message names file and line.
    """
    for number, record in iter_records(path):
        text = record.get("text") if isinstance(record, dict) else None
        if not isinstance(text, str):
            raise CorpusError(f"{path}, line {number}, field text: there is no text")
        yield Passage(id=f"line-{number}", text=text)
