"""The files of an archive: what paths, folders, globs and URLs stand for."""

import glob
import logging
import os
from collections.abc import Iterator, Sequence

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.faults import reason_of
from claimx.archives.kinds import FORMATS, Format, kind_of, known_format
from claimx.archives.packages import check_packages
from claimx.archives.remote_files import remote_files
from claimx.archives.transport import is_transport
from claimx.archives.urls import is_url
from claimx.errors import ArchiveError

_LOGGER = logging.getLogger(__name__)


def list_files(inputs: Sequence[str], format: str | None = None) -> list[ArchiveFile]:
    """Find the files that the inputs stand for.

    Args:
        inputs: paths of files; of folders, read with the folders in them, hidden files left out; globs (``**`` for
            folders at any depth); the same as URLs of any protocol that fsspec knows (``s3://bucket/news/*.jsonl.gz``).
        format: one of :data:`~claimx.archives.kinds.FORMATS`, to read every file as that; None to tell it by the
            file's extension. A file of unknown extension in a folder or under a glob is left out, with a warning.

    Returns:
        The files, sorted by path, each once: the same list whenever the same files are there.

    Raises:
        ArchiveError: an input is not there, or cannot be listed now, a file named is of no known format, no file is
            found at all, or a package to read one is missing.
    """
    forced = known_format(format) if format is not None else None
    found: dict[str, ArchiveFile] = {}
    for given in inputs:
        for path, size, named in remote_files(given) if is_url(given) else _local_files(given):
            file = _told(path, size, named, forced)
            if file is not None:
                found.setdefault(path if is_url(path) else os.path.realpath(path), file)
    if not found:
        raise ArchiveError(f"no file to read in {', '.join(inputs) or 'no input'}")
    files = sorted(found.values(), key=lambda file: file.path)
    for file in files:
        check_packages(file.format, file.compression, is_url(file.path))
    return files


def _told(path: str, size: int | None, named: bool, forced: Format | None) -> ArchiveFile | None:
    format, compression = kind_of(path)
    format = forced or format
    if format is not None:
        return ArchiveFile(path, format, compression, size)
    if named:
        raise ArchiveError(f"{path}: its extension tells no format; give one of {', '.join(FORMATS)}")
    _LOGGER.warning("%s: left out: its extension tells no format", path)
    return None


def _local_files(given: str) -> Iterator[tuple[str, int | None, bool]]:
    """Each file's path and size, and whether it was named itself."""
    if os.path.isfile(given):
        yield given, _size(given), True
    elif os.path.isdir(given):
        yield from _in_folder(given)
    elif os.path.lexists(given):
        raise ArchiveError(f"{given}: neither a file nor a folder")
    elif glob.has_magic(given):
        for path in sorted(glob.glob(given, recursive=True)):
            if os.path.isfile(path):
                yield path, _size(path), False
            elif os.path.isdir(path) and not given.endswith("**"):
                yield from _in_folder(path)
    else:
        raise ArchiveError(f"{given}: no such file or folder")


def _in_folder(folder: str) -> Iterator[tuple[str, int | None, bool]]:
    for parent, folders, names in os.walk(folder, onerror=_unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)
            if not name.startswith(".") and os.path.isfile(path):
                yield path, _size(path), False


def _unlisted(error: OSError) -> None:
    if is_transport(error):
        raise ArchiveError(f"{error.filename}: cannot be listed: {reason_of(error)}") from error
    _LOGGER.warning("%s: left out: %s", error.filename, reason_of(error))


def _size(path: str) -> int | None:
    try:
        return os.path.getsize(path)
    except OSError:  # it vanished; reading it tells
        return None
