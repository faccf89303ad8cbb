"""Keep passages back from training."""

from collections.abc import Sequence

import numpy as np

from claimx.schema.passage import Passage


def hold_out(passages: Sequence[Passage], share: float, seed: int) -> tuple[list[Passage], list[Passage]]:
    """Split passages at random into those to train on and those kept back.

    Args:
        passages: the corpus.
        share: the share to keep back.
        seed: decides which.
    """
    order = np.random.default_rng(seed).permutation(len(passages))
    kept = set(order[: round(len(passages) * share)].tolist())
    train = [passage for i, passage in enumerate(passages) if i not in kept]
    return train, [passage for i, passage in enumerate(passages) if i in kept]
