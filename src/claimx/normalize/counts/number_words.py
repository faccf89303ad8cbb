"""Reads one cardinal or ordinal number, in digits or in words, out of a list of tokens.

Number words are read by text2num (https://github.com/allo-media/text2num, MIT); what stands here is what news
adds to them: grouped digits, "1.2m", "two and a half million", "half a dozen", "a hundred", lakh and crore,
ordinals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from text_to_num import text2num

from claimx.normalize.counts.tokens import Token

_SMALL = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    ).split()
)
_BIG = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_NUMBER_WORDS = _SMALL | _BIG.keys()

#: Words that multiply the number before them, and what they stand for in the singular.
MULTIPLIERS = {**_BIG, "dozen": 12, "score": 20, "lakh": 10**5, "crore": 10**7}
#: The plurals that tell no number by themselves ("dozens"), with the value of one.
PLURAL_MULTIPLIERS = {"tens": 10, **{word + "s": value for word, value in MULTIPLIERS.items()}}
# After a coefficient the plural is a slip for the singular: "5 millions".
_AFTER_COEFFICIENT = MULTIPLIERS | {word + "s": value for word, value in MULTIPLIERS.items()}
_SUFFIXES = {
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "b": 10**9,
}

_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ORDINAL_WORDS = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
    **{tens[:-1] + "ieth": tens for tens in _SMALL if tens.endswith("ty")},
}
_ORDINAL_WORDS |= {
    word + "th": word for word in _NUMBER_WORDS if word not in _ORDINAL_WORDS.values() and not word.endswith("ty")
}

#: Parts of a whole by the word for one of them: "a third of the 12", "three quarters of a million".
FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
FRACTIONS |= {word: number for number, word in enumerate(["third", "fourth", "fifth", "sixth", "seventh", "eighth"], 3)}
FRACTIONS["tenth"] = 10
FRACTIONS |= {word + "s": number for word, number in tuple(FRACTIONS.items()) if number > 2 and word[-1] != "s"}

_WRITTEN_PARTS = {("1", "/", "2"): (1, 2), ("1", "/", "4"): (1, 4), ("3", "/", "4"): (3, 4)}

_AGE_UNITS = frozenset(["year", "years", "month", "months", "week", "weeks", "day", "days"])
# No count of people has more digits; int() would refuse absurdly long numerals.
_MAX_DIGITS = 15


class Amount(NamedTuple):
    """A number read from tokens.

    Attributes:
        numerator: the number times ``denominator``.
        end: the index of the first token after it.
        ordinal: whether it is told as an ordinal ("507th").
        multiplier: what multiplies it explicitly (1000 in "20 thousand" and in "30,000"; 1 if nothing does).
        spelled: whether the multiplier is a word; a numeral's own zeros are less sure a sign.
        denominator: 1, save where decimals or a fraction are not yet multiplied away ("1.2" in "1.2 to 1.5
            million").
    """

    numerator: int
    end: int
    ordinal: bool = False
    multiplier: int = 1
    spelled: bool = False
    denominator: int = 1

    @property
    def value(self) -> int | None:
        """The number, or None when it is no whole one and so counts nobody ("2.5")."""
        return self.times(1)

    def times(self, factor: int) -> int | None:
        """Return the number times a factor, or None when that is no whole number."""
        whole, rest = divmod(self.numerator * factor, self.denominator)
        return None if rest else whole


def read_amount(tokens: Sequence[Token], start: int, stop: int) -> Amount | None:
    """Read the longest number that begins at a token.

    Args:
        tokens: the expression's tokens.
        start: the index of the token to begin at.
        stop: the index to stop before.

    Returns:
        The number, or None if none begins there. Ages ("30-year-old") and decades ("1990s") are no numbers.
    """
    word = tokens[start].text
    fraction = read_fraction(tokens, start, stop)
    if fraction is not None:
        unit = _read_part_of_unit(*fraction, tokens, stop)
        if unit is not None:
            return unit
    if word[0].isdecimal():
        return _read_numeral(tokens, start, stop)
    if word in _NUMBER_WORDS or word in _ORDINAL_WORDS:
        return _read_spelled(tokens, start, stop)
    if word == "zero":
        return Amount(0, start + 1)
    if word in ("a", "an"):
        return _read_after_article(tokens, start, stop)
    if word in MULTIPLIERS:
        return _finish(1, 1, tokens, start, stop)
    return None


def _read_numeral(tokens: Sequence[Token], start: int, stop: int) -> Amount | None:
    end = start + 1
    literal = tokens[start].text
    # "2 000": a space as the separator, only before groups of exactly three.
    if len(literal) <= 3:
        while end < stop and tokens[end].link == " " and len(tokens[end].text) == 3 and tokens[end].text.isdecimal():
            literal += "," + tokens[end].text
            end += 1
    if len(literal) > _MAX_DIGITS:
        return None
    suffix = tokens[end].text if end < stop and tokens[end].link == "" else ""
    if suffix in _ORDINAL_ENDINGS:
        parts = _digits(literal, False)
        return Amount(parts[0], end + 1, ordinal=True) if parts and parts[1] == 1 else None
    if suffix == "s" or _is_age(tokens, end, stop):
        return None
    # A lone letter after a space is a multiplier only where a decimal asks for one: "1.2 m", but not "12 b".
    after = tokens[end].text if end < stop else ""
    scaled = suffix in _SUFFIXES or (after in _SUFFIXES and "." in literal) or after in _AFTER_COEFFICIENT
    parts = _digits(literal, scaled)
    if parts is None:
        return None
    if scaled and after in _SUFFIXES:
        factor = _SUFFIXES[after]
        return Amount(parts[0] * factor, end + 1, False, factor, True, parts[1])
    return _finish(*parts, tokens, end, stop, 1000 if literal.endswith((",000", ".000", "'000")) else 1)


def _digits(literal: str, decimal: bool) -> tuple[int, int] | None:
    """Read a numeral as a fraction (numerator, denominator).

    A single separator before three digits groups thousands, unless a multiplier follows and it is a point
    ("1.234 million"); before one or two digits it marks decimals.
    """
    if literal.isdecimal():
        return int(literal), 1
    signs = [c for c in literal if not c.isdecimal()]
    groups = literal.replace(".", ",").replace("'", ",").split(",")
    grouped = (
        len(groups[0]) <= 3
        and groups[0][0] != "0"
        and len(groups[-1]) == 3
        and all(len(g) in (2, 3) for g in groups[1:])
    )
    if len(set(signs)) == 1 and grouped and not (decimal and signs == ["."]):
        return int("".join(groups)), 1
    if len(set(signs[:-1])) > 1 or signs[-1] in signs[:-1] or any(len(g) != 3 for g in groups[1:-1]):
        return None
    return int("".join(groups)), int(10 ** len(groups[-1]))


def _read_spelled(tokens: Sequence[Token], start: int, stop: int) -> Amount | None:
    limit = start
    while limit < stop and _continues(tokens, start, limit, stop):
        limit += 1
    # The longest run that text2num reads, unless it would tear a multiplier off what follows:
    # "one hundred and five hundred" is not 105 and then "hundred".
    for end in range(limit, start, -1):
        if end < limit and tokens[end].text in MULTIPLIERS:
            continue
        run = [token.text for token in tokens[start:end]]
        ordinal = run[-1] in _ORDINAL_WORDS
        if ordinal:
            run[-1] = _ORDINAL_WORDS[run[-1]]
        value = _spelled_value(run)
        if value is None:
            continue
        if ordinal:
            return Amount(value, end, ordinal=True)
        if _is_age(tokens, end, stop):
            return None
        scale = _BIG.get(run[-1], 1)
        return _finish(value, 1, tokens, end, stop, scale, scale > 1)
    return None


def _continues(tokens: Sequence[Token], start: int, index: int, stop: int) -> bool:
    """Tell whether the token may belong to a run of number words, which an ordinal ends."""
    word = tokens[index].text
    if index > start and tokens[index - 1].text in _ORDINAL_WORDS:
        return False
    if word in _NUMBER_WORDS or word in _ORDINAL_WORDS:
        return True
    after = tokens[index + 1].text if index + 1 < stop else ""
    # "and" adds only to hundreds and more: in "ten and twenty" it joins two numbers.
    return word == "and" and tokens[index - 1].text in _BIG and (after in _SMALL or after in _ORDINAL_WORDS)


def _spelled_value(run: list[str]) -> int | None:
    try:
        return int(text2num(" ".join(run), "en"))
    except ValueError:
        return None


def _read_after_article(tokens: Sequence[Token], start: int, stop: int) -> Amount | None:
    """Read "a hundred and five", "a dozen", "a million and a half"."""
    word = tokens[start + 1].text if start + 1 < stop else ""
    if word in _BIG:
        return _read_spelled(tokens, start + 1, stop)
    if word in MULTIPLIERS:
        return _finish(1, 1, tokens, start + 1, stop)
    return None


def read_fraction(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int, int] | None:
    """Read a part of a whole, such as "half", "a third", "two-thirds" or "three quarters".

    Args:
        tokens: the expression's tokens.
        start: the index of the token to begin at.
        stop: the index to stop before.

    Returns:
        Numerator, denominator and the index of the first token after, or None if no fraction begins there.
        "a third" may still mean one more person: the caller looks at what follows.
    """
    word = tokens[start].text
    if word in ("half", "quarter"):
        return 1, FRACTIONS[word], start + 1
    after = tokens[start + 1].text if start + 1 < stop else ""
    if after not in FRACTIONS:
        return None
    if word in ("a", "one"):
        return 1, FRACTIONS[after], start + 2
    if after.endswith("s") and word in _SMALL:
        value = _spelled_value([word])
        return (value, FRACTIONS[after], start + 2) if value else None
    return None


def _read_part_of_unit(
    numerator: int, denominator: int, index: int, tokens: Sequence[Token], stop: int
) -> Amount | None:
    """Read what follows a fraction when it is a multiplier: the "a million" of "half a million"."""
    if denominator not in (2, 4):
        return None  # "a third million" is the third one
    while index < stop and tokens[index].text in ("of", "a", "an"):
        index += 1
    if index < stop and tokens[index].text in MULTIPLIERS:
        return _finish(numerator, denominator, tokens, index, stop)
    return None


def _finish(
    numerator: int,
    denominator: int,
    tokens: Sequence[Token],
    index: int,
    stop: int,
    multiplier: int = 1,
    spelled: bool = False,
) -> Amount:
    """Take in what follows a coefficient: the "and a half million" of "2 and a half million".

    Args:
        numerator: the coefficient's numerator.
        denominator: its denominator.
        tokens: the expression's tokens.
        index: the index of the first token after the coefficient.
        stop: the index to stop before.
        multiplier: the multiplier that the coefficient already holds.
        spelled: whether that is a word.

    Returns:
        The whole number.
    """
    part = _read_added_part(tokens, index, stop)
    if part is not None:
        added, whole, after = part
        # "a million and a half" adds half a million; "two and a half million" adds before multiplying.
        unit = multiplier if spelled else 1
        numerator, denominator, index = (
            numerator * whole + added * unit * denominator,
            denominator * whole,
            after,
        )
    while index < stop and tokens[index].text in _AFTER_COEFFICIENT:
        multiplier = _AFTER_COEFFICIENT[tokens[index].text]
        spelled = True
        numerator *= multiplier
        index += 1
        part = _read_added_part(tokens, index, stop)
        if part is not None:
            added, whole, index = part
            numerator, denominator = numerator * whole + added * multiplier * denominator, denominator * whole
    return Amount(numerator, index, False, multiplier, spelled, denominator)


def _read_added_part(tokens: Sequence[Token], index: int, stop: int) -> tuple[int, int, int] | None:
    """Read "and a half", "and half", "and three quarters" or " 1/2" as numerator, denominator and end."""
    written = tuple(token.text for token in tokens[index : min(index + 3, stop)])
    if written in _WRITTEN_PARTS and tokens[index].link != "":
        return *_WRITTEN_PARTS[written], index + 3
    if index + 1 >= stop or tokens[index].text != "and":
        return None
    fraction = read_fraction(tokens, index + 1, stop)
    return fraction if fraction is not None and fraction[1] in (2, 4) else None


def _is_age(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Tell whether the number before is an age: "30-year-old", "12 years old", "three-month old"."""
    return (
        index < stop
        and tokens[index].text in _AGE_UNITS
        and (tokens[index].link == "-" or (index + 1 < stop and tokens[index + 1].text in ("old", "olds")))
    )
