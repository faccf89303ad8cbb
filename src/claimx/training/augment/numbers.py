"""Other numbers of dead: the same quantity expressions with another figure, in digits or in words."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np

from claimx.normalize.counts import parse_count
from claimx.schema.passage import Passage
from claimx.training.augment.edits import Edit, occurrences

_LARGEST_IN_WORDS = 20


def number_edits(passage: Passage, random: np.random.Generator) -> Iterable[Edit]:
    """Edits that change the figure of some counts, the same way wherever its words stand as a count.

    Args:
        passage: an annotated passage.
        random: of random numbers.
    """
    counts = [claim.count for claim in passage.claims if claim.count.text is not None]
    others: dict[str, str] = {}
    for count in counts:
        text, value = str(count.text), count.value
        if value is None or value < 2 or text in others or random.random() < 0.5:
            continue
        for number in _written(value):
            if re.search(rf"(?<!\w){re.escape(number)}(?!\w)", text, re.IGNORECASE):
                others[text] = number
                break
    for text, number in others.items():
        figure = _another(int(parse_count(text).value or 2), random)
        for count in counts:
            if count.text != text or count.start is None:
                continue
            for match in occurrences(text.lower(), number):
                yield Edit(count.start + match.start(), count.start + match.end(), _like(text[match.start()], figure))


def _another(value: int, random: np.random.Generator) -> str:
    """A figure of about the size of ``value``, in words half of the times where it is small."""
    figure = max(2, round(value * float(random.uniform(0.5, 2.0))))
    if figure <= _LARGEST_IN_WORDS and random.random() < 0.5:
        return _words(figure)
    return f"{figure:,}" if figure >= 1000 else str(figure)


def _like(first: str, figure: str) -> str:
    return figure[0].upper() + figure[1:] if first.isupper() else figure


def _written(value: int) -> list[str]:
    return [f"{value:,}", str(value), _words(value)]


@cache
def _words(value: int) -> str:
    return str(_engine().number_to_words(value))


@cache
def _engine() -> Any:
    import inflect  # takes longer to import than a text takes to read; only training needs it

    return inflect.engine()
