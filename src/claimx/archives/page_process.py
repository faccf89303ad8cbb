"""Read HTML pages in a process of their own, which can be ended.

A page can be made on which the parser takes hours, and nothing inside a process stops a C library. So one process,
started with the first page and kept for all others, reads them; a page that takes longer than its time ends it, and
the next page starts another.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimx.archives.faults import UnreadableRecord, reason_of
from claimx.archives.limits import Limits
from claimx.archives.page import Page
from claimx.errors import ArchiveError

_STARTING = 300.0
_LOCK = threading.Lock()


def read_page(raw: bytes, limits: Limits, declared: str | None = None, url: str | None = None) -> Page:
    """Read a page within the time that ``limits`` allow; the arguments are those of :func:`page.page_of`.

    Raises:
        UnreadableRecord: as :func:`page.page_of`, or it takes too long, or ends the process that reads it.
        ArchiveError: that process cannot be started, which is no fault of the page.
    """
    global _process
    if len(raw) > limits.html_bytes:
        raise UnreadableRecord(f"an HTML page longer than {limits.html_bytes:,} bytes")
    with _LOCK:
        if _process is None or not _process.usable():
            _process = _started()
        try:
            return _process.read((raw, limits, declared, url), limits.html_seconds)
        except _EndedError as ended:
            _process = None
            raise UnreadableRecord(str(ended)) from ended


def _started() -> "_PageProcess":
    try:
        return _PageProcess()
    except OSError as error:
        raise ArchiveError(f"the process that reads HTML cannot be started: {reason_of(error)}") from error
    except _EndedError as error:
        raise ArchiveError("the process that reads HTML ends before it has read any") from error


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Within it, a process is started that Ctrl-C never reaches: it inherits what is blocked here.

    A terminal sends Ctrl-C to the new process too, maybe before it can ask for nothing of the kind.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _EndedError(Exception):
    """The process is no more."""


class _PageProcess:
    def __init__(self) -> None:
        self.owner = os.getpid()
        # The package may have been found through sys.path alone.
        paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
        with _without_interrupts():
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "claimx.archives.page_worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
            )
        atexit.register(self.end)
        self._answer(_STARTING)

    def usable(self) -> bool:
        """Whether it still runs, and was not started by the process that this one was forked off."""
        return self.owner == os.getpid() and self._process.poll() is None

    def read(self, question: tuple[bytes, Limits, str | None, str | None], seconds: float) -> Page:
        assert self._process.stdin is not None
        try:
            pickle.dump(question, self._process.stdin)
            self._process.stdin.flush()
        except OSError as error:
            self.end()
            raise _EndedError("the process that reads HTML had ended") from error
        except BaseException:  # interrupted: half a page is asked
            self.end()
            raise
        answer = self._answer(seconds)
        if isinstance(answer, Page):
            return answer
        raise UnreadableRecord(str(answer))

    def _answer(self, seconds: float) -> object:
        assert self._process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            return pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.end()
            said = f"the page takes longer than {seconds:g} seconds" if late.is_set() else "the page ends its reader"
            raise _EndedError(said) from error
        except BaseException:  # interrupted: the answer, when it comes, must not be taken for another page's
            self.end()
            raise
        finally:
            timer.cancel()

    def end(self) -> None:
        """End the process, unless it is another's."""
        if self.owner != os.getpid():
            return
        atexit.unregister(self.end)
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written has no reader
                    stream.close()
        self._process.wait()


_process: _PageProcess | None = None
