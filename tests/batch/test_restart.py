"""A run that goes on: with the same options only, past damage, without reading again."""

import pytest

from claimx.batch.run import run_batch
from claimx.errors import BatchError
from tests.batch.fakes import FakeFile, make_job, open_fake, read_fake


class StopError(Exception):
    """Ends a run between two readings."""


def stop_after(readings):
    def read(articles):
        nonlocal readings
        readings -= 1
        if readings < 0:
            raise StopError
        return read_fake(articles)

    return read


@pytest.fixture
def begun(tmp_path):
    """An output whose run stopped after three parts of ten records."""
    output = tmp_path / "out.jsonl"
    with pytest.raises(StopError):
        run_batch(make_job(output, part_size=10, options={"min_confidence": 0.5}), stop_after(3), open_fake)
    assert len(list((tmp_path / "out.jsonl.partial").glob("part-*.gz"))) == 3
    return output


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"part_size": 11}, "part_size was 10, is 11"),
        ({"options": {}}, "min_confidence was 0.5, is not given"),
        ({"near_duplicates": 0.8}, "near_duplicates was not given, is 0.8"),
        ({"flat": True}, "flat was False, is True"),
        ({"files": [FakeFile("a.txt", 91), FakeFile("b.txt", 0)]}, "a.txt had 90 bytes, has 91"),
        ({"files": [FakeFile("a.txt", 90)]}, "there were 3 inputs, there are 1"),
        ({"files": [FakeFile("z.txt", 90)]}, r"other inputs \(a.txt was where z.txt is\)"),
    ],
)
def test_other_options_or_inputs_are_refused(begun, options, told):
    asked = {"part_size": 10, "options": {"min_confidence": 0.5}} | options
    with pytest.raises(BatchError, match=rf"an unfinished run with {told}; --restart starts over"):
        run_batch(make_job(begun, **asked), read_fake, open_fake)
    run_batch(make_job(begun, **asked, restart=True), read_fake, open_fake)
    assert begun.exists()


def test_finished_parts_are_not_read_again(begun):
    opened = []

    def open_file(file, start):
        opened.append((file.path, start))
        return open_fake(file, start)

    counts = run_batch(make_job(begun, part_size=10, options={"min_confidence": 0.5}), read_fake, open_file)
    assert opened == [("a.txt", 30), ("b.txt", 0), ("c.txt", 0)]
    assert counts.articles + counts.quarantined == 150


def test_a_reader_that_cannot_skip_is_skipped_for(begun, tmp_path):
    run_batch(
        make_job(begun, part_size=10, options={"min_confidence": 0.5}),
        read_fake,
        lambda file, start: open_fake(file, 0),
    )
    run_batch(make_job(tmp_path / "calm.jsonl"), read_fake, open_fake)
    assert begun.read_bytes() == (tmp_path / "calm.jsonl").read_bytes()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\x1f\x8b garbage")])
def test_a_part_that_is_lost_is_made_again(begun, tmp_path, damage):
    damage(begun.with_name("out.jsonl.partial") / "part-0000001.jsonl.gz")
    run_batch(make_job(begun, part_size=10, options={"min_confidence": 0.5}), read_fake, open_fake)
    run_batch(make_job(tmp_path / "calm.jsonl"), read_fake, open_fake)
    assert begun.read_bytes() == (tmp_path / "calm.jsonl").read_bytes()


def test_a_part_that_is_damaged_behind_its_head_is_noticed(begun, tmp_path):
    path = begun.with_name("out.jsonl.partial") / "part-0000001.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-5])
    job = make_job(begun, part_size=10, options={"min_confidence": 0.5})
    with pytest.raises(BatchError, match="was damaged; the same command makes it again"):
        run_batch(job, read_fake, open_fake)
    run_batch(job, read_fake, open_fake)
    run_batch(make_job(tmp_path / "calm.jsonl"), read_fake, open_fake)
    assert begun.read_bytes() == (tmp_path / "calm.jsonl").read_bytes()


def test_restart_starts_over(begun):
    opened = []

    def open_file(file, start):
        opened.append((file.path, start))
        return open_fake(file, start)

    run_batch(make_job(begun, part_size=10, restart=True), read_fake, open_file)
    assert opened[0] == ("a.txt", 0)


def test_an_output_that_came_since_is_kept(begun):
    begun.write_text("precious")
    job = make_job(begun, part_size=10, options={"min_confidence": 0.5})
    with pytest.raises(BatchError, match="exists; --overwrite"):
        run_batch(job, read_fake, open_fake)
    assert begun.read_text() == "precious"


def test_a_plan_that_cannot_be_read_is_told(begun):
    (begun.with_name("out.jsonl.partial") / "plan.json").write_text("{")
    with pytest.raises(BatchError, match=r"plan\.json: cannot be read; --restart starts over"):
        run_batch(make_job(begun), read_fake, open_fake)
    run_batch(make_job(begun, restart=True), read_fake, open_fake)
