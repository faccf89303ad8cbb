"""An article from a JSON object."""

import json

from claimx.archives.article import Article
from claimx.archives.building import article_of
from claimx.archives.decoding import decoded
from claimx.archives.faults import UnreadableRecord
from claimx.archives.fields import FieldNames
from claimx.archives.held import TooLong


def article_of_json(source: str, position: int, raw: bytes | TooLong, fields: FieldNames) -> Article:
    """Make an article of the bytes of an object.

    Raises:
        UnreadableRecord: they are too many, no JSON object, or one without a text.
    """
    if isinstance(raw, TooLong):
        raise UnreadableRecord(f"a record of {raw.size:,} bytes, longer than the bound")
    value, how = json_of(raw)
    return article_of_object(source, position, value, fields, (how,) if how else ())


def article_of_object(
    source: str, position: int, value: object, fields: FieldNames, repairs: tuple[str, ...] = ()
) -> Article:
    """Make an article of an object that is read already.

    Raises:
        UnreadableRecord: it is no object, or one without a text.
    """
    if not isinstance(value, dict):
        raise UnreadableRecord("not a JSON object")
    return article_of(source, position, *fields.columns(value).values(value), repairs)


def json_of(raw: bytes) -> tuple[object, str | None]:
    """Read a JSON value.

    Returns:
        The value, and how it was decoded where it is not UTF-8.

    Raises:
        UnreadableRecord: it is no JSON.
    """
    text, how = decoded(raw)
    try:
        return json.loads(text), how
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise UnreadableRecord(f"not JSON: {error.msg} ({at})") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets without end
        raise UnreadableRecord(f"JSON beyond all bounds: {error}") from error
