"""Read the articles of a run with Ray Data."""

import pickle
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claimx.archives.article import Article
from claimx.batch.quarantine import error_line
from claimx.batch.ray.outcomes import unpacked
from claimx.batch.ray.session import check_ray, ray_session
from claimx.batch.ray.settings import ReaderSettings
from claimx.batch.reading_queue import Outcomes
from claimx.errors import BatchError

if TYPE_CHECKING:
    from claimx.batch.ray.pipeline import ReadingPipeline

#: How often a pipeline that Ray gives up, without a batch read, is built again.
_ATTEMPTS = 3


class RayEngine:
    """Reads articles on Ray, which it starts when the first are to be read, until it is left.

    This process reads the files, knows the duplicates and writes the output; what is read elsewhere is the batches of
    articles that a run without Ray would read, one after another. Each stays here until its claims are back: whatever
    becomes of the cluster, no article is lost, and none is read twice into the output.

    Args:
        settings: how articles are read.
        workers: how many processes read; None for as many as there are cores for.

    Raises:
        BatchError: Ray is not installed.
    """

    def __init__(self, settings: ReaderSettings, workers: int | None = None):
        check_ray()
        self._settings = settings
        self._asked = workers
        self._workers = 0
        self._session = ExitStack()
        self._pipeline: ReadingPipeline | None = None
        self._under_way: dict[int, bytes] = {}
        self._begun = 0

    @property
    def ahead(self) -> int:
        """Batches that may be under way: each process reads one while the next waits, and some more are on the way."""
        return 2 * self._workers + 2

    def begin(self, articles: list[Article]) -> Callable[[], Outcomes]:
        """Begin to read a batch.

        Raises:
            BatchError: Ray cannot be started or joined.
        """
        if not self._workers:
            self._start()
        number = self._begun
        self._begun += 1
        self._under_way[number] = pickle.dumps(articles)
        try:
            if self._pipeline is None:
                self._open()
            else:
                self._pipeline.put(number, self._under_way[number])
        except Exception:  # whatever Ray raises: the one who waits for the batch tries again
            self._close()
        return partial(self._wait, number)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._close()
        finally:
            self._session.close()

    def _start(self) -> None:
        from claimx.pipeline.engine import reading_threads

        threads = reading_threads()  # as many as read here: texts are put together there as they would be here
        self._session.enter_context(ray_session(None if self._asked is None else self._asked * threads))
        import ray

        cores = [int(node["Resources"].get("CPU", 0)) for node in ray.nodes() if node["Alive"]]
        threads = min(threads, max([*cores, 1]))
        self._settings = replace(self._settings, threads=threads)
        self._workers = self._asked or max(sum(count // threads for count in cores), 1)

    def _open(self) -> None:
        from claimx.batch.ray.pipeline import ReadingPipeline

        self._pipeline = ReadingPipeline(self._settings, self._workers)
        for number, batch in self._under_way.items():
            self._pipeline.put(number, batch)

    def _close(self) -> None:
        pipeline, self._pipeline = self._pipeline, None
        if pipeline is not None:
            pipeline.close()

    def _wait(self, number: int) -> Outcomes:
        failure: Exception = RuntimeError()
        for _ in range(_ATTEMPTS):
            try:
                if self._pipeline is None:
                    self._open()
                assert self._pipeline is not None
                outcomes = self._pipeline.take(number)
            except Exception as error:  # Ray has a dozen kinds for a process or a machine that is gone
                failure = error
                self._close()
            else:
                del self._under_way[number]
                return unpacked(outcomes)
        raise BatchError(f"Ray gave up, {_ATTEMPTS} times, to read one batch: {error_line(failure)}") from failure
