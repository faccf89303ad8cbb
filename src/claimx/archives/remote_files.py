"""The files that a URL stands for, listed by fsspec."""

import glob
from collections.abc import Iterator
from typing import Any

from claimx.archives.faults import reason_of
from claimx.errors import ArchiveError


def remote_files(given: str) -> Iterator[tuple[str, int | None, bool]]:
    """Yield each file's URL, its size in bytes where it is known, and whether it was named itself.

    Args:
        given: URL of a file, a folder or a glob; a chained one (``zip://a.jsonl::s3://b.zip``) names one file.

    Raises:
        ArchiveError: there is no such file or folder, or the place cannot be reached.
    """
    if "::" in given:  # fsspec lists no URLs inside a chain
        yield given, None, True
        return
    try:
        found = list(_found(given))
    except Exception as error:  # each protocol has exceptions of its own
        raise ArchiveError(f"{given}: cannot be listed: {reason_of(error)}") from error
    if not found:
        raise ArchiveError(f"{given}: no such file or folder")
    yield from found


def _found(given: str) -> Iterator[tuple[str, int | None, bool]]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(given)
    if system.isfile(path):
        yield given, _size(system.info(path)), True
        return
    if glob.has_magic(path):
        details = system.glob(path, detail=True)
        for name, info in details.items():
            if info.get("type") == "directory" and not path.endswith("**"):
                details = {**details, **system.find(name, detail=True)}
    else:
        details = system.find(path, detail=True)
    below = _folder_of(path)
    for name, info in sorted(details.items()):
        hidden = any(part.startswith(".") for part in name.removeprefix(below).split("/"))
        if info.get("type") != "directory" and not hidden:
            yield system.unstrip_protocol(name), _size(info), False


def _folder_of(path: str) -> str:
    """The part of a path, or glob, that was given in full: hidden folders in it were meant."""
    folders: list[str] = []
    for part in path.split("/"):
        if glob.has_magic(part):
            break
        folders.append(part)
    return "/".join(folders)


def _size(info: dict[str, Any]) -> int | None:
    size = info.get("size")
    return size if isinstance(size, int) else None
