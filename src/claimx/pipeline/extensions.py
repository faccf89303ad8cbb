"""The attributes that claimx adds to spaCy's Doc and Span.

``doc._.published`` is the publication date, or None; it is set, as an ISO date or a ``date``, before the pipeline runs.
``doc._.min_confidence`` is the least confidence of a claim to keep, or None for the model's own; set before as well.
``doc._.prefilter`` says whether ``claimx_filter`` may pass over parts of the text; False if it is not set.
``doc._.claims`` is the list of :class:`~claimx.schema.claim.Claim` that the pipeline wrote. All are kept in
``doc.user_data``, such that a Doc can be sent between processes and stored.

A span of ``doc.ents`` carries the value of its words, read when it is asked for: ``span._.count`` of a NUMBER
(:class:`~claimx.normalize.counts.CountValue`), ``span._.time`` of a TIME (:class:`~claimx.normalize.times.TimeValue`),
``span._.place`` of a LOCATION (:class:`~claimx.normalize.places.Place`) and ``span._.actor`` of an ACTOR
(:class:`~claimx.normalize.actors.ResolvedActor`); each is None for a span of another label.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import srsly
from spacy.tokens import Doc, Span

from claimx.assembling.mention_values import ACTORS, PLACES
from claimx.assembling.timing import publication_day, time_in_text
from claimx.normalize.actors import ResolvedActor
from claimx.normalize.counts import CountValue, parse_count
from claimx.normalize.places import Place
from claimx.normalize.probability import probability
from claimx.normalize.publication import publication_date
from claimx.normalize.times import TimeValue
from claimx.schema.claim import Claim

CLAIMS_KEY = "claimx.claims"
PUBLISHED_KEY = "claimx.published"
MIN_CONFIDENCE_KEY = "claimx.min_confidence"


def _get_claims(doc: Doc) -> list[Claim]:
    kept = doc.user_data.get(CLAIMS_KEY, ())
    # In a Doc that was stored they are the records that _storable made of them.
    return [each if isinstance(each, Claim) else Claim.model_validate(each) for each in kept]


def _set_claims(doc: Doc, claims: list[Claim]) -> None:
    doc.user_data[CLAIMS_KEY] = list(claims)


@srsly.msgpack_encoders("claimx_claims")
def _storable(obj: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(obj, Claim):
        return obj.model_dump(mode="json")
    return obj if chain is None else chain(obj)


def _get_published(doc: Doc) -> date | None:
    value = doc.user_data.get(PUBLISHED_KEY)
    return date.fromisoformat(value) if value else None


def _set_published(doc: Doc, published: str | date | None) -> None:
    day = publication_date(published)
    doc.user_data[PUBLISHED_KEY] = day.isoformat() if day else None


def _get_min_confidence(doc: Doc) -> float | None:
    return doc.user_data.get(MIN_CONFIDENCE_KEY)


def _set_min_confidence(doc: Doc, least: float | None) -> None:
    doc.user_data[MIN_CONFIDENCE_KEY] = probability(least)


def _count(span: Span) -> CountValue | None:
    return parse_count(span.text) if span.label_ == "NUMBER" else None


def _time(span: Span) -> TimeValue | None:
    if span.label_ != "TIME":
        return None
    text = span.doc.text
    return time_in_text(text, span.end_char, span.text, publication_day(text, span.doc._.published))


def _place(span: Span) -> Place | None:
    return PLACES.of_span(span) if span.label_ == PLACES.label else None


def _actor(span: Span) -> ResolvedActor | None:
    return ACTORS.of_span(span) if span.label_ == ACTORS.label else None


_SPAN_VALUES = {"count": _count, "time": _time, "place": _place, "actor": _actor}


def register_extensions() -> None:
    """Add the attributes to Doc and Span; calling it again changes nothing."""
    for name, getter in _SPAN_VALUES.items():
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", getter=_get_claims, setter=_set_claims)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", getter=_get_published, setter=_set_published)
    if not Doc.has_extension("min_confidence"):
        Doc.set_extension("min_confidence", getter=_get_min_confidence, setter=_set_min_confidence)
    if not Doc.has_extension("prefilter"):
        Doc.set_extension("prefilter", default=False)
