"""When two quoted spans of one text name the same thing."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claimx.schema.quote import OptionalQuote, Quote


class Span(NamedTuple):
    """Character offsets of a quote: the first character, and just past the last."""

    start: int
    end: int


def span_of(quote: Quote | OptionalQuote | None) -> Span | None:
    """The offsets of a quote, or None where there is no quote or it quotes nothing."""
    if quote is None or quote.start is None or quote.end is None:
        return None
    return Span(quote.start, quote.end)


def spans_overlap(first: Span | None, second: Span | None) -> bool:
    """Whether two spans share a character; a missing span overlaps nothing."""
    if first is None or second is None:
        return False
    return max(first.start, second.start) < min(first.end, second.end)


def spans_agree(text: str, first: Span, second: Span) -> bool:
    """Whether two spans name the same thing.

    They do when they are the same words, wherever these stand; or when they overlap and either have at least
    half of the longer one's words in common or end in the same (head) word. Case is ignored.

    Args:
        text: the text that both spans index.
        first: one span.
        second: the other; the order does not matter.
    """
    words, other_words = (text[span.start : span.end].lower().split() for span in (first, second))
    if not words or not other_words:
        return False
    if words == other_words:
        return True
    if not spans_overlap(first, second):
        return False
    in_common = (Counter(words) & Counter(other_words)).total()
    return 2 * in_common >= max(len(words), len(other_words)) or words[-1] == other_words[-1]


def agreeing_spans(text: str, predicted: Sequence[Span], gold: Sequence[Span]) -> int:
    """How many spans of two lists agree, taken as sets: every span serves once, and the order is free.

    Each predicted span, in turn, takes the first gold span that is still free and agrees with it.
    """
    free = list(gold)
    for span in predicted:
        partner = next((i for i, other in enumerate(free) if spans_agree(text, span, other)), None)
        if partner is not None:
            del free[partner]
    return len(gold) - len(free)
