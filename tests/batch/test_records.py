from itertools import islice

import pytest

from claimx.archives.article import Article, Unreadable
from claimx.batch.cursor import Cursor
from claimx.batch.own_files import without_own_files
from claimx.batch.records import records_from
from claimx.errors import ArchiveError, BatchError
from tests.batch.fakes import FakeFile

FILES = [FakeFile("a", 10), FakeFile("damaged", 10), FakeFile("broken", 10), FakeFile("none", 0), FakeFile("z", 3)]


def open_damaged(file, start):
    """Three blocks; the middle one breaks off twice over, and tells so without a position whatever the start."""
    for first, last in ((0, 3), (3, 6), (6, file.size)):
        if last > start:
            for position in range(max(start, first), min(last, file.size)):
                if not (file.path == "damaged" and position == 4):
                    yield Article(f"{file.path}{position}", "text", None, None, file.path, position)
                else:
                    break
            if file.path == "damaged" and first == 3:
                yield Unreadable(file.path, None, "a damaged block")
                yield Unreadable(file.path, None, "badly damaged")
        if file.path == "broken" and last == 6:
            raise KeyError("bug")


def test_from_every_cursor_the_rest_comes_once():
    everything = list(records_from(FILES, open_damaged, Cursor()))
    assert len(everything) == 10 + (4 + 2 + 4) + (6 + 1) + 3
    assert len({cursor for cursor, _ in everything}) == len(everything)
    assert [cursor for cursor, _ in everything] == sorted(cursor for cursor, _ in everything)
    for done, (cursor, _) in enumerate(everything, start=1):
        assert list(records_from(FILES, open_damaged, cursor)) == everything[done:]


def test_nothing_is_read_ahead():
    opened = []

    def open_file(file, start):
        opened.append(file.path)
        return open_damaged(file, start)

    list(islice(records_from(FILES, open_file, Cursor()), 10))
    assert opened == ["a"]


def test_a_missing_package_ends_the_run():
    def without_package(file, start):
        raise ArchiveError("needs a package")
        yield

    with pytest.raises(ArchiveError):
        list(records_from(FILES, without_package, Cursor()))


def test_what_a_run_makes_is_no_input(tmp_path):
    output = tmp_path / "out.jsonl"
    own = ["out.jsonl", "out.jsonl.quarantine.jsonl", "out.jsonl.partial/part-0000000.jsonl.gz"]
    files = [FakeFile(str(tmp_path / name), 1) for name in ("news.jsonl", *own)]
    assert without_own_files(files, output) == files[:1]
    with pytest.raises(BatchError, match="the only input is the output"):
        without_own_files(files[1:], output)
