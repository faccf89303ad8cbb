"""The nested table: one row an article, its claims a list of structs, with real types.

Every field has the name that it has in :class:`~claimx.batch.result.ArticleResult` and in
:class:`~claimx.schema.claim.Claim`, so that a row is their dump; only ``confidences``, a dict, is a struct here.
"""

from typing import Any

import pyarrow as pa

from claimx.batch.result import ArticleResult
from claimx.schema.claim import CONFIDENT_FIELDS

_QUOTE = [("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())]
_ACTOR = pa.struct([*_QUOTE, ("id", pa.string()), ("name", pa.string()), ("type", pa.string())])
_COUNT = pa.struct(
    [*_QUOTE, ("value", pa.int64()), ("min", pa.int64()), ("max", pa.int64()), ("modifier", pa.string())]
)
_LOCATION = pa.struct(
    [
        *_QUOTE,
        ("name", pa.string()),
        ("country_code", pa.string()),
        ("admin_area", pa.string()),
        ("latitude", pa.float64()),
        ("longitude", pa.float64()),
        ("geonames_id", pa.int64()),
        ("kind", pa.string()),
        ("confidence", pa.float64()),
    ]
)
_TIME = pa.struct([*_QUOTE, ("earliest", pa.date32()), ("latest", pa.date32())])

CLAIM_TYPE = pa.struct(
    [
        ("outcome", pa.string()),
        ("trigger", pa.struct(_QUOTE)),
        ("evidence", pa.struct(_QUOTE)),
        ("count", _COUNT),
        ("unit", pa.string()),
        ("victims", pa.struct([*_QUOTE, ("category", pa.string())])),
        ("perpetrators", pa.list_(_ACTOR)),
        ("cause", pa.struct([*_QUOTE, ("type", pa.string())])),
        ("locations", pa.list_(_LOCATION)),
        ("time", _TIME),
        ("sources", pa.list_(_ACTOR)),
        ("stance", pa.string()),
        ("scope", pa.string()),
        ("event", pa.string()),
        ("subset_of", pa.int32()),
        ("confidence", pa.float64()),
        ("confidences", pa.struct([(name, pa.float64()) for name in CONFIDENT_FIELDS])),
    ]
)

NESTED_SCHEMA = pa.schema(
    [
        pa.field("article_id", pa.string(), nullable=False),
        pa.field("source_file", pa.string(), nullable=False),
        pa.field("position", pa.int64(), nullable=False),
        pa.field("published", pa.date32()),
        pa.field("title", pa.string()),
        pa.field("repairs", pa.list_(pa.string()), nullable=False),
        pa.field("duplicate_of", pa.string()),
        pa.field("claims", pa.list_(CLAIM_TYPE), nullable=False),
    ]
)


def nested_row(result: ArticleResult) -> dict[str, Any]:
    """The row of an article, for a table of :data:`NESTED_SCHEMA`."""
    return result.model_dump()


def result_of_row(row: dict[str, Any]) -> ArticleResult:
    """The article of a row that was read from a table of :data:`NESTED_SCHEMA`."""
    claims = [{**claim, "confidences": _given(claim["confidences"])} for claim in row["claims"]]
    return ArticleResult.model_validate({**row, "claims": claims})


def _given(confidences: dict[str, float | None] | None) -> dict[str, float] | None:
    """A struct names every field; a claim's dict names those that have a value."""
    if confidences is None:
        return None
    return {name: value for name, value in confidences.items() if value is not None}
