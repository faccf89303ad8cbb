"""What is known before anything is learned: a hand-written list of casualty words."""

from functools import cache
from importlib.resources import files

import numpy as np
from spacy.strings import get_string_id

from claimx.filtering.ngrams import pair_features, word_features

_FILE = "casualty_words.txt"


@cache
def casualty_features() -> np.ndarray:
    """The features of the words and two-word phrases of ``casualty_words.txt``, (n,) uint32, rising."""
    lines = files("claimx.filtering").joinpath(_FILE).read_text(encoding="utf-8").splitlines()
    phrases = [line.split() for line in lines if line and not line.startswith("#")]
    words = _hashes([phrase for phrase in phrases if len(phrase) == 1])
    pairs = _hashes([phrase for phrase in phrases if len(phrase) == 2])
    return np.union1d(word_features(words[:, 0]), pair_features(pairs[:, 0], pairs[:, 1], distance=1))


def _hashes(phrases: list[list[str]]) -> np.ndarray:
    return np.array([[get_string_id(word) for word in phrase] for phrase in phrases], dtype=np.uint64)
