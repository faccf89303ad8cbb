"""Make a part of a run: read so many records, mark the duplicates, put aside what cannot be read."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
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
from claimx.batch.reading_queue import ReadArticles, ReadingQueue, ReadsAhead, Slot
from claimx.batch.records import Record
from claimx.batch.result import ArticleResult


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that is not yet on disk."""

    head: PartHead
    results: list[ArticleResult]
    quarantined: list[Quarantined]


@dataclass(slots=True)
class _OpenPart:
    """A part whose records are taken in, of which some may still be read."""

    start: Cursor
    end: Cursor
    began: float
    slots: list[Slot] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    words: int = 0
    last_reading: int = 0
    #: The first slot of each text, letter for letter, and of each text but for case and white space.
    by_exact: dict[bytes, Slot] = field(default_factory=dict)
    by_folded: dict[bytes, Slot] = field(default_factory=dict)


class PartMaker:
    """Makes one part after another.

    Args:
        read: reads articles.
        duplicates: knows the texts of the parts that are on disk.
        near: makes the signatures of near duplicates, where they are asked for.
        advance: told, after each reading, what was done since it was last told, and how far the inputs are read.
    """

    def __init__(
        self,
        read: ReadArticles | ReadsAhead,
        duplicates: Duplicates,
        near: NearDuplicates | None,
        advance: Callable[[Counts, Cursor], None],
    ):
        self._duplicates = duplicates
        self._near = near
        self._queue = ReadingQueue(read, advance)
        self._open: deque[_OpenPart] = deque()
        self._finished = 0.0

    def parts(self, start: Cursor, records: Iterator[tuple[Cursor, Record]], size: int) -> Iterator[MadePart]:
        """Read records into parts; each must be on disk, and ``duplicates`` know that, before the next is asked for.

        Where articles are read elsewhere, the records of parts to come are taken in before a part is made, as many as
        may be read ahead: the same articles are read together as if they were not.

        Args:
            start: the first of them.
            records: all of them, each with the cursor behind it.
            size: how many make a part.
        """
        more = True
        while True:
            while more and (not self._open or (self._queue.has_room and len(self._open) < self._queue.ahead)):
                part = self._take(start, islice(records, size))
                more = part.end != start
                start = part.end
                if more:
                    self._open.append(part)
            if not self._open:
                return
            yield self._finish(self._open[0])
            self._open.popleft()

    def _take(self, start: Cursor, records: Iterable[tuple[Cursor, Record]]) -> _OpenPart:
        part = _OpenPart(start, start, monotonic())
        new = Counts()
        for part.end, record in records:
            if isinstance(record, Unreadable):
                part.quarantined.append(Quarantined.unreadable(record))
                new += Counts(quarantined=1)
                continue
            part.slots.append(self._slot(record, part))
            length = len(record.text.split())
            part.words += length
            new += Counts(articles=1, words=length)
            if self._queue.full:
                self._queue.flush(new, part.end)
                new = Counts()
        if part.end != start:
            part.last_reading = self._queue.flush(new, part.end)
        return part

    def _finish(self, part: _OpenPart) -> MadePart:
        self._queue.settle(part.last_reading)
        results: list[ArticleResult] = []
        prints: list[Fingerprint | None] = []
        kinds: list[DuplicateKind] = []
        for slot in part.slots:
            outcome = slot.result()
            if isinstance(outcome, Quarantined):
                part.quarantined.append(outcome)
                continue
            mark = self._duplicates.mark(outcome.article_id, slot.fingerprint)
            results.append(outcome.model_copy(update={"duplicate_of": mark.first}))
            prints.append(slot.fingerprint)
            kinds.append(mark.kind)
        # Parts that are read at once share their time.
        began, self._finished = max(part.began, self._finished), monotonic()
        counts = Counts(
            articles=len(results),
            claims=sum(len(result.claims) for result in results),
            quarantined=len(part.quarantined),
            duplicates=kinds.count(DuplicateKind.same),
            near_duplicates=kinds.count(DuplicateKind.near),
            copied=sum(slot.copied and isinstance(slot.outcome, ArticleResult) for slot in part.slots),
            words=part.words,
            seconds=self._finished - began,
        )
        return MadePart(PartHead(part.start, part.end, counts, tuple(prints), tuple(kinds)), results, part.quarantined)

    def _slot(self, article: Article, part: _OpenPart) -> Slot:
        """Take an article in: its claims are copied where the same text was read before, else it waits to be read."""
        print_ = fingerprint_of(article, self._near)
        slot = Slot(article, print_)
        if print_ is not None:
            twin = part.by_exact.setdefault(print_.exact, slot)
            if twin is slot:
                twin = self._twin_in_open_parts(print_) or slot
            part.by_folded.setdefault(print_.folded, slot)
            if twin is not slot:
                slot.twin, slot.copied = twin, True
                slot.drop_text()
                return slot
            before = self._duplicates.claims_before(print_)
            if before is not None:
                slot.copied = True
                slot.settle(before)
                return slot
        self._queue.add(slot)
        return slot

    def _twin_in_open_parts(self, print_: Fingerprint) -> Slot | None:
        """The slot of an earlier part that will be on disk, and copied from, when that of this text is asked for."""
        if self._duplicates.knows(print_):
            return None
        for part in self._open:
            first = part.by_folded.get(print_.folded)
            if first is not None:
                same = first.fingerprint is not None and first.fingerprint.exact == print_.exact
                return first if same else None
        return None
