"""A text to be read, and when it was published."""

from typing import NamedTuple


class Sample(NamedTuple):
    """What the model is given."""

    text: str
    published: str | None = None
