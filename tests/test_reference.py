"""The default model on the reference passages, where they are at hand: what the model card says must hold."""

import json

import pytest

from claimx.corpora.conll import read_conll
from claimx.corpora.jsonl import read_passages
from claimx.evaluation.entity_scoring import score_entities
from claimx.evaluation.pairing import pair_claims
from claimx.evaluation.scoring import score_passages
from claimx.evaluation.slots import slot_fills
from claimx.pipeline.model_folder import default_model_path
from claimx.pipeline.predict import predict_passages

SHOWN = ("sources", "victims", "locations")


def test_the_dev_figures_are_those_of_the_model_card(nlp, shared_claims):
    gold = read_passages(shared_claims / "dev.jsonl")
    report = score_passages(gold, predict_passages(nlp, gold))
    assert report.core.f1 >= 0.76
    assert report.slots.f1 >= 0.68
    assert report.event_links.f1 >= 0.75
    assert report.calibration.ece <= 0.05
    assert report.calibration.precision_at_recall[0.5] >= 0.92
    told = json.loads((default_model_path() / "metrics.json").read_text())
    for measure in ("detection", "core", "slots"):
        assert report.to_dict()[measure]["f1"] == pytest.approx(told[measure]["f1"], abs=0.005)


def test_the_entities_of_the_model_card_are_found(nlp, shared_claims):
    report = score_entities(read_conll(shared_claims.parent / "ner" / "re3d.dev.conll"), nlp)
    assert report.micro.f1 >= 0.68
    told = json.loads((default_model_path() / "metrics.json").read_text())["entities"]
    assert report.micro.f1 == pytest.approx(told["micro"]["f1"], abs=0.005)


def test_the_first_article_comes_out_right(nlp, shared_claims):
    (gold,) = read_passages(shared_claims / "seed.jsonl")
    (predicted,) = predict_passages(nlp, [gold])
    pairs = pair_claims(gold.text, predicted.claims, gold.claims)
    right = [pair for pair in pairs if pair.agreement["count"]]
    assert len(right) == 6
    whole = 0
    for pair in right:
        mine, theirs = slot_fills(predicted.claims[pair.predicted]), slot_fills(gold.claims[pair.gold])
        whole += all(pair.agreement[slot] == mine[slot] == theirs[slot] for slot in SHOWN)
    assert whole >= 4
