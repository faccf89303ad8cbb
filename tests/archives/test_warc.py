import gzip
import zlib

import pytest
from backports import zstd

from claimx.archives.limits import Limits
from tests.archives.writing import STORY, page, read, reasons, texts, warc_record, warc_records, write

PAGE = page(f"<p>{STORY * 4}</p>").encode()


def encoded(body, encoding):
    return warc_record(7, body, headers=f"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n")


def test_other_records_take_no_position(tmp_path):
    one, two = warc_records(2)
    others = [
        warc_record(8, PAGE, kind="request"),
        warc_record(8, b"%PDF", headers="Content-Type: application/pdf\r\n"),
        warc_record(8, PAGE, status="404 Not Found"),
        warc_record(8, b"", headers=""),
    ]
    records = read(write(tmp_path, "n.warc", b"".join([others[0], one, *others, two])))
    assert [(record.id[-1], record.position) for record in records] == [("0", 0), ("1", 1)]


def test_the_date_is_never_that_of_the_crawl(tmp_path):
    undated = page(f"<p>{STORY * 4}</p>", published="").encode()
    assert [article.published for article in read(write(tmp_path, "n.warc", warc_record(1, undated)))] == [None]


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE, wbits=-15), "deflate"),
        (zstd.compress(PAGE), "zstd"),
        (gzip.compress(zstd.compress(PAGE)), "zstd, gzip"),
        (PAGE, "gzip"),  # undone by the crawler, which kept the header
    ],
)
def test_bodies_encoded_to_be_sent(tmp_path, body, encoding):
    (text,) = texts(read(write(tmp_path, "n.warc", encoded(body, encoding))))
    assert STORY.strip() in text


def test_bodies_sent_in_chunks(tmp_path):
    body = b"".join(b"%x;a=b\r\n%s\r\n" % (len(PAGE[n : n + 99]), PAGE[n : n + 99]) for n in range(0, len(PAGE), 99))
    for sent in (body + b"0\r\n\r\n", PAGE):
        headers = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
        assert STORY.strip() in texts(read(write(tmp_path, "n.warc", warc_record(1, sent, headers=headers))))[0]


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(b"\0" * 60_000_000), "gzip", "unpacks to more than 10,000,000 bytes"),
        (zstd.compress(b"\0" * 60_000_000), "zstd", "unpacks to more than 10,000,000 bytes"),
        (gzip.compress(PAGE)[:-9], "gzip", "cut short"),
        (b"junk", "gzip", "damaged gzip"),
        (b"", "gzip", "empty"),
        (b"junk", "br", "not read: 'br'"),
        (b"junk", "gzip, gzip, gzip, gzip", "over and over"),
    ],
)
def test_bombs_and_broken_bodies(tmp_path, body, encoding, reason):
    one, two = warc_records(2)
    records = read(write(tmp_path, "n.warc.gz", b"".join(map(gzip.compress, (one, encoded(body, encoding), two)))))
    ((position, told),) = reasons(records)
    assert position == 1 and reason in told
    assert [record.position for record in records] == [0, 1, 2]


def test_a_member_that_unpacks_beyond_the_bound(tmp_path):
    one, two = warc_records(2)
    bomb = warc_record(5, b"<html>" + b" " * 60_000_000)
    records = read(write(tmp_path, "n.warc.gz", b"".join(map(gzip.compress, (one, bomb, two)))))
    assert [(p, r.startswith("a WARC record of")) for p, r in reasons(records)] == [(1, True)]
    assert len(texts(records)) == 2
    (_, reason), _ = reasons(read(write(tmp_path, "n.warc", one + two), limits=Limits(record_bytes=100)))
    assert "longer than the bound" in reason


def test_cut_short_and_damaged(tmp_path):
    one, two, three = warc_records(3)
    records = read(write(tmp_path, "n.warc", one + two[:-300]))
    assert len(texts(records)) == 1 and "cut short" in reasons(records)[0][1]
    records = read(write(tmp_path, "n.warc.gz", gzip.compress(one) + gzip.compress(two)[:-60]))
    assert len(texts(records)) == 1 and reasons(records) == [(None, "the gzip data is cut short")]
    records = read(write(tmp_path, "n.warc", one + b"garbage\r\n\r\n" + two + three))
    assert len(texts(records)) == 1 and "no WARC record can be read from here on" in reasons(records)[0][1]
