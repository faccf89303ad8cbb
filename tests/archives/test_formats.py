"""Every format, in every compression, on disk and behind a URL."""

import json
from datetime import date

import fsspec
import pytest

from claimx.archives.article import Article
from claimx.archives.files import list_files
from claimx.archives.read import read_archive
from tests.archives.writing import (
    RECORDS,
    STORY,
    compressed,
    delimited,
    jsonl,
    page,
    parquet,
    read,
    warc_records,
    write,
)

TABLES = {
    ".jsonl": jsonl(),
    ".json": json.dumps(RECORDS).encode(),
    ".csv": delimited(),
    ".tsv": delimited(delimiter="\t"),
    ".parquet": parquet(),
}


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
@pytest.mark.parametrize("extension", TABLES)
def test_records_of_a_table(tmp_path, extension, compression):
    file = write(tmp_path, f"news{extension}{compression}", compressed(TABLES[extension], compression))
    articles = read(file)
    assert [article.position for article in articles] == list(range(7))
    for article, record in zip(articles, RECORDS, strict=True):
        assert (article.id, article.title, article.text) == (record["id"], record["title"], record["text"])
        assert article.published == date.fromisoformat(record["date"])
        assert article.source == file.path and article.repairs == ()
    for start in (1, 4, 7, 9):
        assert read(file, start=start) == articles[start:]


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
def test_a_text_file_is_one_article(tmp_path, compression):
    file = write(tmp_path, f"story.txt{compression}", compressed(STORY.encode() + b"\r\nEnd.", compression))
    assert read(file) == [Article(f"{file.path}#0", STORY + "\r\nEnd.", None, None, file.path, 0)]
    assert read(file, start=1) == []


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
def test_an_html_file_is_one_article(tmp_path, compression):
    (article,) = read(write(tmp_path, f"story.html{compression}", compressed(page().encode(), compression)))
    assert article.text.count(STORY.strip()) == 4 and "Home" not in article.text
    assert (article.title, article.published) == ("A day in Karsu", date(2019, 5, 31))


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
def test_pages_of_a_crawl(tmp_path, compression):
    data = b"".join(compressed(record, compression) for record in warc_records())
    file = write(tmp_path, f"crawl.warc{compression}", data)
    articles = read(file)
    assert [article.id for article in articles] == [f"https://news.example/{n}" for n in range(4)]
    assert all(f"Page {n}." in article.text for n, article in enumerate(articles))
    assert {article.published for article in articles} == {date(2019, 5, 31)}
    assert read(file, start=3) == articles[3:]


def test_urls_read_as_files_do(tmp_path):
    memory = fsspec.filesystem("memory")
    for name, data in (("a.jsonl.gz", compressed(jsonl(), ".gz")), ("b.parquet", parquet()), (".c.jsonl", jsonl())):
        memory.pipe_file(f"/archive/{name}", data)
    try:
        files = list_files(["memory://archive"])
        assert [file.path for file in files] == ["memory:///archive/a.jsonl.gz", "memory:///archive/b.parquet"]
        assert files[1].size == len(parquet())
        assert list_files(["memory://archive/*.gz"]) == files[:1]
        assert [article.text for article in read_archive(files)] == [record["text"] for record in RECORDS] * 2
        memory.rm_file("/archive/a.jsonl.gz")
        records = list(read_archive(files))
        assert records[0].position is None and "cannot be opened" in records[0].reason and len(records) == 8
    finally:
        memory.rm("/archive", recursive=True)
