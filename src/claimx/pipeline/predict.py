"""Run a pipeline over annotated passages."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.text import text_doc
from claimx.schema.passage import Passage


def predict_passages(nlp: Language, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with the claims that a pipeline finds in place of their own, in the same order."""
    return [
        passage.model_copy(update={"claims": tuple(doc._.claims)})
        for passage, doc in zip(passages, nlp.pipe(passage_docs(nlp, passages)), strict=True)
    ]


def passage_docs(nlp: Language, passages: Iterable[Passage]) -> Iterator[Doc]:
    """The passages' texts as Docs that know when they were published, for ``nlp.pipe``."""
    for passage in passages:
        yield text_doc(nlp, passage.text, passage.published)
