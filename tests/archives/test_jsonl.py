import json
import tracemalloc

import pytest

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.fields import FieldNames
from claimx.archives.jsonl import read_jsonl
from claimx.archives.limits import Limits
from tests.archives.writing import STORY, compressed, jsonl, read, reasons, texts, write


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": null}', "the text is null"),
        ('{"text": NaN}', "the text is null"),
        ('{"text": {"body": null}}', "the text is not a string but an object"),
        ('{"text": [null]}', "the text is not a string but a list"),
        ('{"text": 3}', "the text is not a string but a number"),
        ('{"text": true}', "the text is not a string but true or false"),
        ('{"text": " \\n"}', "the text is empty"),
        ('{"text": ""}', "the text is empty"),
        ("[1]", "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"text": "x', "not JSON: Unterminated string starting at (column 10)"),
        ("[" * 100_000, "JSON beyond all bounds"),
        ('{"text": "x", "n": ' + "1" * 10_000 + "}", "JSON beyond all bounds"),
        ('{"text": "\\u0000\\u0000\\u0000x"}', "NUL characters"),
    ],
)
def test_lines_that_are_no_articles_take_a_position_each(tmp_path, line, reason):
    data = jsonl([{"text": STORY}]) + b"\n  \n" + line.encode() + b"\n" + jsonl([{"text": STORY}])
    first, broken, last = read(write(tmp_path, "n.jsonl", data))
    assert (first.position, broken.position, last.position) == (0, 1, 2)
    assert reason in broken.reason and "\n" not in broken.reason
    assert first.text == last.text == STORY


def test_what_an_article_can_do_without_does_not_lose_it(tmp_path):
    records = [
        {"text": STORY, "date": float("nan"), "id": None, "title": None},
        {"text": STORY, "date": {"year": None}, "id": [1], "title": {"a": None}},
        {"text": STORY, "date": "some day", "id": 5, "title": "x\ud800"},
    ]
    data = b"".join(json.dumps(record).encode() + b"\n" for record in records)
    plain, nested, odd = read(write(tmp_path, "n.jsonl", data))
    assert (plain.published, plain.title, plain.repairs) == (None, None, ())
    assert nested.id.endswith("#1") and nested.published is None
    assert nested.repairs == (
        "the date 'dict' cannot be read",
        "the title is left out: not a string but an object",
        "the id is left out: not a string but a list",
    )
    assert (odd.id, odd.title) == ("5", "x\ufffd")
    assert odd.repairs == ("the date 'some day' cannot be read", "title: 1 lone surrogates replaced")


def test_a_line_of_100_mb_is_read_past_and_not_held(tmp_path):
    path = tmp_path / "n.jsonl"
    with path.open("wb") as out:
        out.write(jsonl([{"text": STORY}]) + b'{"text": "')
        for _ in range(100):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n' + jsonl([{"text": STORY}]))
    tracemalloc.start()
    try:
        first, long, last = read_jsonl(ArchiveFile(str(path), "jsonl"), FieldNames(), Limits(record_bytes=5_000_000), 0)
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()
    assert (first.text, last.text, last.position) == (STORY, STORY, 2)
    assert long.reason == "a record of 100,000,012 bytes, longer than the bound"


def test_a_long_line_that_unpacks_from_little(tmp_path):
    data = jsonl([{"text": STORY}]) + b'{"text": "' + b"x" * 60_000_000 + b'"}\n' + jsonl([{"text": STORY}])
    for extension in (".gz", ".zst"):
        records = read(write(tmp_path, "n.jsonl" + extension, compressed(data, extension)))
        assert reasons(records) == [(1, "a record of 60,000,012 bytes, longer than the bound")]
        assert texts(records) == [STORY, STORY]


def test_utf_16_and_byte_order_marks(tmp_path):
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        data = jsonl().decode().encode(encoding)
        assert read(write(tmp_path, "n.jsonl", data)) == read(write(tmp_path, "n.jsonl", jsonl()))
