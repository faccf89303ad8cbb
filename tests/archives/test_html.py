"""Pages as they come, and pages made to take all time and memory."""

import time
from datetime import date

import pytest

from claimx.archives.limits import Limits
from tests.archives.writing import STORY, page, read, write


def one(tmp_path, html, limits=None, encoding="utf-8"):
    (record,) = read(write(tmp_path, "n.html", html.encode(encoding) if isinstance(html, str) else html), None, limits)
    return record


def test_the_date_is_one_that_the_page_states(tmp_path):
    assert one(tmp_path, page()).published == date(2019, 5, 31)
    said = f"<p>{STORY * 4}It began on 3 March 2017.</p>"
    assert one(tmp_path, page(said, published="")).published is None


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-1", "utf-16", "nonsense", "zlib"])
def test_the_charset_that_it_declares(tmp_path, charset):
    word, encoding = ("погибли", "cp1251") if charset == "windows-1251" else ("“Peña”", "cp1252")
    article = one(tmp_path, page(f"<p>{STORY * 4}{word}</p>", charset=charset), encoding=encoding)
    assert word in article.text
    assert article.repairs[0].startswith(f"not UTF-8: read as {encoding}")


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page(f"<p>{STORY}</p>" + "<div>" * 300), "nested deeper than 200"),
        (page("<b>" * 100_000 + STORY), "nested deeper than 200"),
        (page("<i>x</i>" * 60_000), "more than 50,000 elements"),
        (page(f"<p class='{'a' * 10_000_000}'>{STORY}</p>"), "longer than 10,000,000 bytes"),
        ("<!DOCTYPE html><html><body></body></html>", ""),
        ("", ""),
        ("\0\0\0", ""),
        ("<p>x</p>", "not an HTML page"),
        (b"\xff\xfe\x00", ""),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ""),
    ],
)
def test_bombs_and_pages_without_text(tmp_path, html, reason):
    record = one(tmp_path, html)
    assert record.position == 0 and reason in record.reason


def test_a_huge_attribute_and_a_huge_script_are_read_past(tmp_path):
    html = page(f"<p title='{'a ' * 400_000}'>{STORY * 4}</p><script>{'x=1;' * 400_000}</script>")
    assert STORY.strip() in one(tmp_path, html).text


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path):
    # Attributes cost the parser time in the square of their number: minutes inside a C library.
    slow = page(f"<p {' '.join(f'a{n}' for n in range(200_000))}>{STORY}</p>")
    started = time.monotonic()
    record = one(tmp_path, slow, Limits(html_seconds=1))
    assert record.reason == "the page takes longer than 1 seconds"
    assert time.monotonic() - started < 60
    assert one(tmp_path, page()).published == date(2019, 5, 31)
