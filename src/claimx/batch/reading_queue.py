"""Articles that wait to be read together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimx.archives.article import Article
from claimx.batch.likeness.fingerprint import Fingerprint
from claimx.batch.quarantine import Quarantined
from claimx.batch.result import ArticleResult, result_of
from claimx.schema.claim import Claim

#: Reads articles: for each its claims, or the exception that it raised.
ReadArticles = Callable[[list[Article]], Sequence[Sequence[Claim] | Exception]]

#: Articles and characters that are read at once: what bounds the memory, however long the articles are.
_ARTICLES_AT_ONCE = 64
_CHARACTERS_AT_ONCE = 500_000


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

    def drop_text(self) -> None:
        """Free the memory of the text."""
        self.article = replace(self.article, text="")


class ReadingQueue:
    """Collects articles and reads them a batch at a time.

    Args:
        read: reads a batch.
    """

    def __init__(self, read: ReadArticles):
        self._read = read
        self._slots: list[Slot] = []
        self._characters = 0

    def add(self, slot: Slot) -> None:
        """Let an article wait."""
        self._slots.append(slot)
        self._characters += len(slot.article.text)

    @property
    def full(self) -> bool:
        """Whether the waiting articles should be read now."""
        return len(self._slots) >= _ARTICLES_AT_ONCE or self._characters >= _CHARACTERS_AT_ONCE

    def flush(self) -> None:
        """Read the waiting articles and settle them."""
        slots, self._slots, self._characters = self._slots, [], 0
        if slots:
            for slot, claims in zip(slots, self._read([slot.article for slot in slots]), strict=True):
                slot.settle(claims)
