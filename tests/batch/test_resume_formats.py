"""Every reader, from every record on: what comes is what comes from the start, less what is done."""

import errno
import gzip
import io
import json
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd

from claimx.archives import steady_file
from claimx.archives.files import list_files
from claimx.archives.read import read_file
from claimx.batch.cursor import Cursor
from claimx.batch.records import records_from
from claimx.batch.run import run_batch
from claimx.errors import ArchiveUnreachableError
from tests.archives.writing import STORY, compressed, delimited, jsonl, page, parquet, warc_record
from tests.batch.fakes import make_job, read_fake

ROWS = [
    {
        "id": f"a{n}",
        "title": f"Day “{n}”",
        "text": f"{STORY}\n\nOn day {n}, “{n} more” died." if n % 5 != 2 else "",
        "date": f"2019-05-{n + 1:02}" if n % 5 != 3 else "someday",
    }
    for n in range(20)
]
PAGES = [page(f"<p>{STORY * 3}Page {n}.</p>").encode() if n % 4 != 2 else b"<p>no page</p>" for n in range(10)]
OTHERS = [warc_record(90, b"x", kind="request"), warc_record(91, b"%PDF", headers="Content-Type: application/pdf\r\n")]


def crawl():
    """Records of a crawl, pages between others."""
    records = []
    for number, body in enumerate(PAGES):
        records += [warc_record(number, body), OTHERS[number % 2]]
    return records


def in_members(records, compress, sizes):
    """Compressed in several members, of one record or more."""
    data, at = b"", 0
    while at < len(records):
        size = next(sizes)
        data += compress(b"".join(records[at : at + size]))
        at += size
    return data


def sizes(seed):
    chance = random.Random(seed)
    while True:
        yield chance.choice((1, 1, 2, 5))


FILES = {
    "a.jsonl": jsonl(ROWS).replace(b"\n", b"\n\n{\n", 3),
    "a.jsonl.gz": in_members(jsonl(ROWS).splitlines(keepends=True), gzip.compress, sizes(1)),
    "a.jsonl.zst": in_members(jsonl(ROWS).splitlines(keepends=True), zstd.compress, sizes(2)),
    "a-cut.jsonl.gz": compressed(jsonl(ROWS), ".gz")[:-40],
    "array.json": json.dumps([*ROWS, None, 3], indent=1).encode(),
    "array.json.zst": compressed(json.dumps(ROWS).encode(), ".zst"),
    "cut.json": json.dumps(ROWS).encode()[:-100],
    "lines.json.gz": compressed(jsonl(ROWS), ".gz"),
    "list.json": json.dumps({"status": "ok", "articles": ROWS}).encode(),
    "rows.csv": delimited(ROWS).replace(b"a7,", b"a7,too,many,"),
    "open-quote.csv": delimited(ROWS) + b'x,"never closed\nx,y\n',
    "rows.tsv.zst": compressed(delimited(ROWS, "\t"), ".zst"),
    "cut.csv.gz": compressed(delimited(ROWS), ".gz")[:-60],
    "one-group.parquet": parquet(ROWS, 100),
    "groups.parquet": parquet(ROWS, 3),
    "many.parquet": parquet(pa.table({"text": [f"{n} people died." if n % 7 else None for n in range(1500)]}), 1400),
    "whole.parquet.gz": compressed(parquet(ROWS, 6), ".gz"),
    "crawl.warc": b"".join(crawl()),
    "one-by-one.warc.gz": b"".join(map(gzip.compress, crawl())),
    "members.warc.gz": in_members(crawl(), gzip.compress, sizes(3)),
    "frames.warc.zst": in_members(crawl(), zstd.compress, sizes(4)),
    "cut.warc.gz": b"".join(map(gzip.compress, crawl()))[:-400],
    "page.html": PAGES[0],
    "no-page.html.gz": gzip.compress(PAGES[2]),
    "note.txt": STORY.encode(),
    "empty.txt": b"",
}


def damaged_group():
    """A table of four row groups, of which the second cannot be read."""
    data = bytearray(parquet(ROWS, 5))
    column = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(2)
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    return bytes(data)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "damaged-group.parquet").write_bytes(damaged_group())
    pages = folder / "pages"
    pages.mkdir()
    for number, body in enumerate(PAGES):
        (pages / f"{number}.html").write_bytes(body)
    return folder


