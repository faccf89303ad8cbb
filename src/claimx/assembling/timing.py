"""Resolve time expressions in the text that they stand in."""

from datetime import date

from claimx.normalize.times import TimeValue, document_date, resolve_time

# Characters before a time expression in which a date that it may refer to is looked for.
_CONTEXT = 1500


def publication_day(text: str, published: date | None) -> date | None:
    """The publication date of a text: as it is given, or else as its dateline gives it."""
    return published if published is not None else document_date(text[:_CONTEXT])


def time_in_text(text: str, end: int, words: str, published: date | None) -> TimeValue:
    """The days that a time expression of a text means.

    Args:
        text: the whole text.
        end: where the expression ends in it.
        words: the expression.
        published: the text's publication date, where it is known.
    """
    return resolve_time(words, published, context=text[max(0, end - _CONTEXT) : end])
