"""Read a whole time expression: walk its tokens, pass over what dates nothing, combine the dates found."""

from dataclasses import replace

from claimx.normalize.times.anchor import Anchor
from claimx.normalize.times.clock import skip_clock
from claimx.normalize.times.range import agreed, read_range
from claimx.normalize.times.span import IMPOSSIBLE, UNKNOWN, Span, Unit, day_span
from claimx.normalize.times.tokens import Tokens, word_at
from claimx.normalize.times.words import DAYPARTS, FILLERS


def read_expression(tokens: Tokens, anchor: Anchor) -> Span:
    """The span of days that ``tokens`` name, UNKNOWN where they name none."""
    spans: list[Span] = []
    noise = daytime = 0
    i = 0
    while i < len(tokens):
        clock = skip_clock(tokens, i)
        match = None if clock else read_range(tokens, i, anchor)
        if match:
            spans.append(match.span)
            i = max(match.end, i + 1)
        elif clock or word_at(tokens, i) in DAYPARTS or _is_the_day(tokens, i):
            daytime += 1
            i = clock or i + 1
        else:
            noise += word_at(tokens, i) not in FILLERS
            i += 1
    if not spans and daytime and not noise:
        # Only a time of day: on the day that the text spoke of, else on the day of the news.
        day = anchor.before.day or anchor.published
        return day_span(day) if day else UNKNOWN
    return _combined(spans)


def _is_the_day(tokens: Tokens, i: int) -> bool:
    """Whether "throughout the day" or the like ends at ``i``."""
    return (word_at(tokens, i - 1), word_at(tokens, i)) == ("the", "day") and i + 1 == len(tokens)


def _combined(spans: list[Span]) -> Span:
    """One span of all: stated dates before bare lengths of time, and a lone year for a date without one."""
    stated = [span for span in spans if not span.duration] or spans
    if not stated or UNKNOWN in stated or IMPOSSIBLE in stated:
        return UNKNOWN
    years = [span for span in stated if span.unit == Unit.YEAR and span.in_year is None and span.earliest]
    if len(years) == 1 and years[0].earliest:
        year = years[0].earliest.year
        placed = [span.in_year(year) if span.in_year else span for span in stated if span is not years[0]]
        stated = [replace(span, in_year=None) for span in placed if span] or stated
    joined = agreed(stated)
    if joined not in stated:
        # Side by side and disjoint: "the weekend of 6 May", "Sunday (5 March)": the date by name decides.
        stated = [span for span in stated if span.calendar] or stated
    return agreed(stated)
