"""Settle the spans of list roles on whole mentions.

The reader tags each token, so a mention may come out in pieces ("A" and "UK-based monitoring group") or short of a
word; the mention tagger, which was trained to find exactly mentions, knows where they end.
"""

from collections.abc import Sequence

from claimx.heads.function_words import without_function_words
from claimx.heads.span_index import SpanIndex
from claimx.linking.linked_claim import RoleSpan


def settle_spans(spans: Sequence[RoleSpan], mentions: SpanIndex) -> list[RoleSpan]:
    """Join spans without a word between them, and widen each to the mention that it overlaps most.

    Args:
        spans: the spans of one role, in text order.
        mentions: the mentions of the role's type.
    """
    joined: list[RoleSpan] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = _union(joined[-1], span.start, span.end)
        else:
            joined.append(span)
    settled: list[RoleSpan] = []
    for span in joined:
        mention = mentions.most_overlapped(span.start, span.end)
        if mention:
            span = _union(span, *mention)
        if settled and settled[-1].end > span.start:
            settled[-1] = _union(settled[-1], span.start, span.end)
        else:
            settled.append(span)
    return settled


def whole_words(span: RoleSpan, label: str, words: Sequence[str]) -> RoleSpan | None:
    """A span without words at its ends that name nothing there: "a group in" names a group.

    Args:
        span: a span of a Doc.
        label: the mention type of its role.
        words: the Doc's words in lower case.

    Returns:
        The span, or None where nothing is left.
    """
    start, end = without_function_words(span.start, span.end, label, words)
    return RoleSpan(start, end, span.probability) if start < end else None


def _union(span: RoleSpan, start: int, end: int) -> RoleSpan:
    return RoleSpan(min(span.start, start), max(span.end, end), span.probability)
