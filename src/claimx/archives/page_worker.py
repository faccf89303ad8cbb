"""The process that page_process.py starts: it reads pages from its input and answers on its output, until it ends."""

import logging
import os
import pickle
import signal
import sys
import warnings
from typing import IO

from claimx.archives.faults import UnreadableRecord
from claimx.archives.page import Page, page_of

_SLACK = 2.0


def main() -> None:
    """Answer each pickled ``(raw, limits, declared, url)`` with a pickled page, or the reason that there is none."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not be taken for an answer
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for systems where it cannot be kept from it; it ends with its input
    import trafilatura  # noqa: F401 - so that importing it does not count as time of the first page

    questions = sys.stdin.buffer
    _answer(answers, None)
    while True:
        try:
            raw, limits, declared, url = pickle.load(questions)
        except EOFError:
            return
        _end_after(limits.html_seconds + _SLACK)
        try:
            _answer(answers, page_of(raw, limits, declared, url))
        except UnreadableRecord as fault:
            _answer(answers, str(fault))
        except Exception as error:  # the page is lost, the process is not
            _answer(answers, f"the page cannot be read: {type(error).__name__}: {error}")
        _end_after(0)


def _end_after(seconds: float) -> None:
    """Have the system end this process: whoever asked for the page may have been killed, and end nothing any more."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(answers: IO[bytes], value: Page | str | None) -> None:
    pickle.dump(value, answers)
    answers.flush()


if __name__ == "__main__":
    main()
