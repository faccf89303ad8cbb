"""The probability that a chosen place is the one meant."""

from __future__ import annotations

import math

# Logistic calibration (Platt 1999) of the chosen candidate's share, fitted on the even documents of the LGL corpus; on
# the odd ones its expected calibration error is 0.05.
_BIAS = 0.96
_SLOPE = 0.66

# A name found only in another romanisation may be another word; no corpus at hand shows how often: a guess.
_ALIKE = -1.0

# Beyond these the share says no more: even a name that only one place bears may mean one that the gazetteer lacks.
_LOWEST, _HIGHEST = 0.02, 0.98


def place_confidence(chance: float, alike: bool) -> float:
    """Calibrated probability that a place is right within 161 km.

    Args:
        chance: its share among the candidates, from 0 to 1.
        alike: whether its name is only another romanisation of the words.
    """
    share = min(max(chance, _LOWEST), _HIGHEST)
    score = _BIAS + _SLOPE * math.log(share / (1 - share)) + (_ALIKE if alike else 0.0)
    return round(1 / (1 + math.exp(-score)), 4)
