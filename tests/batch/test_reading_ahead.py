"""Runs on readers that read elsewhere: several parts are taken in before the first is made."""

import json

import pytest

from claimx.batch.run import run_batch
from tests.batch.fakes import make_job, open_fake, read_fake


class Elsewhere:
    """Reads when it is waited for, in the order in which it was asked."""

    def __init__(self, ahead, read=read_fake):
        self.ahead = ahead
        self.read = read
        self.batches = []
        self.most = 0
        self._waited = 0

    def begin(self, articles):
        number = len(self.batches)
        self.batches.append([article.text for article in articles])
        self.most = max(self.most, len(self.batches) - self._waited)

        def wait():
            assert number == self._waited, "batches are waited for in their order"
            self._waited += 1
            return self.read(articles)

        return wait


def contents(folder):
    manifest = json.loads((folder / "out.jsonl.manifest.json").read_text())
    files = [(folder / name).read_bytes() for name in ("out.jsonl", "out.jsonl.quarantine.jsonl")]
    return files, {**manifest["counts"], "seconds": 0}


def run_here(folder, **options):
    folder.mkdir()
    batches = []

    def read(articles):
        batches.append([article.text for article in articles])
        return read_fake(articles)

    run_batch(make_job(folder / "out.jsonl", **options), read, open_fake)
    return contents(folder), batches


def without_failing(batches):
    """A text that failed in a part on disk is read again; in one that is still open, it is known to fail."""
    kept = [[text for text in batch if text != "fails"] for batch in batches]
    return [batch for batch in kept if batch]


@pytest.mark.parametrize("ahead", [0, 1, 3, 40, 1000])
@pytest.mark.parametrize("options", [{"part_size": 3}, {"part_size": 10, "near_duplicates": 0.9}, {"part_size": 1000}])
def test_the_output_and_the_batches_are_those_of_a_run_here(tmp_path, ahead, options):
    expected, batches = run_here(tmp_path / "here", **options)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere = Elsewhere(ahead)
    run_batch(make_job(folder / "out.jsonl", **options), elsewhere, open_fake)
    assert contents(folder) == expected
    assert without_failing(elsewhere.batches) == without_failing(batches)
    assert elsewhere.most <= ahead + 1
    if options["part_size"] == 3 and ahead > 1:
        assert elsewhere.most > 1


def test_a_run_that_is_killed_goes_on_elsewhere(tmp_path):
    expected, _ = run_here(tmp_path / "here", part_size=3)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for readings in range(40):
        left = iter(range(readings))

        def read_some(articles, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            return read_fake(articles)

        elsewhere = Elsewhere(5, read_some)
        try:
            run_batch(make_job(folder / "out.jsonl", part_size=3, engine="elsewhere"), elsewhere, open_fake)
            break
        except KeyboardInterrupt:
            assert not (folder / "out.jsonl").exists()
    assert contents(folder) == expected
    assert json.loads((folder / "out.jsonl.manifest.json").read_text())["engine"] == "elsewhere"


def test_memory_of_texts_that_are_read_before_is_bounded(tmp_path):
    """An archive of one text, over and over, is not taken in to its end before the first part is made."""
    from claimx.archives.article import Article
    from tests.batch.fakes import FakeFile

    taken = []

    def open_same(file, start):
        for position in range(start, file.size):
            taken.append(position)
            yield Article(f"n{position}", "Nobody was hurt.", None, None, file.path, position)

    seen = []

    def read(articles):
        seen.append(len(taken))
        return read_fake(articles)

    elsewhere = Elsewhere(4, read)
    run_batch(make_job(tmp_path / "out.jsonl", [FakeFile("a", 1000)], part_size=10), elsewhere, open_same)
    assert len(elsewhere.batches) == 1
    assert seen[0] <= 60
