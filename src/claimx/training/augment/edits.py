"""Replace words of an annotated passage and move its quotes along."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from claimx.normalize.counts import parse_count
from claimx.normalize.counts.value import number
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.training.augment.moving import moved_record


@dataclass(frozen=True, order=True)
class Edit:
    """Characters of a text to replace.

    Attributes:
        start: the first of them.
        end: past the last.
        text: what to write instead.
    """

    start: int
    end: int
    text: str


def occurrences(text: str, words: str) -> Iterable[re.Match[str]]:
    """Where some words stand in a text, as whole words in the same letter case."""
    return re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)


def apply_edits(passage: Passage, edits: Iterable[Edit]) -> Passage:
    """The passage with the edits made; those that overlap an earlier one or cut a quote in two are left out.

    A count whose words change keeps its modifier and gets the value of the new words; a time whose words change loses
    its dates.

    Args:
        passage: an annotated passage.
        edits: the edits, in any order.
    """
    quotes = [quote for claim in passage.claims for _, quote in claim.quotes()]
    bounds = sorted({bound or 0 for quote in quotes for bound in (quote.start, quote.end)})
    kept = list(_fitting(edits, bounds))
    if not kept:
        return passage
    pieces, at = [], 0
    for edit in kept:
        pieces += [passage.text[at : edit.start], edit.text]
        at = edit.end
    text = "".join([*pieces, passage.text[at:]])
    moves = _Moves(kept)
    claims = tuple(_moved(claim, text, moves) for claim in passage.claims)
    return passage.model_copy(update={"text": text, "claims": claims})


def _fitting(edits: Iterable[Edit], bounds: Sequence[int]) -> Iterable[Edit]:
    past = 0
    for edit in sorted(edits):
        cuts = bisect_right(bounds, edit.start) < bisect_left(bounds, edit.end)
        if edit.start >= past and not cuts:
            yield edit
            past = edit.end


class _Moves:
    """Where characters of the old text stand in the new one."""

    def __init__(self, edits: Sequence[Edit]):
        self._ends = [edit.end for edit in edits]
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def __call__(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._ends, offset)]


def _moved(claim: Claim, text: str, moves: _Moves) -> Claim:
    record = moved_record(claim, text, moves)
    if record["count"]["text"] != claim.count.text:
        figure = parse_count(record["count"]["text"]).value
        value = number(figure or 0, record["count"]["modifier"])
        record["count"] |= {"value": value.value, "min": value.min, "max": value.max}
    if claim.time is not None and record["time"]["text"] != claim.time.text:
        record["time"] |= {"earliest": None, "latest": None}
    return Claim.model_validate(record)
