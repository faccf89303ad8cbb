import threading

import numpy as np
import pytest
import torch

import claimx
from claimx.pipeline.engine import Engine
from claimx.pipeline.states import LIKELY_KEY
from claimx.pipeline.text import text_doc


@pytest.fixture(scope="module")
def texts(news):
    # Articles of this repository, some joined, so that lengths differ.
    articles = [passage.text for passage in news.values()]
    return [*articles, "\n\n".join(articles[:4]), *articles[:6], "Nothing happened.", ""]


def docs_of(nlp, texts):
    return [text_doc(nlp, text) for text in texts]


@pytest.fixture(scope="module")
def one_by_one(nlp, texts):
    return [nlp(doc)._.claims for doc in docs_of(nlp, texts)]


def same_claims(docs, expected):
    """Whether Docs have the claims, apart from the last digits of probabilities: padding differs with the batch."""
    for doc, claims in zip(docs, expected, strict=True):
        found = [claim.model_dump(exclude={"confidence", "confidences", "locations"}) for claim in doc._.claims]
        assert found == [claim.model_dump(exclude={"confidence", "confidences", "locations"}) for claim in claims]
        for a, b in zip(doc._.claims, claims, strict=True):
            assert a.confidence == pytest.approx(b.confidence, abs=1e-3)


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_many_at_once_are_read_as_one_by_one(nlp, texts, one_by_one, threads):
    same_claims(Engine(nlp, threads).read(docs_of(nlp, texts)), one_by_one)


def test_a_stream_is_read_in_its_order_as_far_as_it_is_needed(nlp, texts, one_by_one):
    taken = []

    def stream():
        for text in texts:
            taken.append(text)
            yield text_doc(nlp, text)

    read = Engine(nlp, 2).pipe(stream(), batch_size=4)
    first = next(read)
    assert len(taken) == 8  # two batches: that which is given and that which is being read
    same_claims([first, *read], one_by_one)


def test_torch_has_its_threads_again(nlp, texts):
    before = torch.get_num_threads()
    read = Engine(nlp, 2).pipe(docs_of(nlp, texts), batch_size=4)
    next(read)
    read.close()
    assert torch.get_num_threads() == before
    Engine(nlp, 2).read(docs_of(nlp, texts))
    assert torch.get_num_threads() == before


def test_what_goes_wrong_in_a_thread_is_raised(nlp, texts, monkeypatch):
    assembler = nlp.get_pipe("claimx_assembler")

    def fail(doc, links, threshold):
        assert threading.current_thread() is not threading.main_thread()
        raise ZeroDivisionError("of a reader")

    monkeypatch.setattr(assembler, "assemble", fail)
    with pytest.raises(ZeroDivisionError, match="of a reader"):
        Engine(nlp, 2).read(docs_of(nlp, texts))


def test_windows_that_may_tell_nothing_are_not_read(nlp, news):
    text = "\n\n".join(passage.text for passage in news.values())
    whole = nlp(text_doc(nlp, text))
    half = text_doc(nlp, text)
    half.user_data[LIKELY_KEY] = np.arange(len(half)) < len(half) // 2
    part = nlp(half)
    assert 0 < len(part._.claims) < len(whole._.claims)
    assert [c.trigger for c in part._.claims][:3] == [c.trigger for c in whole._.claims][:3]
    nothing = text_doc(nlp, text)
    nothing.user_data[LIKELY_KEY] = np.zeros(len(nothing), dtype=bool)
    assert nlp(nothing)._.claims == []


def test_pipe_gives_what_extract_gives(nlp, texts):
    found = list(claimx.pipe([(text, "2024-05-02") for text in texts[:5]], model=nlp, threads=2, batch_size=2))
    for claims, text in zip(found, texts, strict=False):
        alone = claimx.extract(text, "2024-05-02", model=nlp)
        assert [(c.outcome, c.count, c.trigger, c.time) for c in claims] == [
            (c.outcome, c.count, c.trigger, c.time) for c in alone
        ]
