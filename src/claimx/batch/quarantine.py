"""Records that could not be read or processed, with the reason."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from claimx.archives.article import Article, Unreadable
from claimx.batch.result import storable

_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that has no result.

    Attributes:
        source_file: path or URL of its file.
        position: number of the record in that file; None where the rest of the file is meant.
        article_id: its id, where it could be read as an article.
        reason: what is wrong with it, one line.
    """

    source_file: str
    position: int | None
    article_id: str | None
    reason: str

    @classmethod
    def unreadable(cls, record: Unreadable) -> Self:
        """A record that is no article."""
        return cls(storable(record.source), record.position, None, _line(record.reason))

    @classmethod
    def failed(cls, article: Article, error: Exception) -> Self:
        """An article whose claims could not be read."""
        return cls.of(article, error_line(error))

    @classmethod
    def of(cls, article: Article, reason: str) -> Self:
        """An article that has no result, for a reason."""
        return cls(storable(article.source), article.position, storable(article.id), reason)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object."""
        return asdict(self)


def error_line(error: BaseException) -> str:
    """What an exception says, in one line that is not too long."""
    said = _line(str(error))
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _line(text: str) -> str:
    return storable(" ".join(text.split()))[:_LONGEST_REASON]
