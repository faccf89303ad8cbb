"""The process that reads pages, and what may happen to it and to the one that asks it."""

import os
import signal
import subprocess
import sys
import time

import pytest

from claimx.archives import page_process
from claimx.archives.limits import Limits
from claimx.errors import ArchiveError
from tests.archives.writing import page, read, write

DRIVER = """
import sys
from claimx.archives import page_process
from claimx.archives.limits import Limits
slow = f"<html><body><p {' '.join(f'a{n}' for n in range(200_000))}>x</p></body></html>"
print("runs", flush=True)
try:
    page_process.read_page(slow.encode(), Limits(html_seconds=float(sys.argv[1])))
except KeyboardInterrupt:
    sys.exit(130)
"""


def driver(seconds):
    """A process that reads a page that takes minutes, in a process group of its own, as a terminal would start it."""
    started = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(seconds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert started.stdout.readline() == "runs\n"
    return started


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no process groups")
@pytest.mark.parametrize("seconds", [0.1, 3.0])
def test_ctrl_c_in_a_terminal_ends_both_without_a_word(seconds):
    asking = driver(120)
    time.sleep(seconds)
    os.killpg(asking.pid, signal.SIGINT)  # as a terminal does: to all that it runs
    told = asking.communicate(timeout=60)
    assert (asking.returncode, *told) == (130, "", "")
    with pytest.raises(ProcessLookupError):
        os.killpg(asking.pid, 0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="a process cannot be told to end")
def test_it_ends_some_time_after_the_one_that_asked_was_killed():
    asking = driver(4)
    time.sleep(3)
    asking.kill()
    asking.communicate(timeout=60)  # that is, until no process has its streams open


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be kept from a process")
def test_ctrl_c_does_not_reach_a_process_that_has_just_begun(tmp_path, monkeypatch):
    class Interrupted(subprocess.Popen):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            self.send_signal(signal.SIGINT)

    monkeypatch.setattr(page_process, "_process", None)
    monkeypatch.setattr(page_process.subprocess, "Popen", Interrupted)
    (article,) = read(write(tmp_path, "n.html", page().encode()))
    assert article.title == "A day in Karsu"
    page_process._process.end()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_an_interrupted_question_is_not_taken_for_another(tmp_path, monkeypatch):
    file = write(tmp_path, "n.html", page().encode())
    whole = read(file)

    def interrupted(value, stream):
        stream.write(b"half a question")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("claimx.archives.page_process.pickle.dump", interrupted)
        read(file)
    assert read(file) == whole


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/false"])
def test_one_that_cannot_start_is_no_fault_of_the_page(tmp_path, monkeypatch, executable):
    monkeypatch.setattr(page_process, "_process", None)
    monkeypatch.setattr(page_process.sys, "executable", executable)
    with pytest.raises(ArchiveError, match="the process that reads HTML"):
        read(write(tmp_path, "n.html", page().encode()), limits=Limits(html_seconds=5))
