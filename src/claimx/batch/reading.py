"""Read articles with a claimx pipeline, so that one that fails costs no other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimx.archives.article import Article
from claimx.batch.reading_queue import ReadArticles
from claimx.errors import ModelDamagedError
from claimx.normalize.probability import probability
from claimx.pipeline.text import text_doc
from claimx.schema.claim import Claim

if TYPE_CHECKING:
    from spacy.language import Language

    from claimx.pipeline.engine import Engine


def pipeline_reader(
    nlp: "Language | Callable[[], Language]", min_confidence: float | None = None, *, filtered: bool = False
) -> ReadArticles:
    """What reads articles in a run.

    Args:
        nlp: a claimx pipeline, or what loads it when the first article is to be read.
        min_confidence: least confidence of a claim; None keeps to the model's own.
        filtered: whether to pass over what the model's filter finds no sign of a casualty in.

    Returns:
        A function that gives, for each article, its claims or the exception that it raised. It reads them as one
        batch; where that fails, one by one. It raises what is no fault of an article's: memory that runs out, a model
        without weights.

    Raises:
        InvalidConfidenceError: ``min_confidence`` is not a number from 0 to 1.
    """
    least = probability(min_confidence)
    engines: list[Engine] = []

    def read_batch(articles: list[Article]) -> list[list[Claim]]:
        nlp = engines[0].nlp
        told = [article for article in articles if article.text.strip()]
        docs = engines[0].read([text_doc(nlp, a.text, a.published, least, filtered=filtered) for a in told])
        claims = {id(article): list(doc._.claims) for article, doc in zip(told, docs, strict=True)}
        return [claims.get(id(article), []) for article in articles]

    def read_one(article: Article) -> list[Claim] | Exception:
        try:
            return read_batch([article])[0]
        except Exception as error:
            _raise_if_grave(error)
            return error

    def read(articles: list[Article]) -> list[list[Claim] | Exception]:
        if not engines:
            from claimx.pipeline.engine import Engine

            engines.append(Engine(nlp if hasattr(nlp, "pipe_names") else nlp()))
        try:
            return [*read_batch(articles)]
        except Exception as error:
            _raise_if_grave(error)
        return [read_one(article) for article in articles]

    return read


def _raise_if_grave(error: Exception) -> None:
    """Raise what is no fault of the article's: a model without weights, or memory, of which torch tells in words."""
    told = str(error).lower()
    short = isinstance(error, MemoryError) or "out of memory" in told or "allocate memory" in told
    if short or isinstance(error, ModelDamagedError):
        raise error
