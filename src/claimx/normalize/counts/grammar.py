"""The grammar of quantity expressions: modifiers, a quantity, modifiers, perhaps a joint and another side.

    expression = "between" side "and" side | side (joint side)*
    side       = before* (quantity | fallback) after*
    quantity   = nobody | fraction of a whole | number | fixed word
               | plurals of multipliers | many | majority | collective
    fallback   = what "a", "another", "the others" or a bare noun phrase counts to without a number

Words that play no part are passed over, for the expression may come from a model that quoted a word too much.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from claimx.normalize.counts import lexicon
from claimx.normalize.counts.number_words import (
    FRACTIONS,
    MULTIPLIERS,
    PLURAL_MULTIPLIERS,
    Amount,
    read_amount,
    read_fraction,
)
from claimx.normalize.counts.tokens import Token, tokenise
from claimx.normalize.counts.value import PLURAL_FLOOR, UNRESOLVED, CountValue, indefinite, interval, number

_LOWER = ("at_least", "more_than")
_UPPER = ("at_most", "less_than")
# The longest expressions of news have a dozen words; what is longer is no quantity expression.
_MAX_CHARACTERS = 256
_MAX_TOKENS = 64
# The round numerals whose plural is as vague as "tens" and "hundreds".
_ROUND = {"10": 10, "100": 100, "1000": 1000, "1,000": 1000}
_ORDINAL_PARTS = FRACTIONS.keys() - {"half", "halves", "quarter", "quarters"}


class _Quantity(NamedTuple):
    """What one side counts, and where its tokens end.

    Attributes:
        end: the index of the first token after it.
        value: the number, or None where it is indefinite.
        floor: the floor of what is indefinite; None where it has none.
        unit: the one unit that a vague multiplier names, 12 for "dozens"; None for all else.
        amount: the number as it was read, where a numeral or number words tell it.
        readable: False for what looks like a number and counts nobody, such as a percentage.
    """

    end: int
    value: int | None = None
    floor: int | None = None
    unit: int | None = None
    amount: Amount | None = None
    readable: bool = True


class _Side(NamedTuple):
    """A quantity under the modifier that governs it ("exact" if none does), and where its tokens end."""

    modifier: str
    quantity: _Quantity
    end: int


def read_count(text: str, one_unit: bool = False) -> CountValue:
    """Read a quantity expression.

    Args:
        text: the expression, such as "at least 12", "dozens" or "between nine and 50".
        one_unit: whether a plural such as "dozens" has a floor of one unit (12) and not, as it means
            literally, of two (24).

    Returns:
        The count under the guidelines, section 3; :data:`UNRESOLVED` if the text is no quantity expression.
    """
    if len(text) > _MAX_CHARACTERS:
        return UNRESOLVED
    tokens = tokenise(text)
    if not tokens or len(tokens) > _MAX_TOKENS or any(token.text in lexicon.AVERAGES for token in tokens):
        return UNRESOLVED
    sides = _read_between(tokens) or _read_sides(tokens)
    if not sides or not all(side.quantity.readable for side in sides):
        return UNRESOLVED
    floors = [s.quantity.floor if s.quantity.unit is None or not one_unit else s.quantity.unit for s in sides]
    return _single(sides[0], floors[0]) if len(sides) == 1 else _several(sides, floors)


# -- from sides to a count -----------------------------------------------------------------------------------


def _single(side: _Side, floor: int | None) -> CountValue:
    if side.quantity.value is not None:
        return number(side.quantity.value, side.modifier)
    # "up to several": a ceiling that is itself unknown leaves no floor.
    return indefinite(None if side.modifier in _UPPER else floor)


def _several(sides: Sequence[_Side], floors: Sequence[int | None]) -> CountValue:
    if all(_is_ordinal(side) for side in sides):
        return number(max(side.quantity.value or 0 for side in sides))  # "11th and 12th": the running total
    values = [side.quantity.value for side in sides if side.quantity.value is not None]
    if len(values) < len(sides):
        return indefinite(min(values + [floor for floor in floors if floor is not None], default=None))
    first, last = sides[0].modifier, sides[-1].modifier
    if last in _LOWER or (first in _LOWER and last not in _UPPER):
        return number(min(values), first if first in _LOWER else last)  # "at least two or three"
    if first in _UPPER:
        return number(max(values), first)  # "up to three or four"
    return interval(min(values), max(values))


# -- sides and joints ----------------------------------------------------------------------------------------


def _read_between(tokens: Sequence[Token]) -> list[_Side] | None:
    """Read "between A and B", at the "and" that leaves a whole number on either side of it.

    Of several such, at that with the lowest upper end that is no less than the lower one: the words on both sides of
    the "and" that joins the two may also read as one number, a far larger one.
    """
    words = [token.text for token in tokens]
    if "between" not in words:
        return None
    start = words.index("between") + 1
    found: list[tuple[float, list[_Side]]] = []
    for joint in range(start + 1, len(tokens) - 1):
        if words[joint] not in ("and", "to", "-", "or"):
            continue
        low = _read_side(tokens, start, joint)
        high = _read_side(tokens, joint + 1, len(tokens))
        if low is None or high is None or low.end != joint:
            continue
        # "between one hundred and fifty and two hundred" does not part at its first "and".
        if _and_number_follows(tokens, high.end):
            continue
        if low.quantity.amount is not None and high.quantity.amount is not None:
            least, most = low.quantity.amount.value, high.quantity.amount.value
            order = inf if least is None or most is None or most < least else most
            found.append((order, [_Side("exact", _scaled(low, high, False), joint), high]))
    return min(found, key=lambda each: each[0])[1] if found else None


def _and_number_follows(tokens: Sequence[Token], index: int) -> bool:
    return (
        index + 1 < len(tokens)
        and tokens[index].text == "and"
        and read_amount(tokens, index + 1, len(tokens)) is not None
    )


def _read_sides(tokens: Sequence[Token]) -> list[_Side]:
    """Read a side and whatever further sides joints tie to it."""
    side = _read_side(tokens, 0, len(tokens))
    if side is None:
        return []
    sides = [side]
    while (joined := _read_joined(tokens, sides[-1])) is not None:
        right, dashed = joined
        sides[-1] = sides[-1]._replace(quantity=_scaled(sides[-1], right, dashed))
        sides.append(right)
    return sides


def _read_joined(tokens: Sequence[Token], left: _Side) -> tuple[_Side, bool] | None:
    """Read a joint and the side after it ("or three"), and tell whether the joint is a dash."""
    index, stop = left.end, len(tokens)
    if index < stop and tokens[index].text == ",":
        index += 1
    elif index + 1 < stop and tokens[index].text == "(":
        # "12 (possibly 15)" is a range; "12 (3 of them children)" is none.
        if lexicon.match(lexicon.JOINTS, tokens, index + 1, stop) is None:
            return None
        index += 1
    if index >= stop:
        return None
    # "ten-fifteen": a hyphen joins two numbers that do not make one.
    if tokens[index].link == "-" and left.quantity.amount is not None:
        right = _read_bare(tokens, index)
        if right is not None and right.quantity.amount is not None:
            return right, True
    joint = lexicon.match(lexicon.JOINTS, tokens, index, stop)
    if joint is None:
        right = _read_bare(tokens, index)
        if right is None:
            return None
        # "2, 3 or 4": a comma joins where the last of the list has an "or".
        listed = tokens[left.end].text == "," and right.end < stop and tokens[right.end].text == "or"
        return (right, False) if right.modifier in _UPPER or listed else None
    kind, after = joint
    right = _read_bare(tokens, after)
    if right is None:
        return None
    if kind == "bound" and right.modifier not in _UPPER and not (_is_ordinal(left) and _is_ordinal(right)):
        return None
    return right, tokens[index].text == "-"


def _read_bare(tokens: Sequence[Token], start: int) -> _Side | None:
    """Read a side that begins at once with a modifier or a quantity, with no words to pass over."""
    stop = len(tokens)
    if start >= stop:
        return None
    if lexicon.match(lexicon.BEFORE, tokens, start, stop) is None and _read_quantity(tokens, start, stop) is None:
        return None
    side = _read_side(tokens, start, stop)
    return side if side is not None and (side.quantity.amount or side.quantity.floor) else None


def _is_ordinal(side: _Side) -> bool:
    return side.quantity.amount is not None and side.quantity.amount.ordinal


def _scaled(left: _Side, right: _Side, dashed: bool) -> _Quantity:
    """Lend the left number the right one's multiplier: "two or three hundred", "20-30,000"."""
    small, large = left.quantity.amount, right.quantity.amount
    if small is None or large is None or large.value is None or small.multiplier > 1:
        return left.quantity
    if small.value is not None and small.value >= 1000:
        return left.quantity  # a thousand or more is a figure of its own
    value = small.times(large.multiplier)
    # A numeral's own zeros lend themselves across a dash only: "5 to 10,000" may well mean 5. Nor does a
    # multiplier that would make the left number the higher: "5-1,000" is 5 to 1,000.
    if not (large.spelled or dashed) or value is None or value >= large.value:
        return left.quantity
    return left.quantity._replace(value=value, readable=True)


