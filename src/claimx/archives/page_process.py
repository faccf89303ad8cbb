"""Read HTML pages in a process of their own, which can be ended.

A page can be made on which the parser takes hours, and nothing inside a process stops a C library. So one process,
started with the first page and kept for all others, reads them; a page that takes longer than its time ends it, and
the next page starts another.
"""

import atexit
import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from claimx.archives.faults import UnreadableRecord
from claimx.archives.limits import Limits
from claimx.archives.page import Page

_STARTING = 300.0
_LOCK = threading.Lock()


def read_page(raw: bytes, limits: Limits, declared: str | None = None, url: str | None = None) -> Page:
    """Read a page within the time that ``limits`` allow; the arguments are those of :func:`page.page_of`.

    Raises:
        UnreadableRecord: as :func:`page.page_of`, or it takes too long, or ends the process that reads it.
    """
    global _process
    if len(raw) > limits.html_bytes:
        raise UnreadableRecord(f"an HTML page longer than {limits.html_bytes:,} bytes")
    with _LOCK:
        if _process is None or not _process.usable():
            _process = _PageProcess()
        try:
            return _process.read((raw, limits, declared, url), limits.html_seconds)
        except _EndedError as ended:
            _process = None
            raise UnreadableRecord(str(ended)) from ended


class _EndedError(Exception):
    """The process is no more."""


class _PageProcess:
    def __init__(self) -> None:
        self.owner = os.getpid()
        # The package may have been found through sys.path alone.
        paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
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
