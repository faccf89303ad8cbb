import datetime

import numpy as np
import pytest
import spacy

from claimx.assembling.assemble import assemble_claims
from claimx.assembling.confidence import Confidence
from claimx.assembling.counting import whole_count
from claimx.assembling.doc_text import DocText
from claimx.assembling.quoting import quote_span
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims, RoleSpan
from claimx.linking.pair_band import PairBand
from claimx.schema.quote import Quote

TEXT = "Police said at least 12 people, were killed in Homs, Syria on Friday."


@pytest.fixture
def doc():
    return spacy.blank("en").make_doc(TEXT)


def span(doc, words):
    start = TEXT.index(words)
    found = doc.char_span(start, start + len(words))
    return RoleSpan(found.start, found.end, 0.9)


def linked(doc, outcome="killed", logit=2.0, **changes):
    single = {
        "trigger": span(doc, "killed"),
        "evidence": RoleSpan(0, len(doc), 0.9),
        "count": span(doc, "at least 12"),
        "victims": span(doc, "people"),
        "cause": None,
        "time": span(doc, "Friday"),
    }
    attributes = {
        "unit": "people",
        "category": "person",
        "cause_type": "unknown",
        "stance": "asserted",
        "scope": "incident",
        "modifier": "exact",
        "implied_count": "plural",
    }
    return LinkedClaim(
        outcome=outcome,
        anchor=2,
        anchor_logit=logit,
        valid_logit=logit,
        single=single | changes,
        missing=dict.fromkeys(single, 0.0),
        lists={
            "perpetrators": [],
            "locations": [span(doc, "Homs"), span(doc, "Syria")],
            "sources": [span(doc, "Police")],
        },
        list_probabilities=dict.fromkeys(("perpetrators", "locations", "sources"), 0.9),
        attributes={name: (label, 0.9) for name, label in attributes.items()},
        vector=np.zeros(4),
    )


def wounded(doc):
    return linked(doc, "injured", trigger=span(doc, "were"))


def assemble(doc, *claims, same=1.0):
    n = len(claims)
    links = LinkedClaims(list(claims), PairBand(n, 4), PairBand(n, 4))
    for row in range(n):
        others = links.same_event.neighbours(row)
        links.same_event.set_row(row, others, np.full(len(others), same))
    made = assemble_claims(doc, links, Confidence(), 0.5, datetime.date(2019, 5, 31))
    return [each.claim for each in made]


def test_words_become_values(doc):
    (claim,) = assemble(doc, linked(doc))
    assert (claim.count.value, claim.count.min, claim.count.max, claim.count.modifier) == (12, 12, None, "at_least")
    assert [place.text for place in claim.locations] == ["Homs", "Syria"]
    assert claim.time.earliest == datetime.date(2019, 5, 31)
    assert claim.evidence.text == TEXT[:-1]  # without the full stop


def test_an_implied_count_has_no_words(doc):
    (claim,) = assemble(doc, linked(doc, count=None))
    assert (claim.count.text, claim.count.value, claim.count.min) == (None, None, 2)


def test_one_statement_found_twice_is_told_once(doc):
    claims = assemble(doc, linked(doc, logit=1.0), linked(doc, logit=2.0, victims=None), wounded(doc))
    assert [claim.outcome for claim in claims] == ["killed", "injured"]
    assert claims[0].victims.text is None  # the surer of the two


def test_one_trigger_tells_one_outcome_of_one_group(doc):
    claims = assemble(doc, linked(doc, "missing", logit=1.0), linked(doc, logit=2.0))
    assert [claim.outcome for claim in claims] == ["killed"]


def test_unsure_claims_are_left_out(doc):
    assert assemble(doc, linked(doc, logit=-1.0)) == []


def test_events_are_numbered_from_one(doc):
    claims = assemble(doc, linked(doc), wounded(doc), same=0.1)
    assert [claim.event for claim in claims] == ["e1", "e2"]


def test_evidence_is_widened_to_its_trigger(doc):
    (claim,) = assemble(doc, linked(doc, evidence=span(doc, "Police said")))
    assert claim.evidence.text == "Police said at least 12 people, were killed"


def test_a_figure_that_cannot_be_read_is_not_guessed(doc):
    text = TEXT.replace("at least 12 ", "some 1,30,2 ")
    other = spacy.blank("en").make_doc(text)
    found = other.char_span(text.index("1,30,2"), text.index("1,30,2") + 6, alignment_mode="expand")
    (claim,) = assemble(other, linked(doc, count=RoleSpan(found.start, found.end, 0.9)))
    assert claim.count.text == "1,30,2"
    assert claim.count.value is None
    assert claim.count.modifier is None


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("Up to nearly 13,000 died.", "13,000", "Up to nearly 13,000"),
        ("Up to nearly 13,000 died.", "nearly 13,000", "Up to nearly 13,000"),
        ("no fewer than  six died", "six", "no fewer than  six"),
        ("a report about a man who died", "a", "a"),
        ("It rained. Six died.", "Six", "Six"),
        ("Six died.", "Six", "Six"),
    ],
)
def test_a_count_is_quoted_with_all_that_qualifies_it(text, found, whole):
    start = text.rindex(f" {found} ") + 1 if f" {found} " in text else text.index(found)
    quote = whole_count(text, Quote(text=found, start=start, end=start + len(found)))
    assert quote.text == whole == text[quote.start : quote.end]


def test_pairs_beyond_reach_score_nothing():
    band = PairBand(5, 2)
    assert band.neighbours(3) == [1, 2, 4]
    band.set_row(3, [1, 2, 4], np.array([0.1, 0.2, 0.4]))
    assert band.matrix([3, 1, 0, 4])[0].tolist() == pytest.approx([0, 0.1, 0, 0.4])


def test_quotes_are_minimal(doc):
    assert quote_span(DocText.of(doc), RoleSpan(0, len(doc), 1.0)).text == TEXT[:-1]
    assert quote_span(DocText.of(doc), span(doc, "people,")).text == "people"
    assert quote_span(DocText.of(doc), span(doc, ",")) is None
    assert quote_span(DocText.of(doc), None) is None
