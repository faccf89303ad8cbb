"""Settle entities on whole mentions.

Named entities are annotated in other corpora than claims, with other habits, so the entity tagger may cut what fills a
claim in pieces ("between", "25 and", "30"). The mention tagger, which was trained to find exactly what fills claims,
knows where that begins and ends.
"""

from collections.abc import Sequence

from claimx.heads.function_words import without_function_words

#: ``(first token, past last, label)``.
LabelledSpan = tuple[int, int, str]


def whole_entities(
    found: Sequence[LabelledSpan], mentions: Sequence[LabelledSpan], words: Sequence[str]
) -> list[LabelledSpan]:
    """Widen entities to the mentions that they overlap, and drop function words at their ends.

    An entity is widened where the mention has its label and overlaps no entity of another label.

    Args:
        found: entities in text order, without overlaps.
        mentions: mentions of the same labels; they may overlap.
        words: the Doc's words in lower case.

    Returns:
        Entities in text order, without overlaps.
    """
    whole: list[LabelledSpan] = []
    for start, end, label in found:
        start, end = _widened(start, end, label, found, mentions)
        if whole and whole[-1][1] > start:
            first, past, before = whole[-1]
            if before == label:
                whole[-1] = (first, max(end, past), label)
            continue
        whole.append((start, end, label))
    trimmed = ((*without_function_words(start, end, label, words), label) for start, end, label in whole)
    return [(start, end, label) for start, end, label in trimmed if start < end]


def _widened(
    start: int, end: int, label: str, found: Sequence[LabelledSpan], mentions: Sequence[LabelledSpan]
) -> tuple[int, int]:
    alike = [m for m in mentions if m[2] == label and min(m[1], end) > max(m[0], start)]
    if not alike:
        return start, end
    first, past, _ = max(alike, key=lambda m: min(m[1], end) - max(m[0], start))
    if all(other == label for s, e, other in found if s < past and e > first):
        return min(start, first), max(end, past)
    return start, end
