"""Two reports in one text: what is told of one event says nothing of another."""

from collections.abc import Sequence

import numpy as np

from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.training.augment.moving import moved_record

_LONGEST = 1000  # characters of a passage to join: two of them still fit a window
_BETWEEN = ("\n", "\n\n", " ")


def joined(passages: Sequence[Passage], share: float, random: np.random.Generator) -> list[Passage]:
    """The passages, some of them joined in pairs to a text of two reports.

    Args:
        passages: annotated passages.
        share: the share of the passages to join; long ones stay single.
        random: of random numbers.
    """
    chosen = {i for i, passage in enumerate(passages) if len(passage.text) <= _LONGEST and random.random() < share}
    order = random.permutation(sorted(chosen)).tolist()
    out = [passage for i, passage in enumerate(passages) if i not in chosen]
    out += [passages[i] for i in order[len(order) - len(order) % 2 :]]
    for first, second in zip(order[0::2], order[1::2], strict=False):
        out.append(_join(passages[first], passages[second], _BETWEEN[int(random.integers(len(_BETWEEN)))]))
    return out


def _join(first: Passage, second: Passage, between: str) -> Passage:
    text = f"{first.text}{between}{second.text}"
    moved = (_moved(claim, text, len(first.text) + len(between), len(first.claims)) for claim in second.claims)
    return first.model_copy(update={"id": f"{first.id}+{second.id}", "text": text, "claims": (*first.claims, *moved)})


def _moved(claim: Claim, text: str, offset: int, index: int) -> Claim:
    """The claim as it stands in a text that begins with another passage."""
    record = moved_record(claim, text, lambda at: at + offset)
    record["event"] = None if claim.event is None else f"second-{claim.event}"
    record["subset_of"] = None if claim.subset_of is None else claim.subset_of + index
    return Claim.model_validate(record)
