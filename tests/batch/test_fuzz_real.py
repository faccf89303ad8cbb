"""The command as it is, its own model too, on an archive in which almost every file is broken in a way of its own."""

import gzip
import json
import os
import subprocess
import sys
from collections import defaultdict

import pytest
from backports import zstd

from claimx.batch.outputs.jsonl_writer import result_of_line
from tests.archives.writing import page, warc_record


def good(number):
    return f"At least {number} civilians were killed in an air strike on Aleppo on Monday, the health office said."


def line(number, **others):
    return json.dumps({"id": f"good-{number}", "text": good(number), "date": "2024-05-02"} | others) + "\n"


def html(number):
    """A page long enough to have a main text."""
    return page(f"<p>{good(number)}</p><p>{'The office gave no other details of the day. ' * 8}</p>").encode()


def cut_gzip():
    """Thirty lines, of which some are lost; enough of a mixture that the cut falls among them."""
    noise = "".join(f"{n * n * 7919 % 99991:x} " for n in range(400))
    return gzip.compress("".join(line(n, note=noise[n:] + noise[:n]) for n in range(100, 130)).encode())[:-300]


def long_line():
    return gzip.compress((line(140) + '{"text": "' + "x" * 51_000_000 + '"}\n' + line(141)).encode())


def odd_records():
    """Dates that are none, nulls in everything, texts that no one wrote; each is an article or has a reason."""
    return "".join(
        [
            line(150, date=float("nan")),
            line(151, date={"year": None, "of": [None, {"of": None}]}, title={"main": None}, id=[None]),
            line(152, date="2024-99-99", authors=[[[None]]]),
            json.dumps({"text": {"body": None}}) + "\n",
            json.dumps({"text": [None, [None]]}) + "\n",
            json.dumps({"text": None, "date": float("nan")}) + "\n",
            line(153, text=good(153) + " " + "\u202e\u200b\ufeff\ud83d\ud800 \U0001f4a5 ٣٤٥ ½ ﬁ İ ß e\u0301" * 20),
            json.dumps({"id": "one-word", "text": "a" * 20_000}) + "\n",
            json.dumps({"id": "numbers", "text": " ".join(map(str, range(500)))}) + "\n",
            json.dumps({"id": "signs", "text": '"(“—' * 300}) + "\n",
            json.dumps({"text": "\x00" * 500}) + "\n",
            "[" * 100_000 + "\n",
            line(154),
        ]
    ).encode("utf-8", "surrogatepass")


def csv():
    rows = ["id,text,date", *(f'good-{n},"{good(n)}",2024-05-02' for n in (160, 161))]
    broken = b'x1,"Se\xc3\xb1or Pe\xf1a said \xe2\x80\x9c12 people\xe2\x80\x9d were killed in \xff\xfe on Monday.",NaN'
    return "\n".join(rows).encode() + b"\n" + broken + b"\nx2,too,many,cells\n" + rows[1].replace("160", "162").encode()


def crawl():
    """Pages with bombs between them."""
    gzipped = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    zstd_ed = "Content-Type: text/html\r\nContent-Encoding: zstd\r\n"
    twice = "Content-Type: text/html\r\nContent-Encoding: gzip, gzip\r\n"
    records = [
        warc_record(170, html(170)),
        warc_record(1, gzip.compress(b"<html>" + b"\0" * 60_000_000), headers=gzipped),
        warc_record(2, zstd.compress(b"<html>" + b"\0" * 60_000_000), headers=zstd_ed),
        warc_record(3, b"<html><body>" + b"<div>" * 100_000 + good(0).encode()),
        warc_record(4, b"<html>" + b" " * 55_000_000),
        warc_record(5, gzip.compress(gzip.compress(b"<html>" + b"\0" * 60_000_000)), headers=twice),
        warc_record(171, html(171)),
    ]
    return b"".join(map(gzip.compress, records))


FILES = {
    "cut.jsonl.gz": cut_gzip(),
    "long.jsonl.gz": long_line(),
    "odd.jsonl": odd_records(),
    "broken.csv": csv(),
    "crawl.warc.gz": crawl(),
    "deep.html": b"<html><body>" + b"<b>" * 100_000 + good(0).encode(),
    "good.html": html(180),
    "array.json": f"[{line(181)},{{'text': 1}},{line(182)}]".encode(),
    "cut.json": f"[{line(183)},{line(184)}".encode()[:-20],
    "no.parquet": b"PAR1" + b"\xff" * 500 + b"PAR1",
    "no.jsonl.zst": b"not zstd",
    "nothing.txt": b" \n",
    "note.txt": good(185).encode(),
}

