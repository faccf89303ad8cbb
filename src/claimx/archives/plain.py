"""Plain text: one article a file."""

from collections.abc import Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.fields import FieldNames
from claimx.archives.limits import Limits
from claimx.archives.opening import whole


def read_plain(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the article, unless ``start`` is past it.

    Raises:
        DamagedFile: the file cannot be read to its end.
    """
    if start <= 0:
        yield attempt(file.path, 0, _article, file, limits)


def _article(file: ArchiveFile, limits: Limits) -> Article:
    return article_of(file.path, 0, whole(file, limits.record_bytes))
