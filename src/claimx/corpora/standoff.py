"""Annotations apart from the texts that they annotate, so that they can be shared where the texts may not be.

A stand-off record is a passage's JSON without its text, title and quoted words: quotes are offsets alone. It keeps the
SHA-256 of the text, and is only ever joined to just that text.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimx.corpora.jsonl import iter_records, open_lines
from claimx.errors import CorpusError
from claimx.schema.claim import QUOTE_FIELDS, QUOTE_LIST_FIELDS
from claimx.schema.passage import Passage


def detach(passage: Passage) -> dict[str, Any]:
    """The stand-off record of an annotated passage: JSON values without a word of its text."""
    record = passage.model_dump(mode="json", exclude={"text", "title"})
    record["sha256"] = _digest(passage.text)
    for claim in record["claims"]:
        for quote in _quotes(claim):
            del quote["text"]
    return record


def attach(record: dict[str, Any], passage: Passage) -> Passage:
    """Put the annotations of a stand-off record back on the text that they were made on.

    Args:
        record: what :func:`detach` made.
        passage: the passage that has the text; claims of its own are put aside.

    Raises:
        CorpusError: the text is not the one that was annotated, or the record is not one of :func:`detach`.
    """
    if record.get("sha256") != _digest(passage.text):
        raise CorpusError(f"passage {passage.id!r}: its text is not the one that was annotated")
    joined = {name: value for name, value in record.items() if name != "sha256"}
    try:
        joined |= {"text": passage.text, "title": passage.title, "claims": json.loads(json.dumps(record["claims"]))}
        for claim in joined["claims"]:
            for quote in _quotes(claim):
                quote["text"] = None if quote["start"] is None else passage.text[quote["start"] : quote["end"]]
        return Passage.model_validate(joined)
    except (KeyError, TypeError, AttributeError, ValidationError) as error:
        reason = error.errors(include_url=False)[0]["msg"] if isinstance(error, ValidationError) else repr(error)
        raise CorpusError(f"passage {passage.id!r}: not a stand-off record: {reason}") from error


def read_standoff(path: str | Path, passages: Iterable[Passage]) -> list[Passage]:
    """Read stand-off annotations and join them to their texts.

    Args:
        path: a JSON Lines file of stand-off records.
        passages: passages that have the texts, by id; others may be among them.

    Returns:
        The annotated passages, in the order of the file.

    Raises:
        CorpusError: the file cannot be read, or a text is missing or is another one.
    """
    by_id = {passage.id: passage for passage in passages}
    joined = []
    for number, record in iter_records(path):
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise CorpusError(f"{path}, line {number}: not a stand-off record (it has no id)")
        passage = by_id.get(record["id"])
        if passage is None:
            raise CorpusError(f"{path}, line {number}, field id: there is no text {record['id']!r}")
        try:
            joined.append(attach(record, passage))
        except CorpusError as error:
            raise CorpusError(f"{path}, line {number}: {error}") from error
    return joined


def write_standoff(passages: Iterable[Passage], path: str | Path) -> None:
    """Write the stand-off records of annotated passages, one a line."""
    with open_lines(path, "wt") as lines:
        for passage in passages:
            lines.write(json.dumps(detach(passage)) + "\n")


def _quotes(claim: dict[str, Any]) -> list[dict[str, Any]]:
    quotes = [claim[name] for name in QUOTE_FIELDS if claim[name] is not None]
    return [*quotes, *(quote for name in QUOTE_LIST_FIELDS for quote in claim[name])]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
