"""The process of the cluster that reads articles: it loads the model once."""

import pickle
import platform

import pyarrow as pa

import claimx
from claimx.batch.model_identity import model_identity
from claimx.batch.ray.outcomes import packed, packed_fault
from claimx.batch.ray.settings import ReaderSettings
from claimx.batch.reading import pipeline_reader
from claimx.batch.reading_queue import ReadArticles
from claimx.errors import BatchError, ModelNotFoundError
from claimx.pipeline.model_folder import default_model_path, load_model

#: What flows through Ray Data: batches of articles by number, and what comes of them.
NUMBER, ARTICLES, OUTCOMES = "number", "articles", "outcomes"


class ArticleReader:
    """Reads the batches of articles that are the rows of a table. It raises nothing: what is wrong comes as an outcome.

    Args:
        settings: how articles are read.
    """

    def __init__(self, settings: ReaderSettings):
        self._settings = settings
        self._read: ReadArticles | None = None

    def __call__(self, table: pa.Table) -> pa.Table:
        """The outcomes of each batch of a table."""
        batches = table[ARTICLES].to_pylist()
        return pa.table(
            {
                NUMBER: table[NUMBER],
                OUTCOMES: pa.array([self._outcomes(batch) for batch in batches], pa.large_binary()),
            }
        )

    def _outcomes(self, batch: bytes) -> bytes:
        try:
            if self._read is None:
                self._read = _reader(self._settings)
            return packed(self._read(pickle.loads(batch)))
        except Exception as error:
            return packed_fault(error)


def _reader(settings: ReaderSettings) -> ReadArticles:
    here = f"on {platform.node()}"
    if claimx.__version__ != settings.claimx:
        raise BatchError(f"claimx is {settings.claimx} here and {claimx.__version__} {here}; install the same on all")
    folder = default_model_path() if settings.folder is None else settings.folder
    try:
        identity = model_identity(folder)
    except ModelNotFoundError as error:
        raise ModelNotFoundError(
            f"{folder}: no such model folder {here}; put it where every machine sees it"
        ) from error
    if identity != settings.model:
        raise BatchError(f"{folder}: is another model {here}; every machine must see the same one")
    import torch

    torch.set_num_threads(settings.threads)
    return pipeline_reader(
        lambda: load_model(folder, settings.precision), settings.min_confidence, filtered=settings.filtered
    )
