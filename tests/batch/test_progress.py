import io
import os
from itertools import count

import pytest
from rich.console import Console

from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.progress.progress import Progress
from claimx.batch.progress.progress_bar import ProgressBar
from claimx.batch.progress.progress_log import ProgressLog
from claimx.batch.progress.read_offset import read_offset
from claimx.batch.progress.span_of_time import span_of_time
from claimx.batch.run import run_batch
from tests.batch.fakes import FakeFile, make_job, open_fake, read_fake

FILES = [FakeFile("a", 100), FakeFile("b", 300)]


@pytest.fixture
def clock(monkeypatch):
    """Time goes on by a second whenever somebody looks."""
    ticks = count(1)
    for module in ("progress", "progress_log"):
        monkeypatch.setattr(f"claimx.batch.progress.{module}.monotonic", lambda: float(next(ticks)))


def test_share_and_time_left(clock):
    progress = Progress()
    progress.begin(FILES, Counts(), Cursor())
    assert (progress.share, progress.seconds_left) == (0.0, None)
    progress.advance(Counts(articles=10), Cursor(0, 10))
    assert progress.share is None, "nobody knows how many records the first file has"
    progress.advance(Counts(articles=40), Cursor(1, 0))
    assert progress.share == 0.25
    progress.advance(Counts(articles=29, quarantined=1), Cursor(1, 30))
    assert progress.share == pytest.approx((100 + 30 * 100 / 50) / 400)
    elapsed = progress.elapsed + 1
    assert progress.seconds_left == pytest.approx(elapsed * (1 - progress.share) / progress.share)
    progress.advance(Counts(articles=1000), Cursor(1, 1000))
    assert progress.share == 1.0
    progress.advance(Counts(), Cursor(2, 0))
    assert progress.share == 1.0


def test_a_run_that_goes_on_tells_its_own_rate(clock):
    progress = Progress()
    progress.begin(FILES, Counts(articles=500, words=900), Cursor(1, 0))
    progress.advance(Counts(articles=10, words=30), Cursor(1, 10))
    assert progress.articles_per_second <= 10
    assert progress.words_per_second <= 30
    assert progress.counts.articles == 510
    assert progress.seconds_left > progress.elapsed


def test_files_of_unknown_size_count_alike():
    progress = Progress()
    progress.begin([FakeFile("a", None), FakeFile("b", 10**9)], Counts(), Cursor())
    progress.advance(Counts(articles=3), Cursor(1, 0))
    assert progress.share == 0.5


@pytest.mark.skipif(not os.path.isdir("/proc/self/fdinfo"), reason="only Linux tells")
def test_the_system_tells_how_far_a_file_is_read(tmp_path):
    path = tmp_path / "archive"
    path.write_bytes(b"x" * 1000)
    assert read_offset(str(path)) is None
    with path.open("rb", buffering=0) as file:
        file.read(250)
        assert read_offset(str(path)) == 0.25
    assert read_offset("https://example.org/a.jsonl") is None


def test_a_line_now_and_then_where_there_is_no_terminal(tmp_path, clock):
    lines = []
    run_batch(make_job(tmp_path / "out.csv", part_size=10), read_fake, open_fake, ProgressLog(lines.append, period=4))
    assert lines[0] == "3 files, 0.0 MB"
    assert "articles/s" in lines[1]
    assert "words/s" in lines[1]
    assert any("% done" in line and "left" in line for line in lines)
    assert lines[-1] == "writing the output: part 15 of 15"
    assert 5 < len(lines) < 30


def test_a_bar_on_a_terminal(tmp_path):
    terminal = io.StringIO()
    bar = ProgressBar(Console(file=terminal, force_terminal=True, width=150))
    run_batch(make_job(tmp_path / "out.csv", part_size=10), read_fake, open_fake, bar)
    assert "articles/s" in terminal.getvalue() or "writing" in terminal.getvalue()


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00:00"), (59.6, "0:01:00"), (3661, "1:01:01"), (200_000, "2 d 7:33:20")]
)
def test_spans_of_time(seconds, told):
    assert span_of_time(seconds) == told