def _read_side(tokens: Sequence[Token], start: int, stop: int) -> _Side | None:
    """Read modifiers, a quantity or a fallback, and the modifiers after it."""
    modifiers: list[str] = []
    committed = False
    index = start
    while index < stop:
        word = tokens[index].text
        before = tokens[index - 1].text if index > start else ""
        modifier = lexicon.match(lexicon.BEFORE, tokens, index, stop)
        if modifier is not None:
            modifiers.append(modifier[0])
            committed |= word == "some"
            index = modifier[1]
            continue
        quantity = _read_quantity(tokens, index, stop, before)
        if quantity is not None:
            return _read_after(tokens, modifiers, quantity, stop)
        if word == "of":
            if before in lexicon.FALLBACKS and before not in lexicon.WHOLE:
                break  # "some of the 12", "another of the 12"
        elif word in lexicon.FALLBACKS:
            committed = True
            if word == "every" and index + 1 < stop and tokens[index + 1].text == "one":
                index += 1
        elif committed and word[0].isalpha() and word not in lexicon.TRANSPARENT and word not in lexicon.DETERMINERS:
            break  # "a man and two women": the noun ends the reach of "a"
        index += 1
    fallback = _read_fallback([token.text for token in tokens[start:stop]], index)
    return None if fallback is None else _Side("exact", fallback, index)


