import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import spacy

import claimx
from claimx.filtering.filter_files import load_filter, save_filter
from claimx.filtering.sentence_filter import SentenceFilter
from claimx.pipeline.states import LIKELY_KEY
from claimx.pipeline.text import text_doc
from tests.filtering.sentences import CASUALTIES, ORDINARY


@pytest.fixture(scope="module")
def component(nlp):
    """The filter of the default model."""
    return nlp.get_pipe("claimx_filter")


def likely(nlp, component, text):
    return component(text_doc(nlp, text, filtered=True)).user_data[LIKELY_KEY]


@pytest.mark.parametrize("sentence", CASUALTIES)
def test_casualties_pass_in_any_wording_and_letter_case(nlp, component, sentence):
    for text in (sentence, sentence.lower(), sentence.upper()):
        assert likely(nlp, component, text).all()


def test_ordinary_news_does_not_pass(nlp, component):
    passed = [sentence for sentence in ORDINARY if likely(nlp, component, sentence).any()]
    assert len(passed) <= 1


def test_a_casualty_is_marked_in_a_text_of_other_things(nlp, component):
    text = " ".join([*ORDINARY[:8], CASUALTIES[0], *ORDINARY[8:]])
    start = text.index(CASUALTIES[0])
    marked = likely(nlp, component, text)
    for token in nlp.make_doc(text):
        assert marked[token.i] == (start <= token.idx < start + len(CASUALTIES[0]))


def test_a_long_sentence_does_not_drown_its_casualty(nlp, component):
    harmless = ", and ".join(sentence.rstrip(".").lower() for sentence in ORDINARY)
    assert likely(nlp, component, f"{harmless}, and {CASUALTIES[0]}").any()


def test_only_docs_that_ask_are_marked(nlp, component):
    docs = [text_doc(nlp, CASUALTIES[0], filtered=asks) for asks in (True, False, True)]
    assert [LIKELY_KEY in doc.user_data for doc in component.pipe(docs)] == [True, False, True]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "... !", "12", "—", "\U0001f622 \U0001f622"])
def test_texts_without_words(nlp, component, text):
    doc = text_doc(nlp, text, filtered=True)
    component(doc)
    assert doc.user_data[LIKELY_KEY].shape == (len(doc),)
    assert not doc.user_data[LIKELY_KEY].any()


def test_texts_together_are_marked_as_one_by_one(nlp, component):
    texts = [*CASUALTIES, "", *ORDINARY, " ".join(CASUALTIES + ORDINARY)]
    together = component.pipe(text_doc(nlp, text, filtered=True) for text in texts)
    for text, doc in zip(texts, together, strict=True):
        np.testing.assert_array_equal(doc.user_data[LIKELY_KEY], likely(nlp, component, text))


def test_threads_may_share_it(nlp, component):
    docs = [text_doc(nlp, text, filtered=True) for text in CASUALTIES + ORDINARY]
    with ThreadPoolExecutor(8) as pool:
        marked = [doc.user_data[LIKELY_KEY].any() for doc in pool.map(component, docs)]
    assert marked == [likely(nlp, component, text).any() for text in CASUALTIES + ORDINARY]


def test_a_filter_without_weights_marks_nothing():
    blank = spacy.blank("en")
    component = blank.add_pipe("claimx_filter")
    doc = component(text_doc(blank, CASUALTIES[0], filtered=True))
    assert LIKELY_KEY not in doc.user_data
    assert component.from_bytes(component.to_bytes()).filter is None


def test_it_goes_through_bytes(nlp, component):
    blank = spacy.blank("en")
    again = blank.add_pipe("claimx_filter").from_bytes(component.to_bytes())
    assert again.measured == component.measured
    for text in CASUALTIES + ORDINARY:
        np.testing.assert_array_equal(likely(blank, again, text), likely(nlp, component, text))


def test_a_damaged_filter_is_told_in_one_line(tmp_path):
    learned = SentenceFilter(np.array([1, 5], dtype=np.uint32), np.array([1, 2], dtype=np.float32), -3.0, -1.0)

    def damaged(change):
        save_filter(learned, {}, tmp_path)
        change()
        with pytest.raises(claimx.ModelDamagedError, match=r"filter.*") as error:
            load_filter(tmp_path)
        assert "\n" not in str(error.value)

    config, weights = tmp_path / "claimx.json", tmp_path / "model.safetensors"
    damaged(config.unlink)
    damaged(weights.unlink)
    damaged(lambda: config.write_text("{"))
    damaged(lambda: config.write_text("[]"))
    damaged(lambda: weights.write_bytes(weights.read_bytes()[:-3]))
    damaged(lambda: config.write_text(json.dumps(json.loads(config.read_text()) | {"features_version": 0})))
    save_filter(learned, {"lost": 0.1}, tmp_path)
    again, measured = load_filter(tmp_path)
    assert measured == {"lost": 0.1}
    np.testing.assert_array_equal(again.weights, learned.weights)
