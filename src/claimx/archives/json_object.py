"""The articles in a JSON object."""

from claimx.archives.faults import UnreadableRecord
from claimx.archives.fields import FieldNames

_DEEPEST = 3


def records_in(value: object, fields: FieldNames) -> list[object]:
    """Find the articles in what a file holds.

    An object that has a text is one. Another is taken for what an interface answers, ``{"response": {"docs": [...]}}``:
    the articles are in its lists of objects, or in those of the objects in it; in the uppermost of them in which an
    object has a text, or, where none has, in the uppermost at all.

    Args:
        value: what it holds.
        fields: the names of the fields.

    Returns:
        The records, some of which may be no articles; the value itself where it holds no list of objects.
    """
    if not isinstance(value, dict) or _has_text(value, fields):
        return [value]
    without_text: list[object] = []
    level: list[object] = [*value.values()]
    for _ in range(_DEEPEST):
        lists = [held for held in level if isinstance(held, list) and any(isinstance(one, dict) for one in held)]
        with_text = [held for held in lists if any(_has_text(one, fields) for one in held)]
        if with_text:
            return [record for held in with_text for record in held]
        without_text = without_text or [record for held in lists for record in held]
        level = [inner for held in level if isinstance(held, dict) for inner in held.values()]
    return without_text or [value]


def _has_text(value: object, fields: FieldNames) -> bool:
    if not isinstance(value, dict):
        return False
    try:
        fields.columns(value)
    except UnreadableRecord:
        return False
    return True
