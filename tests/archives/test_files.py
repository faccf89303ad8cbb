import logging
import os

import pytest

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.files import list_files
from claimx.archives.kinds import kind_of
from claimx.errors import ArchiveError


@pytest.fixture
def folder(tmp_path):
    for name in ("b.jsonl", "a/c.csv.gz", "a/d.parquet", "a/notes.doc", ".hidden.jsonl", ".git/x.jsonl", "a/e[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    return tmp_path


def names(files, folder):
    return [os.path.relpath(file.path, folder) for file in files]


def test_a_folder_is_read_with_those_in_it(folder, caplog):
    with caplog.at_level(logging.WARNING):
        files = list_files([str(folder)])
    assert names(files, folder) == ["a/c.csv.gz", "a/d.parquet", "a/e[1].txt", "b.jsonl"]
    assert "notes.doc: left out" in caplog.text and "hidden" not in caplog.text
    assert files[0] == ArchiveFile(str(folder / "a/c.csv.gz"), "csv", "gzip", 2)


def test_globs_files_and_folders_give_each_file_once(folder):
    given = [str(folder / "**" / "*.jsonl"), str(folder / "b.jsonl"), f"{folder}/a/../b.jsonl", str(folder / "a")]
    assert names(list_files(given), folder) == ["a/c.csv.gz", "a/d.parquet", "a/e[1].txt", "b.jsonl"]
    assert names(list_files([str(folder / "a/e[1].txt")]), folder) == ["a/e[1].txt"]
    assert names(list_files([f"{folder}/*"]), folder) == ["a/c.csv.gz", "a/d.parquet", "a/e[1].txt", "b.jsonl"]


def test_a_format_can_be_forced(folder):
    assert {file.format for file in list_files([str(folder)], "text")} == {"text"}
    (file,) = list_files([str(folder / "a/notes.doc")], "jsonl")
    assert file.format == "jsonl"


@pytest.mark.parametrize(
    ("inputs", "format", "told"),
    [
        (["none.jsonl"], None, "none.jsonl: no such file or folder"),
        (["a/notes.doc"], None, "extension tells no format"),
        (["*.nothing"], None, "no file to read"),
        ([], None, "no file to read"),
        (["b.jsonl"], "xml", "no such format: 'xml'"),
        (["memory://nowhere/at.jsonl"], None, "no such file or folder"),
        (["nosuch://x/y.jsonl"], None, "cannot be listed"),
    ],
)
def test_one_clear_line(folder, monkeypatch, inputs, format, told):
    monkeypatch.chdir(folder)
    with pytest.raises(ArchiveError, match=None) as error:
        list_files(inputs, format)
    assert told in str(error.value) and "\n" not in str(error.value)


def test_a_missing_package_is_named(folder, monkeypatch):
    monkeypatch.setattr("claimx.archives.packages.find_spec", lambda name: None if name == "pyarrow" else object())
    with pytest.raises(ArchiveError) as error:
        list_files([str(folder)])
    assert str(error.value) == "reading Parquet needs pyarrow: pip install 'claimx[archives]'"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a/B.JSONL.GZ", ("jsonl", "gzip")),
        ("a.ndjson.zst", ("jsonl", "zstd")),
        ("a.json.gz", ("json", "gzip")),
        ("https://x.org/a.csv?token=1.html", ("csv", "none")),
        ("zip://a.tsv::s3://b/c.zip", ("tsv", "none")),
        ("a.warc.gz", ("warc", "gzip")),
        ("a.tar.gz", (None, "gzip")),
        ("README", (None, "none")),
    ],
)
def test_kinds(path, kind):
    assert kind_of(path) == kind
