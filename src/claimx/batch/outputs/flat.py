"""The flat table: one row a claim, for spreadsheets and SQL; an article without claims has no row."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from claimx.batch.result import ArticleResult
from claimx.schema.actor import Actor
from claimx.schema.claim import Claim

#: What stands between the values of a field that has several.
SEPARATOR = "; "

_TEXT, _NUMBER, _OFFSET, _DEGREES, _DAY = pa.string(), pa.int64(), pa.int32(), pa.float64(), pa.date32()

FLAT_SCHEMA = pa.schema(
    [
        pa.field("article_id", _TEXT, nullable=False),
        pa.field("source_file", _TEXT, nullable=False),
        pa.field("position", _NUMBER, nullable=False),
        pa.field("published", _DAY),
        pa.field("title", _TEXT),
        pa.field("duplicate_of", _TEXT),
        pa.field("claim", _OFFSET, nullable=False),
        pa.field("outcome", _TEXT, nullable=False),
        pa.field("count_text", _TEXT),
        pa.field("count_value", _NUMBER),
        pa.field("count_min", _NUMBER),
        pa.field("count_max", _NUMBER),
        pa.field("count_modifier", _TEXT),
        pa.field("unit", _TEXT, nullable=False),
        pa.field("victims_text", _TEXT),
        pa.field("victims_category", _TEXT, nullable=False),
        pa.field("perpetrators", _TEXT),
        pa.field("perpetrator_types", _TEXT),
        pa.field("cause_text", _TEXT),
        pa.field("cause_type", _TEXT),
        pa.field("locations", _TEXT),
        pa.field("place_name", _TEXT),
        pa.field("country_code", _TEXT),
        pa.field("admin_area", _TEXT),
        pa.field("latitude", _DEGREES),
        pa.field("longitude", _DEGREES),
        pa.field("geonames_id", _NUMBER),
        pa.field("time_text", _TEXT),
        pa.field("earliest", _DAY),
        pa.field("latest", _DAY),
        pa.field("sources", _TEXT),
        pa.field("source_types", _TEXT),
        pa.field("stance", _TEXT, nullable=False),
        pa.field("scope", _TEXT, nullable=False),
        pa.field("event", _TEXT),
        pa.field("subset_of", _OFFSET),
        pa.field("confidence", pa.float64()),
        pa.field("evidence", _TEXT, nullable=False),
        pa.field("evidence_start", _OFFSET, nullable=False),
        pa.field("evidence_end", _OFFSET, nullable=False),
        pa.field("trigger", _TEXT, nullable=False),
    ]
)


def flat_rows(result: ArticleResult) -> Iterator[dict[str, Any]]:
    """The rows of an article's claims; ``claim`` counts them from 0, as ``subset_of`` does."""
    for number, claim in enumerate(result.claims):
        yield {
            "article_id": result.article_id,
            "source_file": result.source_file,
            "position": result.position,
            "published": result.published,
            "title": result.title,
            "duplicate_of": result.duplicate_of,
            "claim": number,
            **_claim_columns(claim),
        }


def _claim_columns(claim: Claim) -> dict[str, Any]:
    cause, time = claim.cause, claim.time
    # The first location is the most specific one; only of it are the values of the gazetteer told.
    place = claim.locations[0] if claim.locations else None
    return {
        "outcome": claim.outcome,
        "count_text": claim.count.text,
        "count_value": claim.count.value,
        "count_min": claim.count.min,
        "count_max": claim.count.max,
        "count_modifier": claim.count.modifier,
        "unit": claim.unit,
        "victims_text": claim.victims.text,
        "victims_category": claim.victims.category,
        "perpetrators": _names(claim.perpetrators),
        "perpetrator_types": _joined(actor.type or "unknown" for actor in claim.perpetrators),
        "cause_text": None if cause is None else cause.text,
        "cause_type": None if cause is None else cause.type,
        "locations": _joined(location.text for location in claim.locations),
        "place_name": None if place is None else place.name,
        "country_code": None if place is None else place.country_code,
        "admin_area": None if place is None else place.admin_area,
        "latitude": None if place is None else place.latitude,
        "longitude": None if place is None else place.longitude,
        "geonames_id": None if place is None else place.geonames_id,
        "time_text": None if time is None else time.text,
        "earliest": None if time is None else time.earliest,
        "latest": None if time is None else time.latest,
        "sources": _names(claim.sources),
        "source_types": _joined(actor.type or "unknown" for actor in claim.sources),
        "stance": claim.stance,
        "scope": claim.scope,
        "event": claim.event,
        "subset_of": claim.subset_of,
        "confidence": claim.confidence,
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "trigger": claim.trigger.text,
    }


def _names(actors: Iterable[Actor]) -> str | None:
    return _joined(actor.name or actor.text for actor in actors)


def _joined(values: Iterable[str]) -> str | None:
    return SEPARATOR.join(values) or None
