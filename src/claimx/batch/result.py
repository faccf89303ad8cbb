"""What a run tells of one article: where it stands in the archive, and its claims."""

from collections.abc import Sequence
from datetime import date

from pydantic import Field

from claimx.archives.article import Article
from claimx.schema.claim import Claim
from claimx.schema.quote import Record

_MOST = 2**63 - 1


class ArticleResult(Record):
    """One article that was read, with the way back to it."""

    article_id: str = Field(description="Its id in the archive, or one made from file and position.")
    source_file: str = Field(description="Path or URL of the file it was read from.")
    position: int = Field(ge=0, description="Number of its record in that file, from 0.")
    published: date | None = Field(default=None, description="Publication date, or null.")
    title: str | None = Field(default=None, description="Headline kept apart from the text, or null.")
    repairs: tuple[str, ...] = Field(default=(), description="What was done to its text or date to read it.")
    duplicate_of: str | None = Field(default=None, description="Id of the earlier article that has the same text.")
    claims: tuple[Claim, ...] = Field(default=(), description="Its casualty claims, in the order of the text.")


def result_of(article: Article, claims: Sequence[Claim]) -> ArticleResult:
    """The result of an article, its strings such that every output format can hold them.

    Raises:
        ValueError: a claim counts beyond 64 bits, which no table can hold.
    """
    for claim in claims:
        if max(claim.count.value or 0, claim.count.max or 0, claim.count.min or 0) > _MOST:
            raise ValueError(f"a count beyond 64 bits: {claim.count.text!r:.100}")
    return ArticleResult(
        article_id=storable(article.id),
        source_file=storable(article.source),
        position=article.position,
        published=article.published,
        title=None if article.title is None else storable(article.title),
        repairs=tuple(storable(repair) for repair in article.repairs),
        claims=tuple(claims),
    )


def storable(text: str) -> str:
    r"""The text with lone surrogates, as in file names that are not UTF-8, written out as ``\udc..``."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