#: What is put aside: of which file, where, and words of the reason.
PUT_ASIDE = {
    ("cut.jsonl.gz", None): "cut short",
    ("long.jsonl.gz", 1): "longer than the bound",
    ("odd.jsonl", 3): "not a string but an object",
    ("odd.jsonl", 4): "not a string but a list",
    ("odd.jsonl", 5): "the text is null",
    ("odd.jsonl", 10): "NUL characters",
    ("odd.jsonl", 11): "JSON beyond all bounds",
    ("broken.csv", 3): "4 cells in a row under a header of 3",
    ("crawl.warc.gz", 1): "unpacks to more than",
    ("crawl.warc.gz", 2): "unpacks to more than",
    ("crawl.warc.gz", 3): "nested deeper",
    ("crawl.warc.gz", 4): "longer than the bound",
    ("crawl.warc.gz", 5): "unpacks to more than",
    ("deep.html", 0): "nested deeper",
    ("array.json", 1): "not JSON",
    ("cut.json", None): "the array is not closed",
    ("no.parquet", None): "Parquet",
    ("no.jsonl.zst", None): "zstd",
    ("nothing.txt", 0): "the text is empty",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the command said, and its results and quarantine by file and position."""
    folder = tmp_path_factory.mktemp("fuzz")
    archive, output = folder / "archive", folder / "claims.jsonl"
    archive.mkdir()
    for name, data in FILES.items():
        (archive / name).write_bytes(data)
    process = subprocess.run(
        [sys.executable, "-m", "claimx", "batch", str(archive), "--output", str(output), "--part-size", "7"],
        capture_output=True,
        text=True,
        timeout=600,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
    )
    assert process.returncode == 0, process.stderr
    results = [result_of_line(line) for line in output.read_bytes().splitlines()]
    aside = [json.loads(line) for line in (folder / "claims.jsonl.quarantine.jsonl").read_bytes().splitlines()]
    return (
        process,
        {(os.path.basename(result.source_file), result.position): result for result in results},
        {(os.path.basename(each["source_file"]), each["position"]): each["reason"] for each in aside},
    )


def test_it_ends_well(told):
    process, results, aside = told
    assert "Traceback" not in process.stderr
    assert f"in {len(results)} articles, {len(aside)} quarantined" in process.stdout


def test_what_cannot_be_read_is_put_aside_with_a_reason(told):
    _, _, aside = told
    assert aside.keys() == PUT_ASIDE.keys()
    for place, words in PUT_ASIDE.items():
        assert words in aside[place]


def test_every_other_record_is_in_the_output(told):
    _, results, aside = told
    places = defaultdict(list)
    for name, position in [*results, *aside]:
        if position is not None:
            places[name].append(position)
    counts = {"long.jsonl.gz": 3, "odd.jsonl": 13, "broken.csv": 5, "crawl.warc.gz": 7, "array.json": 3, "cut.json": 1}
    for name, count in counts.items():
        assert sorted(places[name]) == list(range(count))
    before_the_cut = sorted(places["cut.jsonl.gz"])
    assert before_the_cut == list(range(len(before_the_cut))) and 10 < len(before_the_cut) < 30
    assert {("good.html", 0), ("note.txt", 0)} <= results.keys()


def test_good_articles_are_read_as_if_they_stood_alone(told):
    _, results, _ = told
    read = {result.article_id: result for result in results.values()}
    numbers = [*range(100, 110), 140, 141, 150, 152, 153, 154, 160, 161, 162, 181, 182, 183]
    for number in numbers:
        assert [claim.count.min for claim in read[f"good-{number}"].claims] == [number]
    for place, number in {("crawl.warc.gz", 0): 170, ("crawl.warc.gz", 6): 171, ("good.html", 0): 180}.items():
        assert [claim.count.min for claim in results[place].claims] == [number]
    assert [claim.count.min for claim in results["odd.jsonl", 1].claims] == [151]
    assert [claim.count.min for claim in results["broken.csv", 2].claims] == [12]
    assert str(results["odd.jsonl", 12].published) == "2024-05-02" and results["odd.jsonl", 0].published is None
