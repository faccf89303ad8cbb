"""Files cut short, of the wrong kind, gone, forbidden: what can be read is read, the rest is told, the next goes on."""

import gzip
import os
import random
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.article import Article, Unreadable
from claimx.archives.read import read_archive
from tests.archives.writing import RECORDS, STORY, compressed, delimited, jsonl, read, reasons, texts, write

_FIXTURE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
# Incompressible enough that a cut anywhere falls among the records.
_LETTERS = random.Random(0)
MANY = [{"id": str(n), "text": "".join(_LETTERS.choices("abcdefghij ", k=2000)) + "."} for n in range(60)]


@_FIXTURE
@given(cut=st.floats(0, 0.999), extension=st.sampled_from([".gz", ".zst"]), table=st.sampled_from([".jsonl", ".csv"]))
def test_cut_short_anywhere(tmp_path, cut, extension, table):
    data = compressed((jsonl if table == ".jsonl" else delimited)(MANY), extension)
    records = read(write(tmp_path, f"n{table}{extension}", data[: int(len(data) * cut)]))
    *articles, damage = records
    assert isinstance(damage, Unreadable) and damage.position is None
    assert texts(articles) == [record["text"] for record in MANY[: len(articles)]]
    # zlib's own reading of what is there: not one whole line is lost.
    if extension == ".gz" and table == ".jsonl":
        there = zlib.decompressobj(31).decompress(data[: int(len(data) * cut)])
        assert len(articles) == there.count(b"\n")


def test_damage_in_the_middle_and_after_the_end(tmp_path):
    data = bytearray(compressed(jsonl(MANY), ".gz"))
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    records = read(write(tmp_path, "n.jsonl.gz", bytes(data)))
    assert 10 < len(texts(records)) < 50 and records[-1].position is None and "gzip" in records[-1].reason
    records = read(write(tmp_path, "n.jsonl.gz", gzip.compress(jsonl()) + b"trailing"))
    assert len(texts(records)) == 7 and "gzip" in records[-1].reason


def test_members_after_one_another_and_zeros_after_them(tmp_path):
    for extension in (".gz", ".zst"):
        parts = [compressed(jsonl(RECORDS[:3]), extension), compressed(jsonl(RECORDS[3:]), extension)]
        data = b"".join(parts) + (b"\0" * 512 if extension == ".gz" else b"")
        assert len(texts(read(write(tmp_path, "n.jsonl" + extension, data)))) == 7


def test_what_is_not_compressed_after_all(tmp_path):
    for extension in (".gz", ".zst"):
        for data in (jsonl(), b""):
            ((position, _),) = reasons(read(write(tmp_path, "n.jsonl" + extension, data)))
            assert position is None


def test_a_file_that_is_gone_or_forbidden_does_not_stop_the_next(tmp_path):
    last = write(tmp_path, "z.jsonl", jsonl())
    gone = [
        ArchiveFile(str(tmp_path / f"gone.{format}"), format)
        for format in ("jsonl", "json", "csv", "parquet", "text", "html", "warc")
    ]
    (tmp_path / "folder.txt").mkdir()
    folder = ArchiveFile(str(tmp_path / "folder.txt"), "text")
    records = list(read_archive([*gone, folder, last]))
    assert [record.position for record in records[:8]] == [None] * 8
    assert records[0].reason == "cannot be opened: No such file or directory"
    assert texts(records) == [record["text"] for record in RECORDS]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path):
    file = write(tmp_path, "n.jsonl", jsonl())
    os.chmod(file.path, 0)
    assert reasons(read(file)) == [(None, "cannot be opened: Permission denied")]


def test_a_text_file_full_of_nothing(tmp_path):
    assert reasons(read(write(tmp_path, "n.txt", b""))) == [(0, "the text is empty")]
    ((position, reason),) = reasons(read(write(tmp_path, "n.txt.gz", gzip.compress(b"x" * 60_000_000))))
    assert position == 0 and reason == "longer than 50,000,000 bytes"
    assert reasons(read(write(tmp_path, "n.txt.gz", gzip.compress(STORY.encode())[:-9]))) == [
        (None, "the gzip data is cut short")
    ]


_FORMATS = [
    "n.jsonl",
    "n.json",
    "n.csv",
    "n.tsv",
    "n.txt",
    "n.parquet",
    "n.warc",
    "n.html",
    "n.jsonl.gz",
    "n.json.gz",
    "n.csv.zst",
    "n.warc.gz",
]
_PARTS = st.sampled_from(
    [
        jsonl(RECORDS[:2]),
        delimited(RECORDS[:2]),
        b"text\n",
        b'"',
        b"\n",
        b"\r\n",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"<html>",
        b"PAR1",
        b"[",
        b"]",
        b",",
        b'{"articles": [',
        gzip.compress(b"x,text\n"),
        compressed(b"{}", ".zst"),
        b'{"text": "\\ud800", "date": NaN}',
    ]
)


@_FIXTURE
@given(
    name=st.sampled_from(_FORMATS), parts=st.lists(_PARTS | st.binary(max_size=40), max_size=8), start=st.integers(0, 5)
)
def test_no_bytes_raise_and_reading_again_from_anywhere_gives_the_same(tmp_path, name, parts, start):
    file = write(tmp_path, name, b"".join(parts))
    records = read(file)
    assert read(file) == records
    positions = [record.position for record in records if record.position is not None]
    assert positions == list(range(len(positions)))
    assert read(file, start=start) == [r for r in records if r.position is None or r.position >= start]
    for record in records:
        if isinstance(record, Article):
            assert record.text.strip()
            record.text.encode()
            record.id.encode()
        else:
            assert record.reason and "\n" not in record.reason