def _read_after(tokens: Sequence[Token], modifiers: list[str], quantity: _Quantity, stop: int) -> _Side:
    """Read the modifiers after a quantity, and choose the one that governs it."""
    index = quantity.end
    while index < stop:
        comma = tokens[index].text in (",", "(") and index + 1 < stop  # "13, if not more"
        after = lexicon.match(lexicon.AFTER, tokens, index + comma, stop)
        # "12, at least 3 of them": that bound is another number's.
        # "3 and up to 5": that "up" is not "and upwards".
        if after is not None and (
            after[1] >= stop or (read_amount(tokens, after[1], stop) is None and tokens[after[1]].text != "to")
        ):
            modifiers.append(after[0])
            index = after[1]
        elif tokens[index].text in lexicon.LOOSENING and tokens[index].link == "-":
            modifiers.append("about")  # "20-some", but not "20, some of them"
            index += 1
        elif tokens[index].text in lexicon.TRAILING:
            index += 1
        else:
            break
    return _Side(_governing(modifiers), quantity, index)


def _governing(modifiers: Sequence[str]) -> str:
    """Choose among stacked modifiers: the outermost bound, else "nearly", else "about"."""
    for modifier in modifiers:
        if modifier in _LOWER or modifier in _UPPER:
            return modifier
    return "nearly" if "nearly" in modifiers else modifiers[0] if modifiers else "exact"


# -- quantities ----------------------------------------------------------------------------------------------


