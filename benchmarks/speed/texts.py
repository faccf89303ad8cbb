"""The texts that are read: a sample, and an archive in which one passage in ten tells a casualty."""

import random
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

import claimx
from claimx.corpora.texts import iter_texts

#: Passages of the archive for one that has a claim.
ONE_IN = 10


def read_texts(path: Path) -> list[str]:
    """The texts of a file of JSON Lines, compressed or not."""
    return [text for passage in iter_texts(path) if (text := passage.text.strip())]


def words_of(texts: Iterable[str]) -> int:
    """Words between white space, which is what every rate here counts."""
    return sum(len(text.split()) for text in texts)


def mixed_archive(nlp: Language, told: list[str], others: list[str], passages: int) -> tuple[list[str], int]:
    """An archive in which one passage in ten has a claim, as the unfiltered model reads them.

    Args:
        nlp: the model.
        told: passages of which many have claims; those without go to the others.
        others: passages of which few have claims; those with claims are left out.
        passages: how many are wanted; fewer come where there are too few.

    Returns:
        The archive, shuffled, and how many of its passages have a claim.
    """
    of_told = list(zip(told, claimx.pipe(told, model=nlp), strict=True))
    of_others = list(zip(others, claimx.pipe(others, model=nlp), strict=True))
    free = [text for text, claims in (*of_told, *of_others) if not claims]
    random.shuffle(free)
    n_told = min(passages // ONE_IN, len(free) // (ONE_IN - 1))
    chosen = [text for text, claims in of_told if claims][:n_told]
    archive = chosen + free[: len(chosen) * (ONE_IN - 1)]
    random.shuffle(archive)
    return archive, len(chosen)
