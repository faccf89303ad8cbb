"""Other names: a claim's places, tellers and perpetrators exchanged for those of other passages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from claimx.linking.roles import LIST_ROLES
from claimx.schema.passage import Passage
from claimx.training.augment.edits import Edit, occurrences

_ARTICLES = ("a ", "an ", "the ")


class NamePool:
    """The places, tellers and perpetrators that a corpus names, sorted by what they can stand in for.

    Args:
        passages: annotated passages.
    """

    def __init__(self, passages: Sequence[Passage]):
        pool: dict[tuple[str, str], set[str]] = defaultdict(set)
        for passage in passages:
            for role, name in _names(passage):
                pool[_key(role, name)].add(name)
        self._pool = {key: sorted(names) for key, names in pool.items()}

    def edits(self, passage: Passage, random: np.random.Generator) -> Iterable[Edit]:
        """Edits that give some names of a passage another one, everywhere in the text.

        Args:
            passage: an annotated passage.
            random: of random numbers.
        """
        names = {name: role for role, name in _names(passage)}
        for name, role in sorted(names.items()):
            others = self._pool.get(_key(role, name), ())
            if len(others) < 2 or random.random() < 0.5:
                continue
            other = others[int(random.integers(len(others)))]
            for match in occurrences(passage.text, name):
                yield Edit(match.start(), match.end(), other)


def _names(passage: Passage) -> Iterable[tuple[str, str]]:
    return ((role, quote.text) for claim in passage.claims for role in LIST_ROLES for quote in getattr(claim, role))


def _key(role: str, name: str) -> tuple[str, str]:
    """Names of one key fit the same place of a sentence: the same role, article and letter case."""
    lowered = name.lower()
    article = next((article for article in _ARTICLES if lowered.startswith(article)), "")
    case = "upper" if name.isupper() else "title" if name[:1].isupper() else "lower"
    return role, f"{article}{case}"
