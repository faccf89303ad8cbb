"""Whether an article tells what an earlier one told."""

from enum import IntEnum


class DuplicateKind(IntEnum):
    """How the text of an article relates to those before it."""

    first = 0
    same = 1
    near = 2
