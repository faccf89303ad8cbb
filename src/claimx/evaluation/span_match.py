"""When two quoted spans of one text name the same thing."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
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


class SpanMatching(NamedTuple):
    """How the spans of two lists are matched one to one.

    Attributes:
        pairs: each predicted span that has a partner, with that partner.
        predicted_left: the predicted spans without a partner.
        gold_left: the gold spans without a partner.
    """

    pairs: list[tuple[Span, Span]]
    predicted_left: list[Span]
    gold_left: list[Span]


def match_spans(predicted: Sequence[Span], gold: Sequence[Span], fit: Callable[[Span, Span], bool]) -> SpanMatching:
    """Match the spans of two lists: each predicted one, in turn, takes the first gold one still free that fits it.

    Args:
        predicted: the spans that were read.
        gold: the spans that they are held against.
        fit: whether a predicted and a gold span may be matched.

    Returns:
        The matching; its pairs and what is left are in the order of the lists.
    """
    matching = SpanMatching([], [], list(gold))
    for span in predicted:
        partner = next((i for i, other in enumerate(matching.gold_left) if fit(span, other)), None)
        if partner is None:
            matching.predicted_left.append(span)
        else:
            matching.pairs.append((span, matching.gold_left.pop(partner)))
    return matching


def agreeing_spans(text: str, predicted: Sequence[Span], gold: Sequence[Span]) -> int:
    """How many spans of two lists agree, taken as sets: every span serves once, and the order is free.

    Args:
        text: the text that the spans index.
        predicted: the spans that were read.
        gold: the spans that they are held against.
    """
    return len(match_spans(predicted, gold, partial(spans_agree, text)).pairs)
