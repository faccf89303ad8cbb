import json
import shutil

import numpy as np
import pytest
from typer.testing import CliRunner

import claimx
from claimx.cli.app import app
from claimx.filtering.ngrams import ngrams
from claimx.filtering.prior import casualty_features
from claimx.filtering.stretches import STEP, cut_stretches
from claimx.filtering.text_words import text_words
from claimx.filtering.train import train_filter
from claimx.pipeline.model_folder import default_model_path
from claimx.schema.passage import Passage
from tests.conftest import NEWS
from tests.filtering.sentences import CASUALTIES, ORDINARY


@pytest.fixture(scope="module")
def told():
    """Passages of which some tell casualties."""
    sentences = [each for pair in zip(CASUALTIES, ORDINARY * 2, strict=False) for each in pair]
    return [Passage(id=str(i), text=sentence) for i, sentence in enumerate(sentences)]


def test_words_are_counted_through_all_docs(nlp):
    text = text_words([nlp.make_doc("Two died. None fled!"), nlp.make_doc(""), nlp.make_doc("Rain, 3 days")])
    assert text.n_sentences == 3
    assert text.sentences.tolist() == [0, 0, 1, 1, 2, 2, 2]
    assert text.tokens.tolist() == [0, 1, 3, 4, 6, 8, 9]
    assert [sentences.tolist() for sentences in text.token_sentences] == [[0, 0, 0, 1, 1, 1], [], [2, 2, 2, 2]]
    assert text.kinds[0] == text.kinds[5] == text.words[5] != text.words[0]


def test_pairs_keep_to_their_sentence(nlp):
    pairs = [words.tolist() for _, words in ngrams(text_words([nlp.make_doc("One two three. Four five.")]))]
    assert pairs == [[0, 1, 2, 3, 4], [1, 2, 4], [2]]


def test_stretches_cover_every_word():
    lengths = [1, STEP, 2 * STEP, 2 * STEP + 1, 5 * STEP]
    stretches = cut_stretches(np.repeat([0, 2, 3, 4, 7], lengths))
    assert stretches.sentences.tolist() == [0, 2, 3, 4, 4, 7, 7, 7, 7]
    spans = list(zip(stretches.starts.tolist(), stretches.ends.tolist(), strict=True))
    assert {word for start, end in spans for word in range(start, end)} == set(range(sum(lengths)))
    assert max(end - start for start, end in spans) == 2 * STEP


def test_listed_words_have_their_features(nlp):
    text = text_words([nlp.make_doc("He perished in a mass grave")])
    found = [features for features, _ in ngrams(text)]
    assert np.isin(found[0], casualty_features()).tolist() == [False, True, False, False, False, False]
    assert np.isin(found[1], casualty_features()).tolist() == [False, False, False, False, True]


def test_a_filter_learns_what_the_model_finds(nlp, told):
    learned, measured = train_filter(nlp, told, {"more": told[:10]}, told[:20], lost=0.05)
    assert set(measured) == {"penalty", "lost_allowed", "train", "more", "dev"}
    assert measured["train"]["claims"] > 30
    assert measured["train"]["lost"] <= 0.05
    assert measured["train"]["let_through"] < 0.5
    passes = [likely.any() for likely in learned.likely_tokens([nlp.make_doc(passage.text) for passage in told])]
    assert np.mean(passes[0::2]) > 0.9 > 0.2 > np.mean(passes[1::2])


def test_nothing_can_be_learned_where_nothing_is_told(nlp):
    with pytest.raises(claimx.ClaimxError, match="finds no claim"):
        train_filter(nlp, [Passage(id="1", text=ORDINARY[0])], {}, [], lost=0.0)


def test_the_command_writes_the_filter_into_the_model(tmp_path):
    folder = shutil.copytree(default_model_path(), tmp_path / "model")
    texts = tmp_path / "texts.jsonl"
    texts.write_text("".join(json.dumps({"text": text}) + "\n" for text in ORDINARY))
    before = {name: (folder / name).read_text() for name in ("config.cfg", "meta.json")}
    result = CliRunner().invoke(app, ["filter", str(folder), str(NEWS), "--also", str(texts), "--limit", "6"])
    assert result.exit_code == 0, result.output
    for name, text in before.items():
        assert (folder / name).read_text() == text
    assert claimx.load(folder).get_pipe("claimx_filter").measured["texts"]["claims"] == 0


def test_a_text_that_is_none_is_named(tmp_path):
    (tmp_path / "texts.jsonl").write_text('{"text": "a"}\n{"body": "b"}\n')
    result = CliRunner().invoke(app, ["filter", "none", str(NEWS), "--also", str(tmp_path / "texts.jsonl")])
    assert isinstance(result.exception, claimx.ClaimxError)
    assert "line 2, field text" in str(result.exception)
