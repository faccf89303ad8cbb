"""Disks and networks that fail while a file is read: it is read on, or the reading ends; no article is written off."""

import errno
import gzip
import http.client
import io
import logging
import socket
import ssl
import urllib.error
import zipfile
import zlib

import fsspec
import pytest
import requests
import urllib3

from claimx.archives import steady_file
from claimx.archives.files import list_files
from claimx.archives.read import read_file
from claimx.archives.transport import is_transport
from claimx.errors import ArchiveError, ArchiveUnreachableError, OutputError
from tests.archives.writing import (
    RECORDS,
    compressed,
    delimited,
    jsonl,
    page,
    parquet,
    read,
    reasons,
    texts,
    warc_records,
    write,
)


def carried(name, base=Exception, **attributes):
    """An exception as a package that is not installed here raises it."""
    package, _, name = name.rpartition(".")
    return type(name, (base,), {"__module__": package, **attributes})("told")


def caused(error, cause):
    error.__cause__ = cause
    return error


def answered(status, code="Any"):
    answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return carried("botocore.exceptions.ClientError", response=answer)


OF_THE_WAY = [
    OSError(errno.EIO, "Input/output error"),
    OSError(errno.ESTALE, "Stale file handle"),
    OSError(errno.ETIMEDOUT, "timed out"),
    OSError(errno.EMFILE, "too many open files"),
    TimeoutError(),
    ConnectionResetError(),
    BrokenPipeError(),
    socket.gaierror(socket.EAI_AGAIN, "try again"),
    ssl.SSLError(1, "bad record"),
    ssl.SSLCertVerificationError(1, "expired"),
    http.client.IncompleteRead(b"x"),
    urllib.error.URLError("no route"),
    urllib.error.HTTPError("http://x", 503, "busy", None, None),
    requests.exceptions.ChunkedEncodingError("broken"),
    urllib3.exceptions.ProtocolError("broken"),
    carried("aiohttp.client_exceptions.ClientPayloadError"),
    carried("aiohttp.client_exceptions.ClientResponseError", status=502),
    carried("aiohttp.client_exceptions.ClientResponseError", status=429),
    carried("fsspec.exceptions.FSTimeoutError", TimeoutError),
    carried("gcsfs.retry.HttpError", code="503"),
    carried("botocore.exceptions.ReadTimeoutError"),
    answered(500),
    caused(PermissionError(errno.EACCES, "denied"), answered(403, "ExpiredToken")),
    caused(FileNotFoundError("http://x"), carried("aiohttp.client_exceptions.ServerDisconnectedError")),
]
OF_THE_FILE = [
    FileNotFoundError(errno.ENOENT, "No such file"),
    FileNotFoundError("http://x"),
    PermissionError(errno.EACCES, "denied"),
    IsADirectoryError(errno.EISDIR, "a folder"),
    OSError(errno.ENAMETOOLONG, "too long"),
    gzip.BadGzipFile("not gzip"),
    OSError("Invalid data stream"),  # bz2
    EOFError(),
    zlib.error("invalid block"),
    zipfile.BadZipFile("Bad CRC-32"),
    ValueError("embedded null byte"),
    carried("aiohttp.client_exceptions.InvalidURL", ValueError),
    carried("aiohttp.client_exceptions.ClientResponseError", status=404),
    urllib.error.HTTPError("http://x", 403, "forbidden", None, None),
    caused(PermissionError(errno.EACCES, "denied"), answered(403, "AccessDenied")),
    caused(FileNotFoundError("http://x"), carried("aiohttp.client_exceptions.ClientResponseError", status=404)),
]


@pytest.mark.parametrize("error", OF_THE_WAY, ids=repr)
def test_what_may_be_over_in_a_moment(error):
    assert is_transport(error)


@pytest.mark.parametrize("error", OF_THE_FILE, ids=repr)
def test_what_stays(error):
    assert not is_transport(error)


class Way:
    """The way to every file: it fails when it is told to."""

    def __init__(self):
        self.opened = self.reads = 0
        self.fails = lambda reads: None

    def open(self, path):
        self.opened += 1
        with open(path, "rb") as file:
            return Stream(self, file.read())


class Stream(io.BytesIO):
    def __init__(self, way, data):
        super().__init__(data)
        self.way = way

    def read(self, size=-1):
        self.way.reads += 1
        error = self.way.fails(self.way.reads)
        if error is not None:
            raise error
        return super().read(size)


@pytest.fixture
def way(monkeypatch):
    way = Way()
    monkeypatch.setattr(steady_file, "_open", way.open)
    monkeypatch.setattr(steady_file, "_WAITS", (0.0, 0.0))
    return way


