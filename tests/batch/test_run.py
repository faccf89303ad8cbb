import csv
import errno
import gzip
import json
import os

import pyarrow.parquet as pq
import pytest

from claimx.archives.article import Article, Unreadable
from claimx.batch.counts import Counts
from claimx.batch.outputs.flat import FLAT_SCHEMA
from claimx.batch.outputs.jsonl_writer import result_of_line
from claimx.batch.outputs.nested import result_of_row
from claimx.batch.run import run_batch
from claimx.errors import BatchError, OutputError
from tests.batch.fakes import FakeFile, claims_of, make_job, make_text, open_fake, read_fake


def run(output, **options):
    return run_batch(make_job(output, **options), read_fake, open_fake)


def results(path):
    lines = (gzip.open if path.suffix == ".gz" else open)(path, "rb")
    with lines:
        return [result_of_line(line) for line in lines]


def test_every_record_has_a_result_or_a_reason(tmp_path):
    output = tmp_path / "out.jsonl"
    counts = run(output, part_size=7)
    found = results(output)
    put_aside = [json.loads(line) for line in (tmp_path / "out.jsonl.quarantine.jsonl").read_text().splitlines()]
    at = [(result.source_file, result.position) for result in found]
    assert at == sorted(at)
    everything = {(name, position) for name, size in (("a.txt", 90), ("c.txt", 60)) for position in range(size)}
    assert {*at, *((record["source_file"], record["position"]) for record in put_aside)} == everything
    assert len(at) + len(put_aside) == 150
    assert counts.articles == len(found)
    assert counts.quarantined == len(put_aside)
    assert counts.claims == sum(len(result.claims) for result in found)
    for result in found:
        text = make_text(result.source_file, result.position)
        assert result.article_id == f"{result.source_file}-{result.position}"
        assert result.claims == tuple(claims_of(text))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out.jsonl",
        "out.jsonl.manifest.json",
        "out.jsonl.quarantine.jsonl",
    ]


def test_the_size_of_parts_changes_nothing(tmp_path):
    rows = []
    for size in (1, 7, 1000):
        run(tmp_path / f"{size}.jsonl", part_size=size)
        rows.append((tmp_path / f"{size}.jsonl").read_bytes())
    assert rows[0] == rows[1] == rows[2]


def test_all_formats_tell_the_same(tmp_path):
    names = ("out.jsonl", "out.jsonl.gz", "out.parquet", "out.csv", "out.csv.gz")
    for name in names:
        run(tmp_path / name, part_size=40)
    run(tmp_path / "flat.parquet", flat=True)
    run(tmp_path / "flat.jsonl", flat=True)
    found = results(tmp_path / "out.jsonl")
    assert results(tmp_path / "out.jsonl.gz") == found
    assert [result_of_row(row) for row in pq.read_table(tmp_path / "out.parquet").to_pylist()] == found
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    with gzip.open(tmp_path / "out.csv.gz", "rt", newline="") as file:
        assert list(csv.DictReader(file)) == rows
    assert list(rows[0]) == FLAT_SCHEMA.names
    told = [(row["article_id"], row["claim"], row["count_value"], row["evidence"]) for row in rows]
    assert told == [
        (result.article_id, str(i), str(claim.count.value), claim.evidence.text)
        for result in found
        for i, claim in enumerate(result.claims)
    ]
    flat = pq.read_table(tmp_path / "flat.parquet")
    assert flat.schema.names == FLAT_SCHEMA.names
    lines = [json.loads(line) for line in (tmp_path / "flat.jsonl").read_text().splitlines()]
    assert [row["article_id"] for row in flat.to_pylist()] == [row["article_id"] for row in rows]
    assert [row["count_value"] for row in lines] == flat["count_value"].to_pylist()
    assert lines[0]["published"] == rows[0]["published"] == "2024-05-01"


def test_the_manifest_tells_what_was_done(tmp_path):
    counts = run(tmp_path / "out.csv", options={"min_confidence": 0.5}, near_duplicates=0.8)
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text())
    assert manifest["model"] == {"name": "en_fake", "version": "1.0", "sha256": "0" * 64}
    assert manifest["inputs"][0] == {"path": "a.txt", "bytes": 90}
    assert manifest["options"] == {
        "min_confidence": 0.5,
        "format": "csv",
        "flat": True,
        "near_duplicates": 0.8,
        "part_size": 200,
    }
    assert {"torch", "spacy", "python", "pyarrow"} <= manifest["versions"].keys()
    assert manifest["started"] <= manifest["finished"]
    assert manifest["counts"] == counts.to_dict()
    assert counts.words > 1000


