import json

import pytest
from pydantic import ValidationError

from claimx.schema.claim import Claim, Count, Time
from claimx.schema.passage import Passage
from claimx.schema.quote import OptionalQuote, Quote

TEXT = "Police said 12 people died."


def claim(**changes):
    record = {
        "outcome": "killed",
        "trigger": {"text": "died", "start": 22, "end": 26},
        "evidence": {"text": "Police said 12 people died", "start": 0, "end": 26},
        "count": {"value": 12, "min": 12, "max": 12, "modifier": "exact", "text": "12", "start": 12, "end": 14},
        "unit": "people",
        "victims": {"text": "people", "start": 15, "end": 21, "category": "person"},
        "perpetrators": [],
        "cause": None,
        "locations": [],
        "time": None,
        "sources": [{"text": "Police", "start": 0, "end": 6}],
        "stance": "asserted",
        "scope": "incident",
        "event": "e1",
        "subset_of": None,
    }
    return record | changes


def test_a_corpus_record_is_a_claim_and_comes_back_the_same():
    read = Claim.model_validate(claim())
    back = read.model_dump(mode="json")
    (police,) = back.pop("sources")
    assert {name: back[name] for name in claim() if name != "sources"} == {
        k: v for k, v in claim().items() if k != "sources"
    }
    assert police == claim()["sources"][0] | {"id": None, "name": None, "type": None}
    assert Claim.model_validate(read.model_dump(mode="json")) == read
    assert [name for name, _ in read.quotes()] == ["trigger", "evidence", "count", "victims", "sources[0]"]


def test_claims_cannot_be_changed():
    with pytest.raises(ValidationError):
        Claim.model_validate(claim()).outcome = "injured"


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "wounded"},
        {"killed": 3},
        {"count": {"value": 3, "min": 5, "max": 4, "modifier": "range", "text": None, "start": None, "end": None}},
        {"trigger": {"text": "died", "start": 22, "end": 30}},
        {"victims": {"text": "people", "start": None, "end": None, "category": "person"}},
        {"confidence": 1.5},
        {"subset_of": -1},
    ],
)
def test_what_does_not_fit_is_refused(changes):
    with pytest.raises(ValidationError):
        Claim.model_validate(claim(**changes))


def test_dates_are_in_order():
    with pytest.raises(ValidationError, match="after"):
        Time(text="May", start=0, end=3, earliest="2020-05-31", latest="2020-05-01")


def test_a_missing_quote_is_missing_whole():
    assert OptionalQuote().text is None
    with pytest.raises(ValidationError):
        OptionalQuote(text="a")
    with pytest.raises(ValidationError):
        Quote(text="", start=3, end=3)


def test_quotes_must_stand_in_the_passage():
    assert Passage(id="a", text=TEXT, claims=[claim()]).claims[0].count.value == 12
    with pytest.raises(ValidationError, match=r"claims\[0\]\.evidence"):
        Passage(id="a", text=TEXT.replace("people", "pigeon"), claims=[claim(sources=[])])
    with pytest.raises(ValidationError, match="subset_of"):
        Passage(id="a", text=TEXT, claims=[claim(subset_of=0)])


def test_the_json_schema_names_and_describes_every_field():
    schema = Claim.model_json_schema()
    assert set(claim()) | {"confidence", "confidences"} == set(schema["properties"])
    assert all("description" in field for field in schema["properties"].values())
    json.dumps(schema)


def test_count_without_words():
    assert Count(value=None, min=2, max=None, modifier="indefinite").text is None


@pytest.mark.parametrize(
    ("confidences", "told"),
    [({"colour": 0.5}, "not a field"), ({"count": 1.5}, "outside"), ({"count": -0.1}, "outside")],
)
def test_confidences_are_of_fields_and_probabilities(news, confidences, told):
    claim = next(claim for passage in news.values() for claim in passage.claims)
    record = claim.model_dump() | {"confidences": confidences}
    with pytest.raises(ValidationError, match=told):
        Claim.model_validate(record)
    assert Claim.model_validate(record | {"confidences": {"count": 0.5}}).confidences == {"count": 0.5}
