"""Files that are one article each: plain text and HTML."""

from collections.abc import Callable, Iterator

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.building import article_of, attempt
from claimx.archives.fields import FieldNames
from claimx.archives.limits import Limits
from claimx.archives.opening import whole
from claimx.archives.page_process import read_page


def read_plain(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the text, unless ``start`` is past it.

    Raises:
        DamagedFile: the file cannot be read to its end.
    """
    return _one(_of_text, file, limits, start)


def read_html(file: ArchiveFile, fields: FieldNames, limits: Limits, start: int) -> Iterator[Article | Unreadable]:
    """Yield the page, unless ``start`` is past it.

    Raises:
        DamagedFile: the file cannot be read to its end.
    """
    return _one(_of_page, file, limits, start)


def _one(
    build: Callable[[ArchiveFile, Limits], Article], file: ArchiveFile, limits: Limits, start: int
) -> Iterator[Article | Unreadable]:
    if start <= 0:
        yield attempt(file.path, 0, build, file, limits)


def _of_text(file: ArchiveFile, limits: Limits) -> Article:
    return article_of(file.path, 0, whole(file, limits.record_bytes))


def _of_page(file: ArchiveFile, limits: Limits) -> Article:
    page = read_page(whole(file, limits.html_bytes), limits)
    return article_of(file.path, 0, page.text, page.title, page.published, None, page.repairs)