MANY = [{"id": str(n), "text": f"{n} died. " + RECORDS[0]["text"] * 20} for n in range(60)]
FILES = {
    "n.jsonl": jsonl(MANY),
    "n.jsonl.gz": compressed(jsonl(MANY), ".gz"),
    "n.csv.zst": compressed(delimited(MANY), ".zst"),
    "n.parquet": parquet(MANY, 10, compression="none", use_dictionary=False),
    "n.parquet.gz": compressed(parquet(MANY, 10), ".gz"),
    "n.html": page().encode(),
    "n.warc": b"".join(warc_records(30)),
    "n.warc.gz": b"".join(map(gzip.compress, warc_records(6))),
}


@pytest.mark.parametrize("name", FILES)
def test_a_fault_that_passes_costs_nothing(tmp_path, way, name, caplog):
    file = write(tmp_path, name, FILES[name])
    whole = read(file)
    assert texts(whole) and not reasons(whole)
    way.fails = lambda reads: None if reads % 3 else OSError(errno.EIO, "Input/output error")
    way.opened = way.reads = 0
    with caplog.at_level(logging.WARNING):
        assert read(file) == whole
    if way.reads >= 3:
        assert way.opened > 1 and "tried again in 0 s" in caplog.text


@pytest.mark.parametrize("name", FILES)
def test_a_fault_that_stays_ends_the_reading_and_it_goes_on_later(tmp_path, way, name):
    file = write(tmp_path, name, FILES[name])
    whole = read(file)
    for last in (0, 1, 2, 4, way.reads - 1):
        way.reads = 0
        way.fails = lambda reads, last=last: None if reads <= last else carried("aiohttp.ClientPayloadError")
        got, told = [], None
        try:
            for record in read_file(file):
                got.append(record)
        except ArchiveUnreachableError as error:
            told = str(error)
        assert got == whole[: len(got)]
        way.fails = lambda reads: None
        if told is None:
            assert got == whole
        else:
            assert told.startswith(f"{file.path}: cannot be ") and told.endswith("tried 3 times: told")
            assert got + read(file, start=len(got)) == whole


def test_what_cannot_be_moved_in_is_read_past(tmp_path, way, monkeypatch):
    def seek(*_):
        raise ValueError("Cannot seek streaming HTTP file")

    monkeypatch.setattr(Stream, "seek", seek)
    file = write(tmp_path, "n.jsonl", FILES["n.jsonl"])
    way.fails = lambda reads: TimeoutError() if reads == 4 else None
    assert texts(read(file)) == [record["text"] for record in MANY]


def test_damage_is_not_tried_again(tmp_path, way):
    file = write(tmp_path, "n.jsonl.gz", FILES["n.jsonl.gz"][:-30])
    assert reasons(read(file)) == [(None, "the gzip data is cut short")]
    way.opened = way.reads = 0
    way.fails = lambda reads: zipfile.BadZipFile("Bad CRC-32") if reads == 2 else None
    assert reasons(read(write(tmp_path, "m.jsonl", FILES["n.jsonl"])))[-1] == (None, "cannot be read on: Bad CRC-32")
    assert way.opened == 1


def test_behind_a_url(monkeypatch):
    from fsspec.implementations.memory import MemoryFile

    monkeypatch.setattr(steady_file, "_WAITS", (0.0,))
    memory = fsspec.filesystem("memory")
    memory.pipe_file("/far/a.jsonl", FILES["n.jsonl"])
    left = [ConnectionResetError("reset"), None, TimeoutError("late")]
    real = MemoryFile.read

    def failing(self, size=-1):
        error = left.pop(0) if left else None
        if error is not None:
            raise error
        return real(self, size)

    monkeypatch.setattr(MemoryFile, "read", failing, raising=False)
    try:
        (file,) = list_files(["memory://far"])
        assert texts(read(file)) == [record["text"] for record in MANY] and not left
    finally:
        memory.rm("/far", recursive=True)


def test_no_room_to_unpack_is_no_fault_of_the_file(tmp_path, monkeypatch):
    class Full(io.BytesIO):
        def write(self, data):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("claimx.archives.parquet.tempfile.TemporaryFile", Full)
    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        read(write(tmp_path, "n.parquet.gz", FILES["n.parquet.gz"]))


def test_a_folder_that_cannot_be_listed_now_is_not_left_out(tmp_path, monkeypatch):
    def walk(folder, onerror):
        onerror(OSError(errno.EIO, "Input/output error", str(folder)))
        return iter([])

    monkeypatch.setattr("claimx.archives.files.os.walk", walk)
    with pytest.raises(ArchiveError, match="cannot be listed: Input/output error"):
        list_files([str(tmp_path)])
