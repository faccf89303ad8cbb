"""Files that are there wholly or not at all, also where the power fails."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name in its folder, and rename it when its bytes are on the disk."""
    temporary = temporary_name(path)
    temporary.write_bytes(data)
    sync_file(temporary)
    rename(temporary, path)


def temporary_name(path: Path) -> Path:
    """The name, in the same folder, of a file that is not yet whole."""
    return path.with_name(f"{path.name}.tmp")


def rename(source: Path, target: Path) -> None:
    """Rename a file, replacing what has that name, and make the new name last."""
    os.replace(source, target)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until a folder's names are on the disk, where the system can tell."""
    with _folder(path) as descriptor:
        if descriptor is not None:
            os.fsync(descriptor)


@contextmanager
def _folder(path: Path) -> Iterator[int | None]:
    if os.name == "nt":  # Windows opens no folders
        yield None
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
