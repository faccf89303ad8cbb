"""What comes of the articles of a batch, read as a run would read them."""

from collections.abc import Iterable, Iterator

from claimx.archives.article import Article, Unreadable
from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.job import PART_SIZE
from claimx.batch.likeness.fingerprint import fingerprint_of
from claimx.batch.quarantine import Quarantined
from claimx.batch.reading_queue import ReadArticles, ReadingQueue, Slot
from claimx.batch.result import ArticleResult


def outcomes_of(articles: Iterable[Article | Unreadable], read: ReadArticles) -> Iterator[ArticleResult | Quarantined]:
    """Read articles; each has its outcome, in their order.

    The same articles are read together as in a run over a file of these rows, so that the claims are the same to the
    last digit of a confidence; a text that stands in it twice is read once.
    """
    queue = ReadingQueue(read, lambda new, end: None)
    slots: list[Slot | Quarantined] = []
    first_of: dict[bytes, Slot] = {}
    for position, article in enumerate(articles, start=1):
        if isinstance(article, Unreadable):
            slots.append(Quarantined.unreadable(article))
        else:
            slot = Slot(article, fingerprint_of(article, None))
            twin = slot if slot.fingerprint is None else first_of.setdefault(slot.fingerprint.exact, slot)
            if twin is slot:
                queue.add(slot)
            else:
                slot.twin = twin
                slot.drop_text()
            slots.append(slot)
        if queue.full or position % PART_SIZE == 0:
            queue.flush(Counts(), Cursor())
    queue.flush(Counts(), Cursor())
    for each in slots:
        yield each if isinstance(each, Quarantined) else each.result()
