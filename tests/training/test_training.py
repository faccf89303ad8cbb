import json

import pytest
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

import claimx
from claimx.errors import TrainingError
from claimx.evaluation.scoring import score_passages
from claimx.pipeline.predict import predict_passages
from claimx.training.build import blank_language
from claimx.training.config import TrainingConfig
from claimx.training.run import TrainingCorpora, train_model
from claimx.training.split import hold_out


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
    report = train_model(TrainingCorpora(passages, dev=passages), output, small_encoder, config)
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


def test_the_folder_keeps_no_word_of_the_corpus(trained):
    output, _ = trained
    strings = json.loads((output / "vocab" / "strings.json").read_text())
    assert set(strings) <= set(blank_language().vocab.strings)


def test_nothing_to_train_on(small_encoder, tmp_path):
    with pytest.raises(TrainingError, match="no passage"):
        train_model(TrainingCorpora([]), tmp_path / "m", small_encoder, TrainingConfig(epochs=1))


def test_passages_held_out_are_not_trained_on(news):
    passages = list(news.values())
    train, held_out = hold_out(passages, 0.25, seed=1)
    assert len(held_out) == 6
    assert {p.id for p in train} | {p.id for p in held_out} == set(news)
    assert not {p.id for p in train} & {p.id for p in held_out}
    assert hold_out(passages, 0.25, seed=1) == (train, held_out)


def test_settings_are_checked(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"epochs": 0}')
    with pytest.raises(TrainingError, match="epochs"):
        TrainingConfig.load(path)
    path.write_text('{"epochs": 3, "losses": {"tags": 0.5}}')
    assert TrainingConfig.load(path).losses.tags == 0.5
    with pytest.raises(TrainingError, match="none"):
        TrainingConfig.load(tmp_path / "none.json")
