"""The Ray Data pipeline: batches of articles flow through a pool of processes that read them, in order."""

from copy import deepcopy

import ray
from ray.data import ActorPoolStrategy, DataContext

from claimx.batch.ray.article_reader import NUMBER, OUTCOMES, ArticleReader
from claimx.batch.ray.feed import Feed
from claimx.batch.ray.settings import ReaderSettings


class ReadingPipeline:
    """Reads the batches that are put into it.

    Args:
        settings: how articles are read.
        workers: how many processes read.
    """

    def __init__(self, settings: ReaderSettings, workers: int):
        self._feed = Feed()
        before = DataContext.get_current()
        DataContext._set_current(_context(before))
        try:
            # The feeder only waits: a core of its own would be lost to reading.
            batches = ray.data.read_datasource(self._feed, num_cpus=0, override_num_blocks=1, concurrency=1)
            read = batches.map_batches(
                ArticleReader,
                fn_constructor_args=(settings,),
                batch_size=None,
                batch_format="pyarrow",
                compute=ActorPoolStrategy(size=workers),
                num_cpus=settings.threads,
            )
            self._tables = iter(read.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0))
        finally:
            DataContext._set_current(before)

    def put(self, number: int, articles: bytes) -> None:
        """Let a batch be read."""
        self._feed.put(number, articles)

    def take(self, number: int) -> bytes:
        """The outcomes of the next batch, which must be that of a number.

        Raises:
            Exception: what Ray raises where a process or a machine is gone.
        """
        table = next(self._tables, None)
        if table is None or table[NUMBER].to_pylist() != [number]:
            raise RuntimeError(f"batch {number} did not come back")
        outcomes: bytes = table[OUTCOMES][0].as_py()
        return outcomes

    def close(self) -> None:
        """End it, whatever is under way."""
        del self._tables
        self._feed.close()


def _context(before: DataContext) -> DataContext:
    context = deepcopy(before)
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    # Each batch is a block of its own, handed on when it is there: none waits for others that are not put yet.
    context.target_max_block_size = 1
    return context
