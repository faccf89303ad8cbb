"""The count of a claim, from its words where it has some and from what the linker says it implies where not."""

import re

from claimx.linking.linked_claim import LinkedClaim
from claimx.linking.roles import IMPLIED_COUNTS
from claimx.normalize.counts import CountValue, parse_count
from claimx.schema.claim import Count
from claimx.schema.quote import Quote

_ONE = CountValue(1, 1, 1, "exact")
_NONE = CountValue(0, 0, 0, "none")
_PLURAL = CountValue(None, 2, None, "indefinite")


# Words that qualify the number after them: they belong to the count wherever they stand right before it.
_QUALIFIERS = re.compile(
    r"(?:\b(?:up to|as many as|as few as|at least|at most|(?:no |not )?(?:fewer|less|more) than|upwards of|in excess of"
    r"|close to|an estimated|nearly|almost|approximately|roughly|about|around|some|over|under)\s+)+$",
    re.IGNORECASE,
)
_REACH = 48

# Before these, "about" and "over" are prepositions: "a report about a man".
_DETERMINER = re.compile(r"(?:an?|the|his|her|its|their|this|that|these|those)\b", re.IGNORECASE)


def whole_count(text: str, quote: Quote) -> Quote:
    """The count words with all that qualifies them: "nearly 13,000" in "up to nearly 13,000" is widened to the whole.

    Args:
        text: the text that is quoted.
        quote: the count words as the linker found them.
    """
    before = _QUALIFIERS.search(text, max(0, quote.start - _REACH), quote.start)
    if before is None or _DETERMINER.match(quote.text) or not parse_count(quote.text).resolved:
        return quote
    return Quote(text=text[before.start() : quote.end], start=before.start(), end=quote.end)


def claim_count(linked: LinkedClaim, quote: Quote | None) -> Count:
    """The count of a linked claim.

    Args:
        linked: gives the implied number and the modifier that the linker read from the context.
        quote: the count words, or None where the count is implied.
    """
    number = implied_number(linked.attributes["implied_count"][0]) if quote is None else _read(linked, quote)
    words = {} if quote is None else vars(quote)
    return Count(value=number.value, min=number.min, max=number.max, modifier=number.modifier, **words)  # type: ignore[arg-type]


def implied_number(label: str) -> CountValue:
    """The count that a class of :data:`~claimx.linking.roles.IMPLIED_COUNTS` stands for."""
    if label == "none":
        return _NONE
    if label == "plural":
        return _PLURAL
    number = IMPLIED_COUNTS.index(label) + 1
    return CountValue(number, number, number, "exact")


def _read(linked: LinkedClaim, quote: Quote) -> CountValue:
    number = parse_count(quote.text)
    if number.resolved:
        return number
    if any(character.isdigit() for character in quote.text):
        return number  # a figure that cannot be read is told as unread, not guessed
    # Words such as "any" or "the rest" mean what their sentence makes of them: that is the linker's to say.
    return {"none": _NONE, "exact": _ONE}.get(linked.attributes["modifier"][0], _PLURAL)
