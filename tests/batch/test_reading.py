from datetime import date
from types import SimpleNamespace

import pytest

from claimx.archives.article import Article
from claimx.batch.reading import pipeline_reader
from claimx.errors import InvalidConfidenceError, ModelDamagedError


class FakeDoc:
    """A text that has the length and the attributes of a Doc."""

    def __init__(self, text):
        self.text = text
        self.user_data = {}
        self._ = SimpleNamespace(published=None, min_confidence=None, prefilter=False, claims=None)

    def __len__(self):
        return len(self.text.split())


class FakePipeline:
    """Reads claims out of the words; fails on some."""

    pipe_names = ("claimx_assembler",)
    pipeline = ()

    def __init__(self):
        self.batches = []

    def make_doc(self, text):
        return FakeDoc(text)

    def pipe(self, docs, batch_size):
        self.batches.append([doc.text for doc in docs])
        for doc in docs:
            if doc.text == "fails":
                raise ValueError("it fails")
            if doc.text == "memory":
                raise RuntimeError("DefaultCPUAllocator: can't allocate memory")
            if doc.text == "model":
                raise ModelDamagedError("no weights")
            doc._.claims = [(doc.text, doc._.published, doc._.min_confidence)]
            yield doc


def articles(*texts):
    return [Article(str(i), text, date(2024, 5, 1 + i), None, "a", i) for i, text in enumerate(texts)]


def test_articles_are_read_as_one_batch():
    nlp = FakePipeline()
    told = pipeline_reader(nlp, 0.5)(articles("one", " \n", "two"))
    assert told == [[("one", date(2024, 5, 1), 0.5)], [], [("two", date(2024, 5, 3), 0.5)]]
    assert sorted(nlp.batches[0]) == ["one", "two"]
    assert len(nlp.batches) == 1


def test_the_one_that_fails_is_found():
    told = pipeline_reader(FakePipeline())(articles("one", "fails", "two"))
    assert [claims[0][0] for claims in (told[0], told[2])] == ["one", "two"]
    assert isinstance(told[1], ValueError)


@pytest.mark.parametrize(("text", "error"), [("memory", RuntimeError), ("model", ModelDamagedError)])
def test_what_is_no_fault_of_the_article_is_raised(text, error):
    with pytest.raises(error):
        pipeline_reader(FakePipeline())(articles("one", text))


def test_the_pipeline_is_loaded_when_it_is_needed():
    loaded = []

    def load():
        loaded.append(FakePipeline())
        return loaded[0]

    read = pipeline_reader(load)
    assert not loaded
    read(articles("one"))
    read(articles("two"))
    assert len(loaded) == 1


def test_a_confidence_that_is_none_is_told_at_once():
    with pytest.raises(InvalidConfidenceError):
        pipeline_reader(FakePipeline(), 1.5)
