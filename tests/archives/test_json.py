"""JSON files: arrays, objects that hold a list, one object, one object a line; whole, broken, long and cut short."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.archives.archive_file import ArchiveFile
from claimx.archives.faults import DamagedFile
from claimx.archives.fields import FieldNames
from claimx.archives.json_array import elements_of
from claimx.archives.json_file import read_json
from claimx.archives.limits import Limits
from tests.archives.writing import RECORDS, STORY, compressed, jsonl, read, reasons, texts, write

TEXTS = [record["text"] for record in RECORDS]
ONE = {"text": STORY, "authors": [{"name": "A. B."}]}


def dumped(value, **options):
    return json.dumps(value, ensure_ascii=False, **options).encode()


@pytest.mark.parametrize("compression", ["", ".gz", ".zst"])
@pytest.mark.parametrize(
    "data",
    [
        dumped(RECORDS),
        dumped(RECORDS, indent=2),
        b" \n" + dumped(RECORDS) + b"\n ",
        b"[\n" + b",\n".join(map(dumped, RECORDS)) + b",\n]\n",
        dumped(RECORDS[:3]) + dumped(RECORDS[3:5]) + b"\n" + dumped(RECORDS[5:], indent=1),
        dumped(RECORDS).decode().encode("utf-16"),
        b"\xef\xbb\xbf" + dumped(RECORDS),
        jsonl(),
        jsonl().decode().encode("utf-8-sig"),
        b"\n" + jsonl(),
        dumped({"status": "ok", "sources": [{"id": 1}], "articles": RECORDS}),
        dumped({"articles": RECORDS}, indent=4),
        b'{"articles": [\n' + b",\n".join(map(dumped, RECORDS)) + b"\n]}",
        dumped({"response": {"meta": {"hits": 7}, "docs": RECORDS}}),
        dumped({"May": RECORDS[:4], "June": RECORDS[4:]}),
    ],
    ids=range(15),
)
def test_shapes(tmp_path, data, compression):
    file = write(tmp_path, f"n.json{compression}", compressed(data, compression))
    assert file.format == "json"
    articles = read(file)
    assert [(a.position, a.id, a.title, a.text) for a in articles] == [
        (n, r["id"], r["title"], r["text"]) for n, r in enumerate(RECORDS)
    ]
    for start in range(9):
        assert read(file, start=start) == articles[start:]


def test_one_object_is_one_article(tmp_path):
    for data in (dumped(ONE), dumped(ONE, indent=1)):
        assert texts(read(write(tmp_path, "n.json", data))) == [STORY]
    for data in (b"", b" \n ", b"[]", b"[ ]\n"):
        assert read(write(tmp_path, "n.json", data)) == []


def test_other_names_of_fields(tmp_path):
    fields = FieldNames(text="story", id="number")
    renamed = [{"story": record["text"], "number": n} for n, record in enumerate(RECORDS)]
    for value in (renamed, {"items": renamed}):
        articles = read(write(tmp_path, "n.json", dumped(value)), fields)
        assert [(a.id, a.text) for a in articles] == [(str(n), text) for n, text in enumerate(TEXTS)]
        without = reasons(read(write(tmp_path, "n.json", dumped(value))))
        assert without == [(n, "none of its fields is a text: it has 'story', 'number'") for n in range(7)]


def test_elements_that_are_no_articles_take_a_position_each(tmp_path):
    bad = b'null, 5, "x", [1, {"text": "no"}], {"text": null}, {"text": "x" "y"}, {"text": NaN}, , {"title": "t"}'
    records = read(write(tmp_path, "n.json", b"[" + dumped(ONE) + b"," + bad + b"," + dumped(ONE) + b"]"))
    assert [position for position, _ in reasons(records)] == list(range(1, 10))
    assert texts(records) == [STORY, STORY]
    assert reasons(records)[5][1].startswith("not JSON: ")


def test_an_element_in_another_encoding_spoils_no_other(tmp_path):
    data = b"[" + dumped(ONE) + b',{"text": "Se\xf1or Pe\xf1a muri\xf3."},' + dumped(ONE) + b"]"
    first, odd, last = read(write(tmp_path, "n.json", data))
    assert odd.text == "Señor Peña murió." and "not UTF-8" in odd.repairs[0]
    assert first.repairs == last.repairs == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": 1}', "none of its fields is a text: it has 'a'"),
        (b'{"text": "x"', "not JSON: "),
        (b'{"a": [1, 2],\n"b": }\n', "not JSON: Expecting value (line 2, column 6)"),
        (b'"text"', "not a JSON object"),
        (b"x", "not JSON: "),
        (b'{"a":' * 100_000, "JSON beyond all bounds"),
        (b'{"text": "' + b"x" * 1_000_000 + b'"}', "a JSON object longer than 1,000,000 bytes; as an array"),
    ],
)
def test_files_that_are_none(tmp_path, data, reason):
    ((position, told),) = reasons(read(write(tmp_path, "n.json", data), limits=Limits(record_bytes=1_000_000)))
    assert position == 0 and reason in told


def test_lines_of_which_the_first_is_broken(tmp_path):
    for broken in (b"{", b'{"text": "' + b"x" * 3000 + b'"}'):
        records = read(write(tmp_path, "n.json", broken + b"\n" + jsonl()), limits=Limits(record_bytes=2000))
        assert [position for position, _ in reasons(records)] == [0] and texts(records) == TEXTS


def test_a_cut_loses_what_it_cut(tmp_path):
    data = dumped(RECORDS)
    for cut in range(1, len(data), 41):
        *articles, damage = read(write(tmp_path, "n.json", data[:cut]))
        assert texts(articles) == TEXTS[: len(articles)]
        assert len(articles) == data[:cut].count(b"}, ")
        assert damage.position is None and damage.reason.startswith("the array is not closed: what comes after")
    for whole in (data, jsonl()):
        file = write(tmp_path, "n.json.gz", compressed(whole, ".gz")[:-12])
        records = read(file)
        assert 0 < len(texts(records)) <= 7 and reasons(records) == [(None, "the gzip data is cut short")]
    ((_, reason),) = reasons(read(write(tmp_path, "n.json", data + b"more")))
    assert reason == "what comes after the array of 7 elements is none"


def test_memory_is_bounded(tmp_path):
    path = tmp_path / "n.json"
    with path.open("wb") as out:
        out.write(b"[" + dumped(ONE) + b', {"text": "')
        for _ in range(20):
            out.write(b"x" * 1_000_000)
        out.write(b'"}')
        for _ in range(8_000):
            out.write(b"," + dumped({"text": STORY * 5}))
        out.write(b"]")
    tracemalloc.start()
    try:
        count = 0
        for record in read_json(ArchiveFile(str(path), "json"), FieldNames(), Limits(record_bytes=1_000_000), 0):
            if count == 1:
                assert record.reason == "a record of 20,000,013 bytes, longer than the bound"
            count += 1
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
    assert count == 8_002


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='ab"\\[]{},:\né', max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet='a"\\]}', max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(values=st.lists(_VALUES, max_size=5), size=st.integers(1, 50), indent=st.none() | st.integers(0, 2))
def test_elements_are_split_where_json_has_them(values, size, indent):
    data = dumped(values, indent=indent)
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    assert [json.loads(element) for element in elements_of(chunks, 10_000)] == values


@given(st.lists(st.sampled_from([b"[", b"]", b"{", b"}", b",", b'"', b"\\", b"1", b" ", b"\xff"]), max_size=30))
def test_no_bytes_make_the_splitter_fail(parts):
    try:
        list(elements_of(parts, 5))
    except DamagedFile as damage:
        assert "array" in str(damage)
