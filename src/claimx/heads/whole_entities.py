"""Settle entities on whole mentions.

Named entities are annotated in other corpora than claims, with other habits, so the entity tagger may cut what fills a
claim in pieces ("between", "25 and", "30"). The mention tagger, which was trained to find exactly what fills claims,
knows where that begins and ends.
"""

from collections.abc import Sequence

from claimx.heads.function_words import without_function_words
from claimx.heads.span_index import SpanIndex

#: ``(first token, past last, label)``.
LabelledSpan = tuple[int, int, str]


def whole_entities(
    found: Sequence[LabelledSpan], mentions: Sequence[LabelledSpan], words: Sequence[str]
) -> list[LabelledSpan]:
    """Widen entities to the mentions that they overlap, and drop function words at their ends.

    An entity is widened where the mention has its label and overlaps no entity of another label.

    Args:
        found: entities in text order, without overlaps.
        mentions: mentions in text order; those of one label do not overlap.
        words: the Doc's words in lower case.

    Returns:
        Entities in text order, without overlaps.
    """
    whole: list[LabelledSpan] = []
    entities = SpanIndex([(start, end) for start, end, _ in found])
    alike = {
        label: SpanIndex([(start, end) for start, end, kind in mentions if kind == label])
        for label in {label for *_, label in found}
    }
    for start, end, label in found:
        first, past = alike[label].most_overlapped(start, end) or (start, end)
        if all(found[i][2] == label for i in entities.overlapped(first, past)):
            start, end = min(start, first), max(end, past)
        if whole and whole[-1][1] > start:
            first, past, before = whole[-1]
            if before == label:
                whole[-1] = (first, max(end, past), label)
            continue
        whole.append((start, end, label))
    trimmed = ((*without_function_words(start, end, label, words), label) for start, end, label in whole)
    return [(start, end, label) for start, end, label in trimmed if start < end]
