"""What the articles of a run are read on."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import claimx
from claimx.batch.model_identity import ModelIdentity
from claimx.batch.reading_queue import ReadArticles, ReadsAhead
from claimx.errors import BatchError
from claimx.normalize.probability import probability


class EngineName(StrEnum):
    """An engine; the claims do not depend on it."""

    local = "local"
    ray = "ray"


@contextmanager
def reading_engine(
    name: EngineName,
    model: ModelIdentity,
    folder: Path | None,
    *,
    min_confidence: float | None = None,
    filtered: bool = False,
    workers: int | None = None,
    precision: str | None = None,
) -> Iterator[ReadArticles | ReadsAhead]:
    """What reads the articles of a run, while this is open.

    Args:
        name: the engine.
        model: the model that reads.
        folder: its folder; None for the default model.
        min_confidence: least confidence of a claim; None keeps to the model's own.
        filtered: whether to pass over what the model's filter finds no sign of a casualty in.
        workers: how many processes read, on an engine that has them; None for as many as there are cores for.
        precision: as for :func:`claimx.load`.

    Raises:
        BatchError: the engine is not installed, or has no processes to number.
        InvalidConfidenceError: ``min_confidence`` is not a number from 0 to 1.
    """
    least = probability(min_confidence)
    if name is EngineName.ray:
        from claimx.batch.ray.engine import RayEngine
        from claimx.batch.ray.settings import ReaderSettings

        # Another machine may have another working directory.
        path = None if folder is None else folder.resolve()
        settings = ReaderSettings(model, path, claimx.__version__, least, filtered, precision=precision)
        with RayEngine(settings, workers) as engine:
            yield engine
        return
    if workers is not None:
        raise BatchError("--workers is for --engine ray: the local engine reads in this process, on all cores")
    from claimx.batch.reading import pipeline_reader
    from claimx.pipeline.model_folder import load_model

    yield pipeline_reader(lambda: load_model(folder, precision), least, filtered=filtered)