def _read_quantity(tokens: Sequence[Token], start: int, stop: int, before: str = "") -> _Quantity | None:
    """Read what is counted at a token; ``before`` is the word before it."""
    word = tokens[start].text
    if word in lexicon.NOBODY:
        return _read_nobody(tokens, start, stop)
    if word in lexicon.HARDLY and start + 1 < stop and tokens[start + 1].text == "any":
        return _Quantity(start + 2)
    if word == "all" and start + 1 < stop and tokens[start + 1].text == "but":
        return _read_all_but(tokens, start + 2, stop)
    amount = read_amount(tokens, start, stop)
    if amount is None or amount.multiplier == 1:
        part = _read_part(tokens, start, stop)
        if part is not None:
            return part
    if amount is not None:
        return _read_number(tokens, amount, stop, before)
    if word in lexicon.FIXED:
        value, end = _multiplied(lexicon.FIXED[word], tokens, start + 1, stop)
        return _Quantity(end, value=value)
    if word in _ROUND and start + 1 < stop and tokens[start + 1] == ("s", ""):  # "100s", but not "1990s"
        unit, end = _multiplied(_ROUND[word], tokens, start + 2, stop)
        return _Quantity(end, floor=PLURAL_FLOOR * unit, unit=unit)
    if word in PLURAL_MULTIPLIERS:
        unit, end = _multiplied(PLURAL_MULTIPLIERS[word], tokens, start + 1, stop)
        return _Quantity(end, floor=PLURAL_FLOOR * unit, unit=unit)
    if word in lexicon.MANY:
        unit, end = _multiplied(1, tokens, start + 1, stop)
        return _Quantity(end, floor=PLURAL_FLOOR * unit, unit=unit if unit > 1 else None)
    if word in lexicon.MAJORITY:
        whole = _read_whole(tokens, start + 1, stop)
        return _Quantity(whole[1], floor=whole[0] // 2 + 1) if whole else _plurality(start + 1)
    if word in lexicon.COLLECTIVES:
        return _read_collective(tokens, start, stop)
    return None


def _plurality(end: int) -> _Quantity:
    return _Quantity(end, floor=PLURAL_FLOOR)


def _read_nobody(tokens: Sequence[Token], start: int, stop: int) -> _Quantity:
    """Read "no", "none", "not", "any" ...; "not 12" denies a number and tells none."""
    if tokens[start].text == "not" and start + 1 < stop:
        denied = _read_quantity(tokens, start + 1, stop)
        if tokens[start + 1].text in lexicon.WHOLE or (denied is not None and denied.value not in (0, 1)):
            return _Quantity(start + 2, readable=False)
    return _Quantity(start + 1, value=0)


def _read_all_but(tokens: Sequence[Token], start: int, stop: int) -> _Quantity | None:
    """Read what follows "all but": "one of the 12" leaves 11."""
    spared = read_amount(tokens, start, stop) if start < stop else None
    if spared is None or spared.value is None:
        return None
    whole = _read_whole(tokens, spared.end, stop)
    if whole is None or whole[0] < spared.value:
        return _plurality(spared.end)
    return _Quantity(whole[1], value=whole[0] - spared.value)


def _read_part(tokens: Sequence[Token], start: int, stop: int) -> _Quantity | None:
    """Read a fraction of a whole: 6 for "half of the 12", no number or floor where the part is not told."""
    fraction = read_fraction(tokens, start, stop)
    if fraction is None:
        return None
    numerator, denominator, end = fraction
    of_follows = end < stop and tokens[end].text == "of"
    if tokens[start].text == "a" and tokens[end - 1].text in _ORDINAL_PARTS and not of_follows:
        return None  # "a third victim" is one more
    whole = _read_whole(tokens, end, stop)
    if whole is None or numerator * whole[0] % denominator:
        return _Quantity(end)
    return _Quantity(whole[1], value=numerator * whole[0] // denominator)


def _read_whole(tokens: Sequence[Token], index: int, stop: int) -> tuple[int, int] | None:
    """Read the whole that a part is taken of, "of the 12" or "the 12", as its size and end."""
    start = index
    while index < stop and (
        tokens[index].text in ("of", "all", "these", "those") or tokens[index].text in lexicon.DETERMINERS
    ):
        index += 1
    amount = read_amount(tokens, index, stop) if start < index < stop else None
    if amount is None or amount.value is None or amount.ordinal:
        return None
    return amount.value, amount.end


def _read_number(tokens: Sequence[Token], amount: Amount, stop: int, before: str) -> _Quantity:
    """Judge what a number counts, from what stands before and after it."""
    after = tokens[amount.end].text if amount.end < stop else ""
    if amount.value is None or after in lexicon.RATES or before in lexicon.CURRENCIES:
        return _Quantity(amount.end, amount=amount, readable=False)
    following = read_amount(tokens, amount.end, stop) if amount.end < stop else None
    if amount.ordinal and following is not None and not following.ordinal and following.value is not None:
        return _Quantity(following.end, value=following.value, amount=following)  # "the first two"
    if amount.ordinal and before in lexicon.ONE_MORE:
        return _Quantity(amount.end, value=1)
    if after == "in" and amount.end + 1 < stop:
        base = read_amount(tokens, amount.end + 1, stop)
        if base is not None and base.value is not None and amount.value < base.value:
            return _Quantity(amount.end, readable=False)  # "one in five"
    return _Quantity(amount.end, value=amount.value, amount=amount)


def _multiplied(base: int, tokens: Sequence[Token], index: int, stop: int) -> tuple[int, int]:
    """Multiply by the multipliers that follow: "several hundred", "tens of thousands"."""
    while index < stop:
        after = index + 1 if tokens[index].text in ("of", "and", "upon") else index
        word = tokens[after].text if after < stop else ""
        factor = MULTIPLIERS.get(word) or PLURAL_MULTIPLIERS.get(word)
        if factor is None:
            break
        if tokens[index].text not in ("and", "upon"):  # "thousands upon thousands" is no more than thousands
            base *= factor
        index = after + 1
    return base, index


def _read_collective(tokens: Sequence[Token], start: int, stop: int) -> _Quantity | None:
    """Read a noun for a group: the size told after "of", else a plurality; "a gang member" is no group."""
    after = tokens[start + 1].text if start + 1 < stop else ""
    if after == "of":
        size = read_amount(tokens, start + 2, stop) if start + 2 < stop else None
        if size is not None and size.value is not None and not size.ordinal:
            return _Quantity(size.end, value=size.value, amount=size)
    elif after[:1].isalpha() and after not in lexicon.NOUN_ENDS:
        return None
    return _plurality(start + 1)


# -- what a side without a number counts to ------------------------------------------------------------------


def _read_fallback(words: Sequence[str], end: int) -> _Quantity | None:
    """Count by article, pronoun or grammatical number, where a side has no quantity of its own.

    Args:
        words: the side's words.
        end: the index of the token after the side.

    Returns:
        One for "a soldier", "another", "the other" and "his wife"; a plurality for "others", "the victims"
        and "civilians"; None for words that count nobody.
    """
    determined = False
    noun = ""
    for index, word in enumerate(words):
        if words[index : index + 2] == ["more", "than"]:
            return None  # a modifier of nothing
        if word in lexicon.FALLBACKS:
            count = lexicon.FALLBACKS[word]
            if word == "other" and determined and not lexicon.is_plural(_head(words[index + 1 :])):
                count = 1
            return _plurality(end) if count is None else _Quantity(end, value=count)
        determined |= word in lexicon.DETERMINERS
    noun = _head([word for word in words if word not in lexicon.DETERMINERS])
    if noun and lexicon.is_plural(noun):
        return _plurality(end)
    return _Quantity(end, value=1) if noun and determined else None


def _head(words: Sequence[str]) -> str:
    """Return the head of a noun phrase, by English word order its last word before a preposition or verb."""
    head = ""
    for word in words:
        if word in lexicon.NOUN_ENDS:
            break
        if word[0].isalpha():
            head = word
    return head
