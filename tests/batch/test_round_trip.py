from datetime import date

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.batch.outputs.flat import FLAT_SCHEMA, flat_rows
from claimx.batch.outputs.jsonl_writer import result_line, result_of_line
from claimx.batch.outputs.nested import CLAIM_TYPE, NESTED_SCHEMA, nested_row, result_of_row
from claimx.batch.result import ArticleResult
from claimx.schema.actor import Actor
from claimx.schema.claim import CONFIDENT_FIELDS, Cause, Claim, Count, Time, Victims
from claimx.schema.labels import (
    ACTOR_TYPES,
    CAUSE_TYPES,
    MODIFIERS,
    OUTCOMES,
    PLACE_KINDS,
    SCOPES,
    STANCES,
    UNITS,
    VICTIM_CATEGORIES,
)
from claimx.schema.location import Location
from claimx.schema.quote import Quote

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
SHARE = st.floats(0, 1)
DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1))
NUMBER = st.integers(0, 2**63 - 1)


def some(values):
    return st.none() | values


def one_of(labels):
    return st.sampled_from(labels)


@st.composite
def quoted(draw, model=Quote, **fields):
    words, start = draw(WORDS), draw(st.integers(0, 10**6))
    return model(text=words, start=start, end=start + len(words), **{name: draw(made) for name, made in fields.items()})


@st.composite
def counts(draw):
    low, high = sorted((draw(NUMBER), draw(NUMBER)))
    fields = {
        "value": draw(some(NUMBER)),
        "min": draw(some(st.just(low))),
        "max": draw(some(st.just(high))),
        "modifier": draw(some(one_of(MODIFIERS))),
    }
    if draw(st.booleans()):
        return Count(**fields)
    return draw(quoted(Count, **{name: st.just(value) for name, value in fields.items()}))


@st.composite
def times(draw):
    first, last = sorted((draw(DAY), draw(DAY)))
    return draw(quoted(Time, earliest=some(st.just(first)), latest=some(st.just(last))))


ACTORS = st.lists(quoted(Actor, id=some(TEXT), name=some(TEXT), type=some(one_of(ACTOR_TYPES))), max_size=2)
LOCATIONS = st.lists(
    quoted(
        Location,
        name=some(TEXT),
        country_code=some(TEXT),
        admin_area=some(TEXT),
        latitude=some(st.floats(-90, 90)),
        longitude=some(st.floats(-180, 180)),
        geonames_id=some(NUMBER),
        kind=some(one_of(PLACE_KINDS)),
        confidence=some(SHARE),
    ),
    max_size=2,
)
CLAIMS = st.builds(
    Claim,
    outcome=one_of(OUTCOMES),
    trigger=quoted(),
    evidence=quoted(),
    count=counts(),
    unit=one_of(UNITS),
    victims=quoted(Victims, category=one_of(VICTIM_CATEGORIES))
    | st.builds(Victims, category=one_of(VICTIM_CATEGORIES)),
    perpetrators=ACTORS,
    cause=some(quoted(Cause, type=one_of(CAUSE_TYPES))),
    locations=LOCATIONS,
    time=some(times()),
    sources=ACTORS,
    stance=one_of(STANCES),
    scope=one_of(SCOPES),
    event=some(TEXT),
    subset_of=some(st.integers(0, 100)),
    confidence=some(SHARE),
    confidences=some(st.dictionaries(one_of(CONFIDENT_FIELDS), SHARE, max_size=4)),
)
RESULTS = st.builds(
    ArticleResult,
    article_id=TEXT,
    source_file=TEXT,
    position=NUMBER,
    published=some(DAY),
    title=some(TEXT),
    repairs=st.lists(TEXT, max_size=2),
    duplicate_of=some(TEXT),
    claims=st.lists(CLAIMS, max_size=2),
)


@settings(max_examples=60)
@given(RESULTS)
def test_json_lines_lead_back(result):
    line = result_line(result)
    assert "\n" not in line
    assert result_of_line(line.encode("utf-8")) == result


@settings(max_examples=60)
@given(st.lists(RESULTS, max_size=3))
def test_nested_rows_lead_back(results):
    table = pa.Table.from_pylist([nested_row(result) for result in results], schema=NESTED_SCHEMA)
    table.validate(full=True)
    assert [result_of_row(row) for row in table.to_pylist()] == results


@settings(max_examples=60)
@given(RESULTS)
def test_flat_rows_fit_their_table(result):
    rows = list(flat_rows(result))
    table = pa.Table.from_pylist(rows, schema=FLAT_SCHEMA)
    assert len(rows) == len(result.claims)
    assert all(list(row) == FLAT_SCHEMA.names for row in rows)
    assert table.to_pylist() == rows


def test_the_nested_table_has_every_field_of_a_claim():
    def names(kind):
        return [kind.field(i).name for i in range(kind.num_fields)]

    assert NESTED_SCHEMA.names == list(ArticleResult.model_fields)
    assert names(CLAIM_TYPE) == list(Claim.model_fields)
    fields = {"trigger": Quote, "count": Count, "victims": Victims, "cause": Cause, "time": Time}
    for name, model in fields.items():
        assert names(CLAIM_TYPE.field(name).type) == list(model.model_fields)
    for name, model in {"perpetrators": Actor, "sources": Actor, "locations": Location}.items():
        assert names(CLAIM_TYPE.field(name).type.value_type) == list(model.model_fields)
