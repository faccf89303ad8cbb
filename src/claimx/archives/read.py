"""Read archives: their files in order, article by article, whatever happens on the way."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.faults import DamagedFile, one_line
from claimx.archives.fields import FieldNames
from claimx.archives.kinds import Format
from claimx.archives.limits import Limits
from claimx.archives.packages import check_packages
from claimx.archives.urls import is_url

_Reader = Callable[[ArchiveFile, FieldNames, Limits, int], Iterator[Article | Unreadable]]

_READERS: dict[Format, tuple[str, str]] = {
    "jsonl": ("claimx.archives.jsonl", "read_jsonl"),
    "json": ("claimx.archives.json_file", "read_json"),
    "csv": ("claimx.archives.delimited", "read_delimited"),
    "tsv": ("claimx.archives.delimited", "read_delimited"),
    "parquet": ("claimx.archives.parquet", "read_parquet"),
    "text": ("claimx.archives.one_article", "read_plain"),
    "html": ("claimx.archives.one_article", "read_html"),
    "warc": ("claimx.archives.warc", "read_warc"),
}


def read_archive(
    files: Sequence[ArchiveFile], fields: FieldNames | None = None, limits: Limits | None = None
) -> Iterator[Article | Unreadable]:
    """Yield every record of every file, in the order of the files, as an article or as what could not be read.

    The same files give the same records in the same order, each time. Memory does not grow with their number or
    length. No file, whatever is in it, raises; a disk or network that fails, and fails again, does.

    Args:
        files: as :func:`~claimx.archives.files.list_files` gives them.
        fields: where records keep text, title, date and id; None for the usual names.
        limits: bounds on what is read; None for the usual ones.

    Raises:
        ArchiveError: a package that a file needs is not installed.
        ArchiveUnreachableError: the disk or network that a file is on fails, however often it is tried.
        OutputError: there is no room for what has to be unpacked on disk.
    """
    for file in files:
        yield from read_file(file, fields, limits)


def read_file(
    file: ArchiveFile, fields: FieldNames | None = None, limits: Limits | None = None, start: int = 0
) -> Iterator[Article | Unreadable]:
    """Yield the records of one file.

    Args:
        file: the file.
        fields: where records keep text, title, date and id; None for the usual names.
        limits: bounds on what is read; None for the usual ones.
        start: how many records to skip, as cheaply as the format allows: those that come have positions from
            ``start`` on. What is wrong with the file itself, or the rest of it, is told whatever ``start`` is, as
            long as the reader comes by it.

    Raises:
        ArchiveError: a package that the file needs is not installed, or the process that reads HTML cannot start.
        ArchiveUnreachableError: the disk or network that it is on fails, however often it is tried. What came before
            stands, and reading can go on with ``start``.
        OutputError: there is no room for what has to be unpacked on disk.
    """
    check_packages(file.format, file.compression, is_url(file.path))
    module, name = _READERS[file.format]
    # Here, not at the top: each format brings packages of its own.
    reader: _Reader = getattr(import_module(module), name)
    try:
        yield from reader(file, fields or FieldNames(), limits or Limits(), start)
    except DamagedFile as damage:
        yield Unreadable(file.path, None, one_line(str(damage)))
