"""Vary passages anew for every epoch."""

from collections.abc import Sequence

import numpy as np

from claimx.schema.passage import Passage
from claimx.training.augment.dates import date_edits
from claimx.training.augment.edits import apply_edits
from claimx.training.augment.joining import joined
from claimx.training.augment.names import NamePool
from claimx.training.augment.numbers import number_edits
from claimx.training.config import TrainingConfig


def vary(
    passages: Sequence[Passage], pool: NamePool, config: TrainingConfig, random: np.random.Generator
) -> list[Passage]:
    """The passages, some with other numbers, names or days, some joined; their labels stay true.

    Args:
        passages: annotated passages.
        pool: names to use.
        config: says how often.
        random: of random numbers.
    """
    rewritten = [_rewritten(passage, pool, config.rewrite_rate, random) for passage in passages]
    return joined(rewritten, config.join_rate, random)


def _rewritten(passage: Passage, pool: NamePool, rate: float, random: np.random.Generator) -> Passage:
    for edits in (number_edits, pool.edits, date_edits):
        if random.random() < rate:
            changed = apply_edits(passage, edits(passage, random))
            passage = changed if _parts_fit(changed) else passage
    return passage


def _parts_fit(passage: Passage) -> bool:
    """Whether no claim counts more than the claim that it is a part of."""
    counts = [claim.count.value for claim in passage.claims]
    parts = [
        (counts[i], counts[claim.subset_of]) for i, claim in enumerate(passage.claims) if claim.subset_of is not None
    ]
    return all(part is None or whole is None or part <= whole for part, whole in parts)
