"""Which spans of a text overlap others, without a look at all of them: a long text has thousands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


class SpanIndex:
    """Spans in text order that do not overlap each other.

    Args:
        spans: ``(first, past last)`` token of each.
    """

    def __init__(self, spans: Sequence[tuple[int, int]]):
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def overlapped(self, start: int, end: int) -> range:
        """The indices of the spans that share a token with ``start:end``."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def most_overlapped(self, start: int, end: int) -> tuple[int, int] | None:
        """The span that shares most tokens with ``start:end``, the first of several; None where none shares any."""
        shared = [self.spans[i] for i in self.overlapped(start, end)]
        return max(shared, key=lambda span: min(span[1], end) - max(span[0], start), default=None)
