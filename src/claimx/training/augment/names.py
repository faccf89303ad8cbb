"""Other names: a claim's places, tellers and perpetrators exchanged for those of other passages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from claimx.linking.roles import LIST_ROLES
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.training.augment.edits import Edit, occurrences
from claimx.training.targets import is_doubtful

_ARTICLES = ("a ", "an ", "the ")

# Words that name nothing alone: a model's label may be no more than them.
_EMPTY = frozenset("the and one two three four five six seven eight nine ten they them their his her its".split())


class NamePool:
    """The places, tellers and perpetrators that a corpus names, sorted by what they can stand in for.

    Args:
        passages: annotated passages.
    """

    def __init__(self, passages: Sequence[Passage]):
        pool: dict[tuple[str, str], set[str]] = defaultdict(set)
        for passage in passages:
            for claim in passage.claims:
                if not is_doubtful(claim):
                    for role, name in _names(claim):
                        pool[_key(role, name)].add(name)
        self._pool = {key: sorted(names) for key, names in pool.items()}

    def edits(self, passage: Passage, random: np.random.Generator) -> Iterable[Edit]:
        """Edits that give some names of a passage another one, everywhere in the text.

        Left alone are the two sides of an acknowledged claim, which have to stay one, and names that also stand in
        other fields: victims who are called soldiers would no longer be of the military.

        Args:
            passage: an annotated passage.
            random: of random numbers.
        """
        acknowledged = [claim for claim in passage.claims if claim.stance == "acknowledged"]
        kept = {name for claim in acknowledged for role, name in _names(claim) if role != "locations"}
        names = {name: role for claim in passage.claims for role, name in _names(claim) if name not in kept}
        taken = [
            (quote.start, quote.end)
            for claim in passage.claims
            for quote in (claim.trigger, claim.count, claim.victims, claim.cause, claim.time)
            if quote is not None and quote.start is not None and quote.end is not None
        ]
        for name, role in sorted(names.items()):
            others = self._pool.get(_key(role, name), ())
            if len(others) < 2 or random.random() < 0.5:
                continue
            other = others[int(random.integers(len(others)))]
            found = [match.span() for match in occurrences(passage.text, name)]
            if not any(start < past and first < end for start, end in taken for first, past in found):
                for first, past in found:
                    yield Edit(first, past, other)


def _names(claim: Claim) -> Iterable[tuple[str, str]]:
    """The ``(role, name)`` of a claim's list roles that name something, be it with an article."""
    for role in LIST_ROLES:
        for quote in getattr(claim, role):
            if any(len(word) > 2 and word not in _EMPTY for word in quote.text.lower().split()):
                yield role, quote.text


def _key(role: str, name: str) -> tuple[str, str]:
    """Names of one key fit the same place of a sentence: the same role, article and letter case."""
    lowered = name.lower()
    article = next((article for article in _ARTICLES if lowered.startswith(article)), "")
    case = "upper" if name.isupper() else "title" if name[:1].isupper() else "lower"
    return role, f"{article}{case}"