def test_nothing_put_aside_leaves_no_file(tmp_path):
    def clean(file, start):
        return (record for record in open_fake(file, start) if not isinstance(record, Unreadable))

    (tmp_path / "out.csv.quarantine.jsonl").write_text("of an older run\n")
    (tmp_path / "out.csv").write_text("old\n")
    files = [FakeFile("a.txt", 3)]
    run_batch(make_job(tmp_path / "out.csv", files, overwrite=True), read_fake, clean)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "out.csv.manifest.json"]


def test_an_archive_without_records_gives_an_empty_output(tmp_path):
    for name in ("out.jsonl", "out.parquet", "out.csv"):
        assert run(tmp_path / name, files=[]) == Counts()
    assert (tmp_path / "out.jsonl").read_bytes() == b""
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0
    assert (tmp_path / "out.csv").read_text() == ",".join(FLAT_SCHEMA.names) + "\n"


def test_an_output_that_exists_is_kept(tmp_path):
    output = tmp_path / "out.csv"
    output.write_text("precious")
    with pytest.raises(BatchError, match=r"out\.csv: exists; --overwrite replaces it"):
        run(output)
    assert output.read_text() == "precious"
    run(output, overwrite=True)
    assert output.read_text() != "precious"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        run(tmp_path / "nowhere" / "out.csv")


def test_a_reader_that_fails_costs_the_rest_of_its_file(tmp_path):
    def failing(file, start):
        for record in open_fake(file, start):
            if file.path == "a.txt" and record.position == 20:
                raise KeyError("no such field")
            yield record

    counts = run_batch(make_job(tmp_path / "out.jsonl", part_size=9), read_fake, failing)
    found = results(tmp_path / "out.jsonl")
    assert max(result.position for result in found if result.source_file == "a.txt") == 19
    assert max(result.position for result in found if result.source_file == "c.txt") == 59
    lines = (tmp_path / "out.jsonl.quarantine.jsonl").read_text().splitlines()
    rest = [record for record in map(json.loads, lines) if record["position"] is None]
    assert [(record["source_file"], record["reason"]) for record in rest] == [("a.txt", "KeyError: 'no such field'")]
    assert counts.quarantined == len(lines)


def test_what_no_format_can_hold_is_put_aside(tmp_path):
    def huge(articles):
        claims = claims_of(articles[0].text)
        count = claims[0].count.model_copy(update={"value": 10**30, "max": 10**30})
        return [[claims[0].model_copy(update={"count": count})], *read_fake(articles[1:])]

    counts = run_batch(make_job(tmp_path / "out.parquet", [FakeFile("a.txt", 3)]), huge, open_fake)
    assert (counts.articles, counts.quarantined) == (2, 1)
    assert "beyond 64 bits" in (tmp_path / "out.parquet.quarantine.jsonl").read_text()


def test_names_that_are_not_unicode_are_written_out(tmp_path):
    def odd(file, start):
        yield Article("\udce9", "Two people were killed.", None, None, "caf\udce9.txt", 0)

    for name in ("out.jsonl", "out.parquet", "out.csv"):
        run_batch(make_job(tmp_path / name, [FakeFile("caf\udce9.txt", 1)]), lambda articles: [[]], odd)
    assert results(tmp_path / "out.jsonl")[0].source_file == "caf\\udce9.txt"


def test_memory_that_runs_out_ends_the_run(tmp_path):
    with pytest.raises(MemoryError):
        run_batch(make_job(tmp_path / "out.csv"), lambda articles: [MemoryError()] * len(articles), open_fake)
    assert (tmp_path / "out.csv.partial").is_dir()
    assert run(tmp_path / "out.csv").articles


def test_a_folder_is_no_output(tmp_path):
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(BatchError, match="is a folder"):
        run(tmp_path / "out.csv", overwrite=True)


def test_a_full_disk_is_told_and_what_is_done_stays(tmp_path, monkeypatch):
    left = 5

    def fsync(descriptor):
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    output = tmp_path / "out.jsonl"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(OutputError, match="No space left on device"):
            run(output, part_size=10)
    assert (tmp_path / "out.jsonl.partial" / "part-0000000.jsonl.gz").exists()
    assert not output.exists()
    run(output, part_size=10)
    run(tmp_path / "calm.jsonl")
    assert output.read_bytes() == (tmp_path / "calm.jsonl").read_bytes()
