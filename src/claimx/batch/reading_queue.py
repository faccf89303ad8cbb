"""Articles that wait to be read together."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from claimx.archives.article import Article
from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.likeness.fingerprint import Fingerprint
from claimx.batch.quarantine import Quarantined
from claimx.batch.result import ArticleResult, result_of
from claimx.schema.claim import Claim

#: What comes of articles: for each its claims, or the exception that it raised.
Outcomes = Sequence[Sequence[Claim] | Exception]

#: Reads articles.
ReadArticles = Callable[[list[Article]], Outcomes]


class ReadsAhead(Protocol):
    """Reads articles elsewhere, several batches at once."""

    @property
    def ahead(self) -> int:
        """How many batches may be under way."""

    def begin(self, articles: list[Article]) -> Callable[[], Outcomes]:
        """Begin to read a batch; what is returned waits for it. It is called in the order of the batches."""


#: Articles and characters that are read at once: what bounds the memory, however long the articles are.
_ARTICLES_AT_ONCE = 256
_CHARACTERS_AT_ONCE = 1_000_000


@dataclass(slots=True)
class Slot:
    """An article of a part on its way to a result.

    Attributes:
        article: the article; its text is given up when it is read.
        fingerprint: that of its text.
        twin: an earlier article of the same part with the same text, letter for letter: what comes of it comes of this.
        copied: whether its claims are those of another article.
        outcome: what came of it.
    """

    article: Article
    fingerprint: Fingerprint | None
    twin: "Slot | None" = None
    copied: bool = False
    outcome: ArticleResult | Quarantined | None = None

    def settle(self, claims: Sequence[Claim] | Exception) -> None:
        """Take the claims of the article, or the reason why there are none."""
        try:
            if isinstance(claims, Exception):
                raise claims
            self.outcome = result_of(self.article, claims)
        except MemoryError:
            raise
        except Exception as error:
            self.outcome = Quarantined.failed(self.article, error)
        self.drop_text()

    def result(self) -> ArticleResult | Quarantined:
        """What came of the article; of one with a twin, what came of that, which must be settled."""
        twin = None if self.twin is None else self.twin.outcome
        if isinstance(twin, ArticleResult):
            self.settle(twin.claims)
        elif twin is not None:
            self.outcome = Quarantined.of(self.article, twin.reason)
        assert self.outcome is not None, "every article is read or has a twin that is"
        return self.outcome

    def drop_text(self) -> None:
        """Free the memory of the text."""
        self.article = replace(self.article, text="")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A batch that is under way, and what is done when it is read."""

    slots: list[Slot]
    outcomes: Callable[[], Outcomes]
    new: Counts
    end: Cursor


class ReadingQueue:
    """Collects articles and reads them a batch at a time.

    Args:
        read: reads a batch; one that reads elsewhere is given more batches before the first is settled.
        advance: told, after each reading, what was done since it was last told, and how far the inputs are read.
    """

    def __init__(self, read: ReadArticles | ReadsAhead, advance: Callable[[Counts, Cursor], None]):
        self._read = read
        self._advance = advance
        self._slots: list[Slot] = []
        self._characters = 0
        self._under_way: deque[_Reading] = deque()
        self._settled = 0

    def add(self, slot: Slot) -> None:
        """Let an article wait."""
        self._slots.append(slot)
        self._characters += len(slot.article.text)

    @property
    def full(self) -> bool:
        """Whether the waiting articles should be read now."""
        return len(self._slots) >= _ARTICLES_AT_ONCE or self._characters >= _CHARACTERS_AT_ONCE

    @property
    def ahead(self) -> int:
        """How many batches may be under way."""
        return 0 if callable(self._read) else self._read.ahead

    @property
    def has_room(self) -> bool:
        """Whether one more batch may be under way."""
        return len(self._under_way) < self.ahead

    def flush(self, new: Counts, end: Cursor) -> int:
        """Begin to read the waiting articles, and settle those before them of which too many are under way.

        Args:
            new: what is done when they are read.
            end: how far the inputs are read then.

        Returns:
            Its number, for :meth:`settle`.
        """
        slots, self._slots, self._characters = self._slots, [], 0
        self._under_way.append(_Reading(slots, self._begun([slot.article for slot in slots]), new, end))
        number = self._settled + len(self._under_way)
        self.settle(number - self.ahead)
        return number

    def settle(self, number: int) -> None:
        """Settle the articles of every batch up to the one of a number."""
        while self._settled < number:
            reading = self._under_way.popleft()
            for slot, claims in zip(reading.slots, reading.outcomes(), strict=True):
                slot.settle(claims)
            self._settled += 1
            self._advance(reading.new, reading.end)

    def _begun(self, articles: list[Article]) -> Callable[[], Outcomes]:
        if not articles:
            return list
        if not callable(self._read):
            return self._read.begin(articles)
        outcomes = self._read(articles)
        return lambda: outcomes
