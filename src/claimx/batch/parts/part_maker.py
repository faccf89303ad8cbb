"""Make a part of a run: read so many records, mark the duplicates, put aside what cannot be read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import monotonic

from claimx.archives.article import Article, Unreadable
from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.duplicates import Duplicates
from claimx.batch.likeness.duplicate_kind import DuplicateKind
from claimx.batch.likeness.fingerprint import Fingerprint, fingerprint_of
from claimx.batch.likeness.near_duplicates import NearDuplicates
from claimx.batch.parts.part_files import PartHead
from claimx.batch.quarantine import Quarantined
from claimx.batch.reading_queue import ReadArticles, ReadingQueue, Slot
from claimx.batch.records import Record
from claimx.batch.result import ArticleResult


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that is not yet on disk."""

    head: PartHead
    results: list[ArticleResult]
    quarantined: list[Quarantined]


class PartMaker:
    """Makes one part after another.

    Args:
        read: reads articles.
        duplicates: knows the texts so far.
        near: makes the signatures of near duplicates, where they are asked for.
        advance: told, after each reading, what was done since it was last told, and how far the inputs are read.
    """

    def __init__(
        self,
        read: ReadArticles,
        duplicates: Duplicates,
        near: NearDuplicates | None,
        advance: Callable[[Counts, Cursor], None],
    ):
        self._read = read
        self._duplicates = duplicates
        self._near = near
        self._advance = advance

    def make(self, start: Cursor, records: Iterable[tuple[Cursor, Record]]) -> MadePart | None:
        """Read records into a part.

        Args:
            start: the first of them.
            records: all of them, each with the cursor behind it.

        Returns:
            The part; None where there are no records.
        """
        began, end, words = monotonic(), start, 0
        slots: list[Slot] = []
        quarantined: list[Quarantined] = []
        first_of: dict[bytes, Slot] = {}
        queue = ReadingQueue(self._read)
        new = Counts()
        for end, record in records:
            if isinstance(record, Unreadable):
                quarantined.append(Quarantined.unreadable(record))
                new += Counts(quarantined=1)
                continue
            slots.append(self._slot(record, first_of, queue))
            length = len(record.text.split())
            words += length
            new += Counts(articles=1, words=length)
            if queue.full:
                queue.flush()
                self._advance(new, end)
                new = Counts()
        queue.flush()
        if end == start:
            return None
        self._advance(new, end)
        results: list[ArticleResult] = []
        prints: list[Fingerprint | None] = []
        kinds: list[DuplicateKind] = []
        for slot in slots:
            outcome = _outcome(slot)
            if isinstance(outcome, Quarantined):
                quarantined.append(outcome)
                continue
            mark = self._duplicates.mark(outcome.article_id, slot.fingerprint)
            results.append(outcome.model_copy(update={"duplicate_of": mark.first}))
            prints.append(slot.fingerprint)
            kinds.append(mark.kind)
        counts = Counts(
            articles=len(results),
            claims=sum(len(result.claims) for result in results),
            quarantined=len(quarantined),
            duplicates=kinds.count(DuplicateKind.same),
            near_duplicates=kinds.count(DuplicateKind.near),
            copied=sum(slot.copied and isinstance(slot.outcome, ArticleResult) for slot in slots),
            words=words,
            seconds=monotonic() - began,
        )
        return MadePart(PartHead(start, end, counts, tuple(prints), tuple(kinds)), results, quarantined)

    def _slot(self, article: Article, first_of: dict[bytes, Slot], queue: ReadingQueue) -> Slot:
        """Take an article in: its claims are copied where the same text was read before, else it waits to be read."""
        print_ = fingerprint_of(article, self._near)
        slot = Slot(article, print_)
        if print_ is not None:
            twin = first_of.setdefault(print_.exact, slot)
            if twin is not slot:
                slot.twin, slot.copied = twin, True
                slot.drop_text()
                return slot
            before = self._duplicates.claims_before(print_)
            if before is not None:
                slot.copied = True
                slot.settle(before)
                return slot
        queue.add(slot)
        return slot


def _outcome(slot: Slot) -> ArticleResult | Quarantined:
    twin = None if slot.twin is None else slot.twin.outcome
    if isinstance(twin, ArticleResult):
        slot.settle(twin.claims)
    elif twin is not None:
        slot.outcome = Quarantined.of(slot.article, twin.reason)
    assert slot.outcome is not None, "every article is read or has a twin that is"
    return slot.outcome
