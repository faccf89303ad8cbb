"""Write what a user asked for to where it was asked for, or say in one line why not."""

from pathlib import Path

from claimx.errors import OutputError


def check_writable(path: Path) -> None:
    """Make sure that a file can be written, before work is done for it.

    Raises:
        OutputError: the path is a folder, its folder does not exist, or the file system refuses.
    """
    try:
        with path.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, and make sure that files can be written to it.

    Raises:
        OutputError: the file system refuses.
    """
    probe = path / ".claimx"
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(f"{path}: cannot be written to: {error.strerror}") from error
