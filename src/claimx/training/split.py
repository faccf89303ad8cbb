"""Keep passages back from training."""

from collections.abc import Sequence

import numpy as np

from claimx.schema.passage import Passage

_SEED = 0


def hold_out(passages: Sequence[Passage], share: float) -> tuple[list[Passage], list[Passage]]:
    """Split passages at random into those to train on and those kept back.

    The same corpus is always split in the same way, so that a model that goes on from another one, or learns from its
    labels, has not seen by that way what is kept back to calibrate it.

    Args:
        passages: the corpus.
        share: the share to keep back.
    """
    order = np.random.default_rng(_SEED).permutation(len(passages))
    kept = set(order[: round(len(passages) * share)].tolist())
    train = [passage for i, passage in enumerate(passages) if i not in kept]
    return train, [passage for i, passage in enumerate(passages) if i in kept]
