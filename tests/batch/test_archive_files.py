"""Runs over real files: whatever the format, a run that goes on reads on where it was."""

import gzip
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimx.archives.files import list_files
from claimx.archives.read import read_file
from claimx.batch.cursor import Cursor
from claimx.batch.records import records_from

LINES = [json.dumps({"id": f"n{i}", "text": f"In raid number {i} two people were killed."}) for i in range(20)]


@pytest.fixture
def archive(tmp_path):
    """Files of several formats, some of them damaged."""
    broken = [*LINES[:7], "{", "", '{"id": 3}', *LINES[7:]]
    (tmp_path / "a.jsonl").write_text("\n".join(broken))
    whole = gzip.compress("\n".join(LINES).encode())
    (tmp_path / "b.jsonl.gz").write_bytes(whole)
    (tmp_path / "c.jsonl.gz").write_bytes(whole[:-20])
    (tmp_path / "d.csv").write_text("id,text,date\n1,Two were killed.,2024-05-01\n2,,\n3,Three died.,someday\n")
    (tmp_path / "e.txt").write_text("Four people were killed.")
    pq.write_table(
        pa.table({"text": [f"{i} people died." for i in range(30)]}), tmp_path / "f.parquet", row_group_size=10
    )
    (tmp_path / "g.parquet").write_bytes(b"no Parquet")
    return tmp_path


def test_from_every_cursor_the_rest_comes_once(archive):
    files = list_files([str(archive)])
    everything = list(records_from(files, lambda file, start: read_file(file, start=start), Cursor()))
    assert len(everything) > 90
    assert len({cursor for cursor, _ in everything}) == len(everything)
    for done, (cursor, _) in enumerate(everything, start=1):
        rest = list(records_from(files, lambda file, start: read_file(file, start=start), cursor))
        assert rest == everything[done:]
