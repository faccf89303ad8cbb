"""Articles whose text was read before, in this part of the run or in any part on disk."""

from collections.abc import Callable
from typing import NamedTuple

from claimx.batch.likeness.duplicate_kind import DuplicateKind
from claimx.batch.likeness.fingerprint import Fingerprint, Signature
from claimx.batch.likeness.hash_index import HashIndex
from claimx.batch.likeness.near_duplicates import NearDuplicates
from claimx.batch.location import location, part_and_row
from claimx.batch.parts.part_files import Part, PartHead
from claimx.schema.claim import Claim


class Mark(NamedTuple):
    """What an article duplicates.

    Attributes:
        first: id of the earlier article, or None.
        kind: how.
    """

    first: str | None
    kind: DuplicateKind


class Duplicates:
    """Remembers the texts of a run, in about 16 bytes each: the rest is looked up in the parts on disk.

    Args:
        load_part: reads a finished part.
        near: finds near duplicates too, where they are asked for.
    """

    def __init__(self, load_part: Callable[[int], Part], near: NearDuplicates | None):
        self._load_part = load_part
        self._near = near
        self._index = HashIndex()
        self._part = 0
        self._here: list[tuple[str, Fingerprint | None]] = []

    def restore(self, number: int, head: PartHead) -> None:
        """Remember the texts of a finished part, as :meth:`mark` did when it was made."""
        for row, (print_, kind) in enumerate(zip(head.fingerprints, head.kinds, strict=True)):
            if print_ is not None and kind is not DuplicateKind.same:
                self._remember(print_, kind, location(number, row))
        self.begin(number + 1)

    def begin(self, number: int) -> None:
        """Go on with another part; those before it are on disk."""
        self._part, self._here = number, []

    def knows(self, print_: Fingerprint) -> bool:
        """Whether a text of a finished part has the same words."""
        return self._index.get(print_.key) is not None

    def claims_before(self, print_: Fingerprint) -> tuple[Claim, ...] | None:
        """The claims of an article in a finished part that has the same text, letter for letter, and date."""
        place = self._index.get(print_.key)
        number, row = (self._part, 0) if place is None else part_and_row(place)
        if number == self._part:
            return None
        part = self._load_part(number)
        other = part.head.fingerprints[row]
        return part.result(row).claims if other is not None and other.exact == print_.exact else None

    def mark(self, article_id: str, print_: Fingerprint | None) -> Mark:
        """Tell what the next article of this part duplicates, and remember it."""
        mark = Mark(None, DuplicateKind.first) if print_ is None else self._find(print_)
        self._here.append((article_id, print_))
        if print_ is not None and mark.kind is not DuplicateKind.same:
            self._remember(print_, mark.kind, location(self._part, len(self._here) - 1))
        return mark

    def _find(self, print_: Fingerprint) -> Mark:
        place = self._index.get(print_.key)
        if place is not None:
            first, other = self._at(place)
            if other is not None and other.folded == print_.folded:
                return Mark(first, DuplicateKind.same)
        if self._near is not None and print_.signature is not None:
            place = self._near.find(print_.signature, self._signature_at)
            if place is not None:
                return Mark(self._at(place)[0], DuplicateKind.near)
        return Mark(None, DuplicateKind.first)

    def _remember(self, print_: Fingerprint, kind: DuplicateKind, place: int) -> None:
        self._index.add(print_.key, place)
        if self._near is not None and print_.signature is not None and kind is DuplicateKind.first:
            self._near.remember(print_.signature, place)

    def _at(self, place: int) -> tuple[str, Fingerprint | None]:
        number, row = part_and_row(place)
        if number == self._part:
            return self._here[row]
        part = self._load_part(number)
        return part.result(row).article_id, part.head.fingerprints[row]

    def _signature_at(self, place: int) -> Signature | None:
        print_ = self._at(place)[1]
        return None if print_ is None else print_.signature
