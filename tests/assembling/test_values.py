import pytest
import spacy
from spacy.tokens import Span

from claimx.assembling.mention_values import ACTORS, PLACES
from claimx.assembling.values import with_values
from claimx.pipeline.extensions import register_extensions
from claimx.schema.claim import Claim
from claimx.schema.quote import Quote

TEXT = (
    "The Syrian Observatory said 12 people were killed in Raqqa on Friday. Local police confirmed it. "
    "In Deir ez-Zor, Syria, 3 died, the Observatory added."
)


def quote(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"text": words, "start": start, "end": start + len(words)}


def claim(**changes):
    record = {
        "outcome": "killed",
        "trigger": quote("killed"),
        "evidence": quote("12 people were killed in Raqqa"),
        "count": {"value": 12, "min": 12, "max": 12, "modifier": "exact", **quote("12")},
        "unit": "people",
        "victims": {"category": "person", **quote("people")},
        "locations": [quote("Raqqa")],
        "sources": [quote("The Syrian Observatory"), quote("Local police")],
        "stance": "asserted",
        "scope": "incident",
    }
    return Claim.model_validate(record | changes)


@pytest.fixture
def doc():
    register_extensions()
    made = spacy.blank("en").make_doc(TEXT)
    marked = [
        (quote("The Syrian Observatory"), "ACTOR"),
        (quote("12"), "NUMBER"),
        (quote("Raqqa"), "LOCATION"),
        (quote("Friday"), "TIME"),
        (quote("Local police"), "ACTOR"),
        (quote("Deir ez-Zor"), "LOCATION"),
        (quote("Syria", 1), "LOCATION"),
        (quote("the Observatory"), "ACTOR"),
    ]
    made.set_ents([made.char_span(q["start"], q["end"], label) for q, label in marked])
    made._.published = "2019-05-31"
    return made


def test_locations_get_places_and_actors_ids(doc):
    first, second = with_values(doc, [claim(), claim(sources=[quote("the Observatory")], locations=[])])
    (raqqa,) = first.locations
    assert (raqqa.text, raqqa.name, raqqa.country_code, raqqa.kind) == ("Raqqa", "Ar Raqqah", "SY", "city")
    assert raqqa.geonames_id and raqqa.latitude == pytest.approx(35.95, abs=0.1) and 0 < raqqa.confidence <= 1
    observatory, police = first.sources
    assert observatory.type == "monitor" and police.type == "police" and observatory.id != police.id
    assert second.sources[0].id == observatory.id and second.sources[0].name == observatory.name


def test_quotes_stay_as_they_are(doc):
    (made,) = with_values(doc, [claim()])
    for before, after in zip(claim().sources, made.sources, strict=True):
        assert (before.text, before.start, before.end) == (after.text, after.start, after.end)
    assert made.count == claim().count and Claim.model_validate(made.model_dump(mode="json")) == made


def test_entities_carry_values_of_their_kind(doc):
    by_text = {ent.text: ent for ent in doc.ents}
    assert by_text["12"]._.count.value == 12
    assert by_text["Friday"]._.time.earliest.isoformat() == "2019-05-31"
    assert by_text["Raqqa"]._.place.country_code == "SY"
    assert by_text["The Syrian Observatory"]._.actor.id == by_text["the Observatory"]._.actor.id
    assert by_text["Raqqa"]._.count is None and by_text["12"]._.place is None
    assert by_text["Friday"]._.actor is None and by_text["Raqqa"]._.time is None


def test_claims_and_entities_agree(doc):
    (made,) = with_values(doc, [claim()])
    ents = {ent.text: ent for ent in doc.ents}
    assert made.locations[0].geonames_id == ents["Raqqa"]._.place.geonames_id
    assert made.sources[0].id == ents["The Syrian Observatory"]._.actor.id


def test_values_are_plain_and_survive_a_round_trip(doc):
    with_values(doc, [claim()])
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert [ent._.place for ent in again.ents] == [ent._.place for ent in doc.ents]


def test_any_span_with_a_label_has_a_value(doc):
    span = doc.char_span(TEXT.index("Syria,"), TEXT.index("Syria,") + 5)
    assert PLACES.of_span(Span(doc, span.start, span.end, label="LOCATION")).country_code == "SY"
    assert ACTORS.of_quotes(doc, [Quote(**quote("Local police"))])


def test_claims_without_locations_need_no_gazetteer(doc, monkeypatch):
    monkeypatch.setattr(PLACES.__class__, "of_quotes", lambda *_: pytest.fail("the gazetteer was asked"))
    assert with_values(doc, [claim(locations=[], sources=[])])[0].locations == ()
