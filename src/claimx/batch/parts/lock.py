"""Keep two runs off one output."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from claimx.errors import BatchError, OutputError


class RunLock:
    """A file with the number of the process that writes an output, locked while it runs.

    The system unlocks it when the process dies, however it dies: a lock file that is left behind is taken over.

    Args:
        output: the output.

    Attributes:
        taken_over: whether the file was left behind, by a run that was killed.
    """

    def __init__(self, output: Path):
        self._output = output
        self._path = output.with_name(f"{output.name}.lock")
        self._descriptor = -1
        self.taken_over = False

    def __enter__(self) -> Self:
        while True:
            self._descriptor = self._open()
            if not self._lock():
                process = os.pread(self._descriptor, 20, 0).decode("ascii", "replace") if os.name != "nt" else ""
                os.close(self._descriptor)
                told = f"process {process}" if process else "another process"
                raise BatchError(f"{self._output}: {told} is writing it")
            if self._is_ours():
                break
            os.close(self._descriptor)  # its owner removed it between our opening and locking it
        self.taken_over = os.fstat(self._descriptor).st_size > 0
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, str(os.getpid()).encode("ascii"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if os.name == "nt":  # Windows removes no file that is open
            os.close(self._descriptor)
            self._path.unlink(missing_ok=True)
            return
        try:
            self._path.unlink(missing_ok=True)
        finally:
            os.close(self._descriptor)

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise OutputError(f"{self._output}: cannot be written: {error.strerror}") from error

    def _lock(self) -> bool:
        """Lock the open file, unless another process has."""
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                # A lock of the process: its children, who may outlive it, do not hold it, as they would a flock.
                fcntl.lockf(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError as error:  # a file system without locks
            raise OutputError(f"{self._path}: cannot be locked: {error.strerror}") from error
        return True

    def _is_ours(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except FileNotFoundError:
            return False
