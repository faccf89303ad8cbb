"""Other days: the weekdays and months of a passage exchanged for others."""

import re
from collections.abc import Iterable

import numpy as np

from claimx.schema.passage import Passage
from claimx.training.augment.edits import Edit

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# "May" and "March" are words as well.
_MONTHS = ("January", "February", "April", "June", "July", "August", "September", "October", "November", "December")


def date_edits(passage: Passage, random: np.random.Generator) -> Iterable[Edit]:
    """Edits that move all weekdays by one number of days, and all months by one number of months.

    Args:
        passage: an annotated passage.
        random: of random numbers.
    """
    for names in (_WEEKDAYS, _MONTHS):
        step = int(random.integers(1, len(names)))
        moved = {name: names[(i + step) % len(names)] for i, name in enumerate(names)}
        for match in re.finditer(rf"\b(?:{'|'.join(names)})\b", passage.text):
            yield Edit(match.start(), match.end(), moved[match.group()])
