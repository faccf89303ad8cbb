"""Tests of the count normaliser: a table by kind of expression, and the conventions."""

from __future__ import annotations

import pytest

from claimx.errors import InvalidTextError
from claimx.normalize.counts import CountValue, parse_count


def exact(n: int) -> CountValue:
    return CountValue(n, n, n, "exact")


def floor(n: int, modifier: str = "at_least") -> CountValue:
    return CountValue(n, n, None, modifier)


def ceiling(n: int, modifier: str = "at_most") -> CountValue:
    return CountValue(n, None, n, modifier)


def about(n: int) -> CountValue:
    return CountValue(n, None, None, "about")


def between(low: int, high: int) -> CountValue:
    return CountValue(None, low, high, "range")


def vague(n: int | None) -> CountValue:
    return CountValue(None, n, None, "indefinite")


NOBODY = CountValue(0, 0, 0, "none")
UNREAD = CountValue()

TABLE = {
    "digits": {
        "13": exact(13),
        "1,300": exact(1300),
        "1 300": exact(1300),
        "1\u202f300": exact(1300),
        "1.300": exact(1300),
        "1'300": exact(1300),
        "1300": exact(1300),
        "12 345 678": exact(12_345_678),
        "1,00,000": exact(100_000),
        "1.2m": exact(1_200_000),
        "3k": exact(3000),
        "1.234 million": exact(1_234_000),
        "1,5 million": exact(1_500_000),
        "2½ million": exact(2_500_000),
        "2 1/2 million": exact(2_500_000),
        "5 millions": exact(5_000_000),
        "two lakh": exact(200_000),
        "\u0663": exact(3),
        "**12**,": exact(12),
    },
    "words": {
        "thirteen": exact(13),
        "TWENTY-ONE": exact(21),
        "fifty five": exact(55),
        "Seven Hundred": exact(700),
        "a hundred and five": exact(105),
        "twelve hundred": exact(1200),
        "one hundred and five thousand": exact(105_000),
        "two and a half million": exact(2_500_000),
        "one-and-a-half million": exact(1_500_000),
        "a million and a half": exact(1_500_000),
        "half a million": exact(500_000),
        "three quarters of a million": exact(750_000),
        "a dozen": exact(12),
        "half a dozen": exact(6),
        "half-dozen": exact(6),
        "two dozen": exact(24),
        "three score": exact(60),
        "a couple": exact(2),
        "a couple of hundred": exact(200),
        "both": exact(2),
        "the trio": exact(3),
        "quadruple": exact(4),
    },
    "ordinals": {
        "its 507th": exact(507),
        "the seventh": exact(7),
        "twenty-first": exact(21),
        "THE HUNDRED AND FIFTH": exact(105),
        "a third": exact(1),
        "A second one": exact(1),
        "a fourth victim": exact(1),
        "a 12th": exact(1),
        "the first two": exact(2),
        "11th and 12th": exact(12),
    },
    "one": {
        "a": exact(1),
        "An": exact(1),
        "another": exact(1),
        "yet another": exact(1),
        "the other": exact(1),
        "a further": exact(1),
        "a single": exact(1),
        "a soldier": exact(1),
        "a 30-year-old man": exact(1),
        "a gang member": exact(1),
        "the ambassador": exact(1),
        "his wife": exact(1),
        "one of the three": exact(1),
        "someone": exact(1),
    },
    "what is said, not the running total": {
        "twelve others": exact(12),
        "another 12": exact(12),
        "12 more": exact(12),
        "a further 12": exact(12),
        "an additional two dozen": exact(24),
        "the other two": exact(2),
        "all 47": exact(47),
        "all of the 47": exact(47),
        "every one of the 12": exact(12),
        "the remaining 259": exact(259),
        "a total of 76": exact(76),
        "only one": exact(1),
        "a group of 12": exact(12),
        "11 of the 163": exact(11),
    },
    "parts of a whole": {
        "half of the 12": exact(6),
        "two-thirds of the 12": exact(8),
        "a third of the 12": exact(4),
        "all but one of the 12": exact(11),
        "most of the 12": vague(7),
        "half of the 13": vague(None),
        "half of them": vague(None),
        "more than half of the 12": floor(6, "more_than"),
    },
    "modifiers": {
        "at least 13": floor(13),
        "13 or more": floor(13),
        "13+": floor(13),
        "13, if not more": floor(13),
        "13 (perhaps more)": floor(13),
        "no fewer than 13": floor(13),
        "at least a dozen": floor(12),
        "more than 13": floor(13, "more_than"),
        "OVER 1,000": floor(1000, "more_than"),
        "upwards of 13": floor(13, "more_than"),
        ">13": floor(13, "more_than"),
        "well over a hundred": floor(100, "more_than"),
        "up to 13": ceiling(13),
        "as many as 13": ceiling(13),
        "no more than 13": ceiling(13),
        "13 at most": ceiling(13),
        "max 13": ceiling(13),
        "fewer than 13": ceiling(13, "less_than"),
        "just under 50": ceiling(50, "less_than"),
        "about 13": about(13),
        "some thirty": about(30),
        "an estimated 3,000": about(3000),
        "estimated at 10": about(10),
        "c. 13": about(13),
        "30-odd": about(30),
        "twenty-some": about(20),
        "20, some of them": exact(20),
        "a dozen or so": about(12),
        "nearly one million": ceiling(1_000_000, "nearly"),
        "close to 13": ceiling(13, "nearly"),
        "towards 13": ceiling(13, "nearly"),
    },
    "stacked modifiers": {
        "at least about 40": floor(40),
        "about 40 or more": floor(40),
        "up to nearly 13,000": ceiling(13_000),
        "more than about 300": floor(300, "more_than"),
        "at least 100 others": floor(100),
        "12, at least 3 of them": exact(12),
    },
    "ranges": {
        "3-5": between(3, 5),
        "3\u20135": between(3, 5),
        "3 to 5": between(3, 5),
        "three-to-five": between(3, 5),
        "ten-fifteen": between(10, 15),
        "between 3 and 5": between(3, 5),
        "between nine and 50": between(9, 50),
        "two or three": between(2, 3),
        "two, three or four": between(2, 4),
        "10,000 or 20,000 or 40,000": between(10_000, 40_000),
        "from 130,000 to as high as 200,000": between(130_000, 200_000),
        "at least 12 and as many as 20": between(12, 20),
        "at least 12 and up to 20": between(12, 20),
        "12 (possibly 15)": between(12, 15),
        "12 (3 of them children)": exact(12),
        "more than 40 but fewer than 50": between(40, 50),
        "12, possibly 15": between(12, 15),
        "40, if not 50": between(40, 50),
        "20-30,000": between(20_000, 30_000),
        "5-1,000": between(5, 1000),
        "between 5 and 10,000": between(5, 10_000),
        "two or three hundred": between(200, 300),
        "20 to 30 thousand": between(20_000, 30_000),
        "1.2 to 1.5 million": between(1_200_000, 1_500_000),
        "between one hundred and fifty and two hundred": between(150, 200),
        "between one hundred and five hundred": between(100, 500),
        "at least two or three": floor(2),
        "up to three or four": ceiling(4),
        "3 to 3": exact(3),
    },
    "nobody": {
        "no": NOBODY,
        "NO ONE": NOBODY,
        "no-one else": NOBODY,
        "none of the 12": NOBODY,
        "without suffering any": NOBODY,
        "any": NOBODY,
        "not": NOBODY,
        "not a single one": NOBODY,
        "neither": NOBODY,
        "no casualties": NOBODY,
        "zero": NOBODY,
        "0": NOBODY,
    },
    "indefinite": {
        "several": vague(2),
        "MANY": vague(2),
        "a few": vague(2),
        "some": vague(2),
        "some of whom": vague(2),
        "a number of": vague(2),
        "an undetermined number": vague(2),
        "a very large number": vague(2),
        "others": vague(2),
        "more": vague(2),
        "all": vague(2),
        "most, if not all": vague(2),
        "the victims": vague(2),
        "civilians": vague(2),
        "dozens": vague(24),
        "dozens more": vague(24),
        "several dozen": vague(24),
        "scores of others": vague(40),
        "hundreds": vague(200),
        "several hundred": vague(200),
        "hundreds, possibly thousands": vague(200),
        "dozens or even hundreds": vague(24),
        "thousands upon thousands": vague(2000),
        "tens of thousands": vague(20_000),
        "10s of thousands": vague(20_000),
        "100s": vague(200),
        "hundreds of thousands": vague(200_000),
        "millions": vague(2_000_000),
        "up to several": vague(None),
    },
    "no quantity": {
        "": UNREAD,
        " -, ": UNREAD,
        "the": UNREAD,
        "ambassador": UNREAD,
        "12%": UNREAD,
        "12 per cent": UNREAD,
        "one in five": UNREAD,
        "3/5": UNREAD,
        "$5": UNREAD,
        "2.5": UNREAD,
        "1,2345": UNREAD,
        "1990s": UNREAD,
        "more than": UNREAD,
        "not two": UNREAD,
        "an average of 12": UNREAD,
        "9" * 5000: UNREAD,
    },
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, value, id=f"{kind}: {text[:40]}") for kind in TABLE for text, value in TABLE[kind].items()],
)
def test_literal(text: str, expected: CountValue) -> None:
    assert parse_count(text) == expected
    assert parse_count(text.upper()) == expected
    assert parse_count(text).resolved is (expected is not UNREAD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tens", CountValue(10, 10, None, "indefinite")),
        ("dozens", CountValue(12, 12, None, "indefinite")),
        ("hundreds", CountValue(100, 100, None, "indefinite")),
        ("several hundred", CountValue(100, 100, None, "indefinite")),
        ("tens of thousands", CountValue(10_000, 10_000, None, "indefinite")),
        ("hundreds, possibly thousands", CountValue(100, 100, None, "indefinite")),
        ("several", CountValue(3, 3, 10, "indefinite")),
        ("civilians", CountValue(3, 3, 10, "indefinite")),
        ("3 to 5", CountValue(3, 3, 5, "range")),
        ("most of the 12", CountValue(7, 7, None, "indefinite")),
        ("at least 13", floor(13)),
        ("no one", NOBODY),
        ("the", UNREAD),
    ],
)
def test_acled(text: str, expected: CountValue) -> None:
    assert parse_count(text, "acled") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13", exact(13)),
        ("at least 13", CountValue(13, 13, 13, "at_least")),
        ("about 13", CountValue(13, 13, 13, "about")),
        ("nearly 13", CountValue(13, 13, 13, "nearly")),
        ("up to 13", CountValue(13, None, 13, "at_most")),
        ("3 to 5", CountValue(3, 3, 5, "range")),
        ("dozens", CountValue(24, 24, 24, "indefinite")),
        ("half of them", vague(None)),
        ("no one", NOBODY),
        ("the", UNREAD),
    ],
)
def test_ucdp(text: str, expected: CountValue) -> None:
    assert parse_count(text, "ucdp") == expected


def test_rejects_what_is_no_text_or_no_convention() -> None:
    with pytest.raises(InvalidTextError, match="int"):
        parse_count(13)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown count convention 'gtd'"):
        parse_count("13", "gtd")


def test_count_value_is_frozen_and_slotted() -> None:
    value = parse_count("13")
    with pytest.raises(AttributeError):
        value.value = 14  # type: ignore[misc]
    assert not hasattr(value, "__dict__")
