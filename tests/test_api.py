import datetime
import subprocess
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import claimx
from claimx.schema.claim import CONFIDENT_FIELDS

SENTENCES = [
    "Police said at least 12 people, including three children, were killed in Aleppo on Friday.",
    "The ministry denied that any civilians had died in the air strike near Mosul.",
    "Between 30 and 40 passengers are missing after a ferry sank off Zamboanga, officials said.",
    "No one was hurt in the fire.",
    "Gunmen abducted two aid workers in Maiduguri last week; their driver was shot dead.",
]

ODD = [
    "\u200b",
    "\u202e",
    "e\u0301",
    "\U0001f4a5",
    "â€™",
    "\x00",
    "\ufeff",
    "\r\n",
    "\t",
    "\ud800",
    "ﬁ",
    "İ",
    "ß",
    "٣",
    "½",
    "--",
]


def check_offsets(text, claims):
    for claim in claims:
        for name, quote in claim.quotes():
            assert text[quote.start : quote.end] == quote.text, name
            assert quote.text.strip() == quote.text


def test_a_claim_is_read_with_its_words():
    text = "Police said at least 12 people were killed in Aleppo on Friday."
    (claim,) = claimx.extract(text, published="2019-05-31")
    check_offsets(text, [claim])
    assert (claim.outcome, claim.count.min, claim.count.max) == ("killed", 12, None)
    assert claim.count.modifier == "at_least"
    assert [source.text for source in claim.sources] == ["Police"]
    assert [place.text for place in claim.locations] == ["Aleppo"]
    assert claim.time.earliest == claim.time.latest == datetime.date(2019, 5, 31)
    assert 0 < claim.confidence < 1


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0", "a", ".", "\U0001f4a5", "\ud800"])
def test_texts_that_tell_nothing(text):
    assert claimx.extract(text) == []


@pytest.mark.parametrize("text", [None, b"Two people died.", 12, ["Two people died."]])
def test_a_text_that_is_no_str(text):
    with pytest.raises(claimx.InvalidTextError, match="must be a str"):
        claimx.extract(text)


@pytest.mark.parametrize("model", [12, spacy.blank("en")])
def test_a_model_that_is_none(model):
    with pytest.raises(claimx.ModelDamagedError, match="not a claimx pipeline"):
        claimx.extract("Two people died.", model=model)


@pytest.mark.parametrize("published", ["31 May 2019", "2019-02-30", "", "2019", 20190531, "30000-01-01"])
def test_a_wrong_date(published):
    with pytest.raises(claimx.InvalidDateError, match="not an ISO date"):
        claimx.extract("Two people died.", published=published)


@pytest.mark.parametrize("least", [-0.1, 1.5, float("nan"), "0.5", True])
def test_a_wrong_confidence(least):
    with pytest.raises(claimx.InvalidConfidenceError, match="not a confidence from 0 to 1"):
        claimx.extract("Two people died.", min_confidence=least)


def test_every_field_has_a_confidence(nlp):
    claims = [claim for sentence in SENTENCES for claim in claimx.extract(sentence, model=nlp)]
    for claim in claims:
        assert tuple(claim.confidences) == CONFIDENT_FIELDS
        assert all(0 < confidence < 1 for confidence in claim.confidences.values())
    places = [claim.confidences["locations"] for claim in claims]
    assert max(places) - min(places) > 0.05


def test_the_least_confidence_of_one_text_is_not_that_of_the_next(nlp):
    text = " ".join(SENTENCES)
    usual = claimx.extract(text, model=nlp)
    assert claimx.extract(text, min_confidence=1.0, model=nlp) == []
    assert claimx.extract(text, model=nlp) == usual
    every = claimx.extract(text, min_confidence=0.0, model=nlp)
    assert len(every) >= len(usual)


def test_entities_are_those_of_the_whole_text(nlp):
    doc = nlp("Four engineers came to Aleppo on Friday to repair a bridge. Two people were killed in Homs.")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Aleppo", "LOCATION"), ("Homs", "LOCATION")} <= found
    assert any(label == "TIME" and "Friday" in text for text, label in found)
    assert {ent.label_ for ent in doc.ents} <= {"ACTOR", "NUMBER", "LOCATION", "TIME"}
    mentioned = {span.text for span in doc.spans["mentions"]}
    assert "Homs" in mentioned


@pytest.mark.parametrize(
    "published", ["2019-05-31", "2019-05-31T10:00:00Z", datetime.date(2019, 5, 31), datetime.datetime(2019, 5, 31, 10)]
)
def test_dates_in_every_form(published):
    (claim,) = claimx.extract("Two people were killed in Homs on Friday.", published=published)
    assert claim.time.earliest == datetime.date(2019, 5, 31)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=20)), max_size=8),
    st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from(["", " ", "\n", "\r\n"]),
)
def test_offsets_hold_in_odd_text(parts, case, joint):
    text = case(joint.join(parts))
    check_offsets(text, claimx.extract(text, published="2020-01-31"))


@pytest.mark.parametrize("odd", ODD)
def test_odd_characters_within_a_claim(odd):
    text = f"Officials said 14{odd} people{odd} were {odd}killed in {odd}Kirkuk{odd} on Monday."
    check_offsets(text, claimx.extract(text))


def test_letter_case_does_not_hide_a_claim():
    for text in (SENTENCES[0].upper(), SENTENCES[0].lower()):
        counts = [claim.count.min for claim in claimx.extract(text) if claim.outcome == "killed"]
        assert 12 in counts


def test_a_long_text_is_read_to_its_end(nlp):
    filler = "The council met again and spoke about the budget of the new school. "
    text = filler * 500 + SENTENCES[0] + " " + filler * 500 + SENTENCES[4]
    claims = claimx.extract(text, model=nlp)
    check_offsets(text, claims)
    assert any(claim.trigger.start > len(filler) * 1000 for claim in claims)
    assert any(claim.count.min == 12 for claim in claims)


def test_many_texts_give_what_each_gives(nlp):
    texts = [
        "Two people were killed in Homs on Friday.",
        "",
        "The council met.",
        "Six soldiers were wounded near Kidal.",
    ]
    told = [*texts, ("Nine miners died on Monday.", "2024-03-20")]
    claims = list(claimx.pipe(told, model=nlp, batch_size=2))
    assert [[c.outcome for c in found] for found in claims[:4]] == [
        [c.outcome for c in claimx.extract(text, model=nlp)] for text in texts
    ]
    assert claims[4][0].time.earliest.isoformat() == "2024-03-18"
    with pytest.raises(claimx.InvalidTextError):
        list(claimx.pipe(["Two died.", None], model=nlp))


def test_a_model_is_loaded_once():
    assert claimx.load() is claimx.load()


def test_importing_claimx_is_light():
    heavy = ("torch", "spacy", "transformers", "numpy", "pydantic")
    code = f"import sys, claimx; print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_unknown_attributes_are_refused():
    with pytest.raises(AttributeError, match="extrakt"):
        claimx.extrakt  # noqa: B018
    assert "extract" in dir(claimx)
