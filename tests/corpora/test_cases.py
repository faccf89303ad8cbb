"""The passages that the model is trained on are in order, and hold no text that it is tested on."""

import re

from claimx.corpora.jsonl import read_passages
from tests.behaviour.suite import SUITE
from tests.conftest import ROOT

CASES = ROOT / "corpora" / "claimx-cases.jsonl"


def sentences(text):
    """The sentences of more than five words, without case and punctuation."""
    parts = (re.findall(r"\w+", part.lower()) for part in re.split(r"[.!?\n]+", text))
    return {" ".join(words) for words in parts if len(words) > 5}


def test_they_cover_what_they_are_for():
    passages = read_passages(CASES)
    claims = [claim for passage in passages for claim in passage.claims]
    assert len(passages) == 400
    assert {claim.stance for claim in claims} == {"asserted", "acknowledged", "alleged", "possible", "denied"}
    assert sum(claim.scope == "cumulative" for claim in claims) > 100
    assert sum(claim.count.value == 0 for claim in claims) > 20
    assert sum(not passage.claims for passage in passages) >= 5


def test_no_tested_text_is_trained_on(news):
    tested = set().union(*(sentences(passage.text) for passage in news.values()))
    for cases in SUITE.values():
        for case in cases:
            tested |= set().union(*(sentences(sample.text) for sample in case.samples))
    trained = set().union(*(sentences(passage.text) for passage in read_passages(CASES)))
    assert len(tested) > 300
    assert not tested & trained