def open_file(file, start):
    return read_file(file, start=start)


def rest(records, start):
    """What is left of the records from one on; what is wrong with the file itself is told each time."""
    return [record for record in records if record.position is None or record.position >= start]


@pytest.mark.parametrize("name", FILES)
def test_a_file_from_every_record_on(archive, name):
    (file,) = list_files([str(archive / name)])
    whole = list(open_file(file, 0))
    count = sum(record.position is not None for record in whole)
    assert [record.position for record in whole if record.position is not None] == list(range(count))
    for start in range(count + 2) if count < 50 else (0, 1, 1023, 1024, 1025, 1399, 1400, 1499, 1500, 1501):
        assert list(open_file(file, start)) == rest(whole, start)


def test_a_table_with_a_damaged_row_group_from_every_row_on(archive):
    (file,) = list_files([str(archive / "damaged-group.parquet")])
    whole = list(open_file(file, 0))
    assert [record.position for record in whole] == [*range(5), None, *range(10, 20)]
    for start in range(22):
        # A group that lies before the start is not read, and its damage not told.
        told = rest(whole, start) if start < 10 else [r for r in rest(whole, start) if r.position is not None]
        assert list(open_file(file, start)) == told


def test_a_folder_of_all_of_them_from_any_cursor_on(archive):
    files = [file for file in list_files([str(archive)]) if "many" not in file.path]
    everything = list(records_from(files, open_file, Cursor()))
    cursors = [cursor for cursor, _ in everything]
    assert len(set(cursors)) == len(cursors) > 300
    for done, cursor in enumerate(cursors):
        if done % 17 == 0 or cursor.file != cursors[done - 1].file:
            assert list(records_from(files, open_file, cursor)) == everything[done + 1 :]


def test_a_run_that_is_stopped_in_every_part_gives_the_same_output(archive, tmp_path):
    files = [file for file in list_files([str(archive)]) if "many" not in file.path]
    calm, stopped = tmp_path / "calm.jsonl", tmp_path / "stopped.jsonl"
    run_batch(make_job(calm, files, part_size=11), read_fake, open_file)
    parts = tmp_path / "stopped.jsonl.partial"
    runs = 0
    while not stopped.exists():
        left = [40]

        def failing(file, start, left=left):
            for record in open_file(file, start):
                left[0] -= 1
                if left[0] < 0:
                    raise ArchiveUnreachableError(f"{file.path}: Input/output error")
                yield record

        before = len(list(parts.glob("part-*.gz")))
        try:
            run_batch(make_job(stopped, files, part_size=11), read_fake, failing)
        except ArchiveUnreachableError:
            assert len(list(parts.glob("part-*.gz"))) > before, "what is done stays"
        runs += 1
    assert runs > 5
    assert stopped.read_bytes() == calm.read_bytes()
    quarantines = [(tmp_path / f"{name}.jsonl.quarantine.jsonl").read_bytes() for name in ("calm", "stopped")]
    assert quarantines[0] == quarantines[1]
    assert b"Input/output" not in quarantines[1]


def test_a_disk_that_fails_ends_the_run_and_writes_off_nothing(archive, tmp_path, monkeypatch):
    files = list_files([str(archive / "a.jsonl"), str(archive / "groups.parquet"), str(archive / "pages")])
    calm, ended = tmp_path / "calm.jsonl", tmp_path / "ended.jsonl"
    run_batch(make_job(calm, files, part_size=5), read_fake, open_file)
    real = steady_file._open

    def failing(path):
        if path.endswith(".parquet"):
            raise OSError(errno.EIO, "Input/output error")
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr(steady_file, "_open", failing)
        patched.setattr(steady_file, "_WAITS", (0.0,))
        with pytest.raises(ArchiveUnreachableError) as told:
            run_batch(make_job(ended, files, part_size=5), read_fake, open_file)
    fault = "cannot be opened at byte 0, tried 2 times: Input/output error"
    assert str(told.value) == f"{archive / 'groups.parquet'}: {fault}"
    assert len(list((tmp_path / "ended.jsonl.partial").glob("part-*.gz"))) == 4
    run_batch(make_job(ended, files, part_size=5), read_fake, open_file)
    assert ended.read_bytes() == calm.read_bytes()
