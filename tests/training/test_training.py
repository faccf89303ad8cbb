import json

import pytest
import torch
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

import claimx
from claimx.corpora.conll import TaggedSentence
from claimx.encoder.windows import Window
from claimx.errors import TrainingError
from claimx.evaluation.scoring import score_passages
from claimx.pipeline.assembler import assembler_of
from claimx.pipeline.predict import predict_passages
from claimx.schema.labels import OUTCOMES
from claimx.training.build import blank_language, build_pipeline
from claimx.training.config import LossWeights, TrainingConfig
from claimx.training.networks import averaged_networks, fresh_networks, trained_networks
from claimx.training.run import TrainingCorpora, train_model
from claimx.training.silver import silver_passages
from claimx.training.split import hold_out
from claimx.training.targets import anchor_token, claim_window_target

SENTENCES = [
    TaggedSentence(("The", "mayor", "of", "Homs", "left", "on", "Monday", "."), ((3, 4, "LOCATION"), (6, 7, "TIME")))
]


@pytest.fixture(scope="module")
def small_encoder(nlp, tmp_path_factory):
    """A random encoder of two thin layers with the default model's word pieces."""
    folder = tmp_path_factory.mktemp("encoder")
    tokenizer = nlp.get_pipe("claimx_transformer").tokenizer.tokenizer
    names = {"cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]", "mask_token": "[MASK]"}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **names).save_pretrained(folder)
    BertModel(
        BertConfig(
            vocab_size=tokenizer.get_vocab_size(),
            hidden_size=96,
            num_hidden_layers=2,
            num_attention_heads=4,
            intermediate_size=192,
        )
    ).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def trained(small_encoder, news, tmp_path_factory):
    """A model that was trained on the repository's articles, and its report on the same."""
    output = tmp_path_factory.mktemp("model")
    config = TrainingConfig(
        epochs=25,
        batch_tokens=800,
        encoder_learning_rate=2e-3,
        head_learning_rate=2e-3,
        reader_width=64,
        reader_layers=1,
        held_out=0.0,
        freeze_embeddings=False,
    )
    passages = list(news.values())
    report = train_model(TrainingCorpora(passages, dev=passages), output, fresh_networks(small_encoder, config), config)
    return output, report


def test_it_learns_what_it_is_shown(trained):
    _, report = trained
    assert report.detection.f1 > 0.6
    assert report.core.f1 > 0.5
    assert report.slots.f1 > 0.3


def test_the_folder_is_a_model_that_gives_the_figures_again(trained, news):
    output, report = trained
    nlp = claimx.load(output)
    passages = list(news.values())
    again = score_passages(passages, predict_passages(nlp, passages))
    assert again.core == report.core
    assert json.loads((output / "metrics.json").read_text()) == report.to_dict()
    assert f"{report.core.f1:.3f}" in (output / "README.md").read_text()
    assert json.loads((output / "training.json").read_text())["epochs"] == 25
    for name in ("claimx_transformer", "claimx_linker"):
        assert nlp.get_pipe(name).ranges  # so that it reads in 8-bit integers where that is faster


def test_the_folder_keeps_no_word_of_the_corpus(trained):
    output, _ = trained
    strings = json.loads((output / "vocab" / "strings.json").read_text())
    assert set(strings) <= set(blank_language().vocab.strings)


def test_the_card_shows_how_far_confidence_can_be_trusted(trained):
    output, _ = trained
    card = (output / "README.md").read_text()
    assert "](reliability.svg)" in card
    assert (output / "reliability.svg").read_text().startswith("<?xml")
    assert "| sources |" in card.partition("## Confidence")[2]


def test_a_model_labels_texts_for_another_one(trained, news):
    output, _ = trained
    nlp = claimx.load(output)
    texts = [passage.model_copy(update={"claims": ()}) for passage in news.values()]
    threshold = assembler_of(nlp).threshold
    every = list(silver_passages([nlp], texts, least=0.0, empty=1.0))
    sure = list(silver_passages([nlp], texts, least=0.6, empty=0.0))
    assert [passage.id for passage in every] == list(news)
    assert 0 < len(sure) <= len(every)
    assert all(claim.confidence >= 0.6 for passage in sure for claim in passage.claims)
    assert sum(len(p.claims) for p in every) > sum(len(p.claims) for p in sure)
    assert assembler_of(nlp).threshold == threshold


