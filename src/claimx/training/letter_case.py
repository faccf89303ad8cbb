"""Texts in capitals, or without any: a change of letter case that keeps every label true."""

import numpy as np

from claimx.encoder.shapes import LETTERS, LOWER, UPPER


def vary_case(shapes: np.ndarray, rate: float, random: np.random.Generator) -> np.ndarray:
    """The letter-case indices of a text, with the chance ``rate`` as if it were written in a single case.

    The default encoder is uncased, so letter case is all in these indices (:mod:`claimx.encoder.shapes`).

    Args:
        shapes: an index for each token, (n_tokens,).
        rate: how often the case is changed, half of the times to capitals.
        random: of random numbers.
    """
    if random.random() >= rate:
        return shapes
    single = LOWER if random.random() < 0.5 else UPPER
    return np.where(np.isin(shapes, LETTERS), single, shapes)
