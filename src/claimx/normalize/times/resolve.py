"""Resolve the time expression of a claim to an inclusive span of days.

The grammar is explicit: :mod:`.tokens` splits the text, small parsers each read one construction
(:mod:`.calendar` dates, :mod:`.deictic` "last night", :mod:`.weekday` "last Friday",
:mod:`.ago` "two weeks ago", :mod:`.relative` "two days later", :mod:`.duration` "the past five
months", :mod:`.parts` "early 2017", :mod:`.range` "since 2014"), and :mod:`.scan` combines what
they find. What is left with a full date in another format goes to the ``dateparser`` package. Nothing depends
on the day on which the code runs.

Conventions, where not noted at the parser, are those of the annotation guidelines (field ``time``): spans are
inclusive; "since" runs to the publication date; a weekday is the last one on or before publication; a day or
month without a year is the most recent one, and without a publication date it stays unknown.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial

from claimx.normalize.times.anchor import Anchor, References
from claimx.normalize.times.dateline import document_date
from claimx.normalize.times.fallback import parse_foreign_date
from claimx.normalize.times.reference import references_before
from claimx.normalize.times.scan import read_expression
from claimx.normalize.times.span import Unit
from claimx.normalize.times.tokens import tokenise

__all__ = ["TimeValue", "document_date", "resolve_time"]

# Longer texts are no time expressions; the bound keeps the work per call small.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class TimeValue:
    """When something happened, as far as a text tells.

    Attributes:
        earliest: first day, or None when unknown.
        latest: last day, inclusive, or None when unknown or still open ("since 2014" in an undated text).
        edtf: what is known in EDTF (Library of Congress 2019, ISO 8601-2): "2017", "2014-05-03/2016-01-10",
            "XXXX-05-12" for a day without a year ("XXXX-05-12/XXXX" since that day), "198X" for a decade, "2014-22"
            for a summer, "2011~" for about 2011; None when nothing is known.
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str | None = None

    @property
    def resolved(self) -> bool:
        """Whether the first day is known, which is what makes a claim a dated one."""
        return self.earliest is not None


_UNRESOLVED = TimeValue()


def resolve_time(
    text: str,
    published: date | None = None,
    reference: date | None = None,
    context: str | None = None,
) -> TimeValue:
    """The span of days that a time expression names.

    Args:
        text: the expression ("last Friday", "since 2014", "12 MAY 89"); any string is accepted.
        published: the publication date, from which "yesterday" counts and a missing year is taken.
        reference: another date of the text, from which "the same day" or "two days later" counts.
        context: the passage that the expression stands in. Where ``published`` is None its dateline gives it
            (:func:`document_date`), and where ``reference`` is None the dates before the expression do.

    Returns:
        The span, unresolved (all None, or ``edtf`` only) for nonsense, impossible dates, and expressions
        relative to a date that is not known.
    """
    if not text or len(text) > _LONGEST:
        return _UNRESOLVED
    return _resolve(text, _plain(published), _plain(reference), context)


def _plain(day: date | None) -> date | None:
    """``day`` without a time of day: a datetime is a date, but does not compare with one."""
    return day.date() if isinstance(day, datetime) else day


@lru_cache(maxsize=4096)
def _resolve(text: str, published: date | None, reference: date | None, context: str | None) -> TimeValue:
    if context and published is None:
        published = document_date(context)
    try:
        if context and reference is None:
            find = partial(references_before, context, text, published)
        else:
            find = partial(References, reference, reference, reference, reference)
        span = read_expression(tokenise(text), Anchor(published, find))
    except (OverflowError, ValueError):  # arithmetic past the years 1 to 9999: no date
        return _UNRESOLVED
    if span.unit == Unit.YEAR or (not span.dated and span.edtf is None):
        day = parse_foreign_date(text)
        if day:
            return TimeValue(day, day, day.isoformat())
    if span.earliest and span.latest and span.earliest > span.latest:
        return _UNRESOLVED
    return TimeValue(span.earliest, span.latest, span.edtf)