def test_training_goes_on_from_a_model(trained, news, tmp_path):
    output, report = trained
    config = TrainingConfig(epochs=1, encoder_learning_rate=1e-6, head_learning_rate=1e-6, held_out=0.0)
    passages = list(news.values())
    again = train_model(
        TrainingCorpora(passages, dev=passages, also=passages[:3], dev_entities=SENTENCES),
        tmp_path / "model",
        trained_networks(output, config),
        config,
    )
    assert again.core.f1 == pytest.approx(report.core.f1, abs=0.1)  # a new model would have to learn all over
    metrics = json.loads((tmp_path / "model" / "metrics.json").read_text())
    assert metrics["entities"]["micro"]["gold"] == 2
    assert "going on from" in (tmp_path / "model" / "README.md").read_text()


def test_models_have_a_mean_and_without_epochs_it_stays_as_it_is(trained, small_encoder, news, tmp_path):
    output, report = trained
    config = TrainingConfig(epochs=0, held_out=0.0, reader_width=64, reader_layers=1)
    same = averaged_networks([output, output], config)
    again = train_model(TrainingCorpora(list(news.values()), dev=list(news.values())), tmp_path / "mean", same, config)
    assert again.core == report.core and again.slots == report.slots
    other = trained_networks(output, config)
    for weights in other.linker.parameters():
        torch.nn.init.zeros_(weights)
    build_pipeline(other.mentions, other.linker, other.tokenizer, config).to_disk(tmp_path / "zero")
    mean = averaged_networks([output, tmp_path / "zero"], config)
    whole = trained_networks(output, config)
    for half, full in zip(mean.linker.parameters(), whole.linker.parameters(), strict=True):
        assert torch.allclose(half, full / 2, atol=1e-3)
    small = TrainingConfig(reader_width=32, reader_layers=1)
    fresh = fresh_networks(small_encoder, small)
    build_pipeline(fresh.mentions, fresh.linker, fresh.tokenizer, small).to_disk(tmp_path / "small")
    with pytest.raises(claimx.ModelDamagedError, match="no mean"):
        averaged_networks([output, tmp_path / "small"], config)


def test_entities_are_learned_beside_claims(small_encoder, news, tmp_path):
    config = TrainingConfig(
        epochs=30,
        encoder_learning_rate=2e-3,
        head_learning_rate=2e-3,
        reader_width=32,
        reader_layers=1,
        held_out=0.0,
        losses=LossWeights(entities=2.0),
    )
    corpora = TrainingCorpora(list(news.values())[:2], entities=SENTENCES * 4, dev_entities=SENTENCES)
    train_model(corpora, tmp_path / "model", fresh_networks(small_encoder, config), config)
    doc = claimx.load(tmp_path / "model")("The mayor of Homs left on Monday .")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Homs", "LOCATION"), ("Monday", "TIME")]


def test_what_a_labelling_model_doubts_is_neither_right_nor_wrong(nlp, news):
    passage = next(p for p in news.values() if len(p.claims) > 1)
    doubtful = passage.claims[0].model_copy(update={"confidence": 0.2})
    sure = passage.claims[1].model_copy(update={"confidence": 0.9})
    doc = nlp.make_doc(passage.text)
    target = claim_window_target(doc, Window(0, 0, len(doc), 0, len(doc)), [doubtful, sure], 0.1)
    assert [claim.index for claim in target.claims] == [1]
    assert target.doubtful == [(anchor_token(doc, doubtful), OUTCOMES.index(doubtful.outcome))]


def test_nothing_to_train_on(small_encoder, tmp_path):
    config = TrainingConfig(epochs=1)
    with pytest.raises(TrainingError, match="no passage"):
        train_model(TrainingCorpora([]), tmp_path / "m", fresh_networks(small_encoder, config), config)


def test_passages_held_out_are_not_trained_on(news):
    passages = list(news.values())
    train, held_out = hold_out(passages, 0.25)
    assert len(held_out) == 6
    assert {p.id for p in train} | {p.id for p in held_out} == set(news)
    assert not {p.id for p in train} & {p.id for p in held_out}
    assert hold_out(passages, 0.25) == (train, held_out)


def test_settings_are_checked(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"epochs": -1}')
    with pytest.raises(TrainingError, match="epochs"):
        TrainingConfig.load(path)
    path.write_text('{"epochs": 3, "losses": {"tags": 0.5}}')
    assert TrainingConfig.load(path).losses.tags == 0.5
    with pytest.raises(TrainingError, match="none"):
        TrainingConfig.load(tmp_path / "none.json")
