"""Settle the spans of list roles on whole mentions.

The reader tags each token, so a mention may come out in pieces ("A" and "UK-based monitoring group") or short of a
word; the mention tagger, which was trained to find exactly mentions, knows where they end.
"""

from collections.abc import Sequence

from claimx.linking.linked_claim import RoleSpan

_NEVER_FIRST = frozenset("and or of in by at on from near".split())
_NEVER_LAST = _NEVER_FIRST | frozenset("the a an with to for as that".split())


def settle_spans(spans: Sequence[RoleSpan], mentions: Sequence[tuple[int, int]]) -> list[RoleSpan]:
    """Join spans without a word between them, and widen each to the mention that it overlaps most.

    Args:
        spans: the spans of one role, in text order.
        mentions: ``(first, past last)`` token of the mentions of the role's type.
    """
    joined: list[RoleSpan] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = _union(joined[-1], span.start, span.end)
        else:
            joined.append(span)
    settled: list[RoleSpan] = []
    for span in joined:
        start, end = max(mentions, key=lambda m: min(m[1], span.end) - max(m[0], span.start), default=(span.end, 0))
        if min(end, span.end) > max(start, span.start):
            span = _union(span, start, end)
        if settled and settled[-1].end > span.start:
            settled[-1] = _union(settled[-1], span.start, span.end)
        else:
            settled.append(span)
    return settled


def whole_words(span: RoleSpan, words: Sequence[str]) -> RoleSpan | None:
    """A span without words at its ends that name nothing there: "a group in" names a group.

    Args:
        span: a span of a Doc.
        words: the Doc's words in lower case.

    Returns:
        The span, or None where nothing is left.
    """
    start, end = span.start, span.end
    while start < end and words[end - 1] in _NEVER_LAST:
        end -= 1
    while start < end and words[start] in _NEVER_FIRST:
        start += 1
    return RoleSpan(start, end, span.probability) if start < end else None


def _union(span: RoleSpan, start: int, end: int) -> RoleSpan:
    return RoleSpan(min(span.start, start), max(span.end, end), span.probability)
