"""An article from the values of one record."""

import math
from collections.abc import Callable
from datetime import date
from typing import TypeVarTuple

from claimx.archives.article import Article, Unreadable
from claimx.archives.dates import read_date
from claimx.archives.decoding import decoded
from claimx.archives.faults import UnreadableRecord, one_line
from claimx.archives.repairing import repaired

_Values = TypeVarTuple("_Values")


def attempt(
    source: str, position: int, build: Callable[[*_Values], Article], *values: *_Values
) -> Article | Unreadable:
    """The article that ``build`` makes, or why it cannot.

    Args:
        source: path or URL of the file.
        position: number of the record in it.
        build: makes it of ``values``; raises :class:`UnreadableRecord` where it cannot.
        *values: what ``build`` is called with.
    """
    try:
        return build(*values)
    except UnreadableRecord as fault:
        return Unreadable(source, position, one_line(str(fault)))


def article_of(
    source: str,
    position: int,
    text: object,
    title: object = None,
    published: object = None,
    id: object = None,
    repairs: tuple[str, ...] = (),
) -> Article:
    """Make an article of what a record holds, repairing what can be repaired.

    Args:
        source: path or URL of the file.
        position: number of the record in it.
        text: its text, as ``str``, or as bytes that have still to be decoded.
        title: its headline, likewise.
        published: its date, in whatever form.
        id: its id, text or number.
        repairs: what was done to it already.

    Raises:
        UnreadableRecord: it has no text.
    """
    done = list(repairs)
    body = _text(text, done)
    day, wrong = _date(published)
    if wrong is not None:
        done.append(wrong)
    headline = _optional(title, "title", done)
    known = str(id) if isinstance(id, int) and not isinstance(id, bool) else _optional(id, "id", done)
    made = f"{source}#{position}".encode("utf-8", "replace").decode("utf-8")
    return Article(known or made, body, day, headline, source, position, tuple(dict.fromkeys(done)))


def _text(value: object, done: list[str]) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        raise UnreadableRecord("the text is null")
    if not isinstance(value, (str, bytes)):
        raise UnreadableRecord(f"the text is not a string but {_kind(value)}")
    text, repairs = _repaired(value)
    if not text.strip():
        raise UnreadableRecord("the text is empty")
    done += repairs
    return text


def _date(value: object) -> tuple[date | None, str | None]:
    return read_date(decoded(value)[0] if isinstance(value, bytes) else value)


def _optional(value: object, name: str, done: list[str]) -> str | None:
    """A field that an article can do without."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if not isinstance(value, (str, bytes)):
        done.append(f"the {name} is left out: not a string but {_kind(value)}")
        return None
    try:
        text, repairs = _repaired(value)
    except UnreadableRecord as fault:
        done.append(f"the {name} is left out: {fault}")
        return None
    done += [f"{name}: {repair}" for repair in repairs]
    return text.strip() or None


def _repaired(value: str | bytes) -> tuple[str, list[str]]:
    if isinstance(value, str):
        return repaired(value)
    text, how = decoded(value)
    text, repairs = repaired(text)
    return text, [*([how] if how else []), *repairs]


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), f"a {type(value).__name__}")
