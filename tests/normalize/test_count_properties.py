"""Properties of the count normaliser: whatever is written in a supported form reads back."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimx.normalize.counts import CONVENTIONS, CountValue, parse_count

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def spell(n: int, joint: str = " ", hyphen: str = "-") -> str:
    """Spell a number out in English, an independent check on what the library reads."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (hyphen + ONES[n % 10] if n % 10 else "")
    for unit, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= unit:
            rest = n % unit
            tie = joint if 0 < rest < 100 else " "
            head = f"{spell(n // unit, joint, hyphen)} {name}"
            return head + tie + spell(rest, joint, hyphen) if rest else head
    raise AssertionError(n)


def spell_ordinal(n: int) -> str:
    """Spell a number out as an ordinal."""
    words = spell(n, " and ")
    head, last = words[: -len(words.replace("-", " ").split()[-1])], words.replace("-", " ").split()[-1]
    return head + (ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th"))


def grouped(separator: str) -> Callable[[int], str]:
    """Digits in groups of three."""
    return lambda n: f"{n:,}".replace(",", separator)


def indian(n: int) -> str:
    """Digits in the groups of India: 12,34,567."""
    head, tail = divmod(n, 1000)
    if not head:
        return str(n)
    groups = [f"{tail:03}"]
    while head >= 100:
        head, pair = divmod(head, 100)
        groups.insert(0, f"{pair:02}")
    return ",".join([str(head), *groups])


DIGITS = [str, *(grouped(mark) for mark in (",", " ", ".", "'", "\u2019", "\u00a0", "\u2009", "\u202f")), indian]
WORDS: list[Callable[[int], str]] = [
    spell,
    lambda n: spell(n, " and "),
    lambda n: spell(n, " and ", " "),
    lambda n: spell(n, "-and-").replace(" ", "-"),
    lambda n: spell(n).upper(),
    lambda n: spell(n, " and ").title(),
]
BEFORE = {
    "at_least": "at least;no fewer than;no less than;a minimum of;at the very least",
    "more_than": "more than;over;upwards of;in excess of;well over;>",
    "at_most": "up to;as many as;no more than;at most;a maximum of",
    "less_than": "fewer than;less than;under;below",
    "about": "about;around;roughly;approximately;an estimated;some;in the region of;~",
    "nearly": "nearly;almost;close to;approaching;just short of",
}
AFTER = {
    "at_least": " or more;+;-plus; at least;, if not more; and counting",
    "at_most": " or fewer; at most; or less",
    "about": " or so; or thereabouts; approximately",
}
STACKED = {
    "at_least": "at least about {};at least some {};about {} or more;at least nearly {}",
    "more_than": "more than about {};well over about {}",
    "at_most": "up to about {};up to nearly {};as many as around {}",
}
FRAMED = [
    *((name, f"{words} {{}}") for name, phrases in BEFORE.items() for words in phrases.split(";")),
    *((name, f"{{}}{words}") for name, phrases in AFTER.items() for words in phrases.split(";")),
    *((name, frame) for name, frames in STACKED.items() for frame in frames.split(";")),
]

numbers = st.integers(0, 10_000_000) | st.integers(0, 2000)
forms = st.sampled_from(DIGITS + WORDS)


def expected(n: int, modifier: str) -> CountValue:
    """The table of guidelines section 3."""
    low = n if modifier in ("exact", "none", "at_least", "more_than") else None
    high = n if modifier in ("exact", "none", "at_most", "less_than", "nearly") else None
    return CountValue(n, low, high, modifier)


def plain(n: int) -> CountValue:
    return expected(n, "exact" if n else "none")


@given(numbers, forms)
@settings(max_examples=600, deadline=None)
def test_any_number_in_any_form_reads_back(n, form) -> None:
    for frame in ("{}", "{} others", "{} more", "another {}", "a further {}", "all {}", "a total of {}", "{} of them"):
        assert parse_count(frame.format(form(n))) == plain(n)


@given(numbers, forms, st.sampled_from(FRAMED))
@settings(max_examples=1000, deadline=None)
def test_any_number_under_any_modifier_reads_back(n, form, framed) -> None:
    modifier, frame = framed
    assert parse_count(frame.format(form(n))) == expected(n, modifier)
    assert parse_count(frame.format(form(n)).upper()) == expected(n, modifier)


@given(st.integers(1, 100), st.sampled_from([(1000, "k"), (1000, "K"), (10**6, "m"), (10**6, "mn"), (10**6, "M")]))
@settings(max_examples=200, deadline=None)
def test_exact_suffixes_read_back(tenths, suffix) -> None:
    factor, letter = suffix
    n = tenths * factor // 10
    assert parse_count(f"{tenths / 10:g}{letter}") == plain(n)
    assert parse_count(f"at least {tenths / 10:g}{letter}") == expected(n, "at_least")
    word = "million" if factor == 10**6 else "thousand"
    assert parse_count(f"{tenths / 10:g} {word}") == plain(n)
    if tenths % 10 == 5 and tenths > 10:
        assert parse_count(f"{spell(tenths // 10)} and a half {word}") == plain(n)


@given(numbers, numbers, st.sampled_from(DIGITS), st.sampled_from(DIGITS))
@settings(max_examples=600, deadline=None)
def test_any_two_numerals_make_a_range(a, b, form_a, form_b) -> None:
    low, high = sorted((a, b))
    if low == high:
        high += 1
    frames = (
        "between {} and {};from {} to {};{} to {};{} or {};{} or even {};{}, possibly {};{}, perhaps as many as {};"
        "at least {} and up to {};at least {} but no more than {};more than {} but fewer than {};{} (possibly {})"
    )
    for frame in frames.split(";"):
        assert parse_count(frame.format(form_a(low), form_b(high))) == CountValue(None, low, high, "range"), frame
    for dash in "-\u2013\u2014":
        assert parse_count(f"{low}{dash}{high}") == CountValue(None, low, high, "range")
        assert parse_count(f"{low} {dash} {high}") == CountValue(None, low, high, "range")


@given(numbers, numbers, forms, forms, st.sampled_from(["between {} and {}", "{} to {}", "from {} to {}"]))
@settings(max_examples=400, deadline=None)
def test_any_two_numbers_make_a_range(a, b, form_a, form_b, pattern) -> None:
    low, high = sorted((a, b))
    text = pattern.format(form_a(low), form_b(high))
    # "between one thousand and one hundred and one thousand one hundred" may be read in two ways.
    assume(high < 1000 or text.count(" and ") <= pattern.count(" and "))
    read = parse_count(text)
    if low == high:
        assert read.value == low
    elif read != CountValue(None, low, high, "range"):
        # "two to three hundred": the low end may take the high end's multiplier.
        assert low < 1000 and read.max == high and read.min in {low * m for m in (100, 1000, 1_000_000)}


@given(st.integers(1, 10_000_000) | st.integers(1, 2000))
@settings(max_examples=400, deadline=None)
def test_any_ordinal_counts(n) -> None:
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    for written in (f"{n}{suffix}", f"{n:,}{suffix}", spell_ordinal(n), spell_ordinal(n).upper()):
        assert parse_count(f"its {written} traffic death") == plain(n)
        assert parse_count(f"the {written}") == plain(n)


fragments = st.lists(
    st.sampled_from(
        (
            "a an the of and or to between at least more than up no not any 3 1,2 5.5 12th million dozens half "
            "third all but - % , one hundred several some other most everyone $ ½ 1.2m 30-year-old ( ) 1/2 100s"
        ).split()
    ),
    max_size=12,
).map(" ".join)


@given(st.text(max_size=300) | fragments, st.sampled_from(CONVENTIONS))
@settings(max_examples=1500, deadline=None)
def test_no_string_raises_and_bounds_are_in_order(text, convention) -> None:
    read = parse_count(text, convention)
    assert read.resolved is (read.modifier is not None)
    told = [n for n in (read.min, read.value, read.max) if n is not None]
    assert told == sorted(told) and all(n >= 0 for n in told)
    assert read.resolved or read == CountValue()
    assert parse_count(text, convention) == read
