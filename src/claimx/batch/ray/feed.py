"""A source of Ray Data's that yields what this process puts into it, as long as it does."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import pyarrow as pa
from ray.data import Datasource
from ray.data.block import BlockMetadata
from ray.data.datasource import ReadTask
from ray.util.queue import Queue

from claimx.batch.ray.article_reader import ARTICLES, NUMBER

_SCHEMA = pa.schema([(NUMBER, pa.int64()), (ARTICLES, pa.large_binary())])


class Feed(Datasource):
    """Batches of articles, one a block, in the order in which they are put."""

    def __init__(self) -> None:
        super().__init__()
        self._queue = Queue(actor_options={"num_cpus": 0})

    def put(self, number: int, articles: bytes) -> None:
        """Let a batch be read."""
        self._queue.put((number, articles))

    def close(self) -> None:
        """Let go of what was put."""
        self._queue.shutdown(force=True)

    def get_read_tasks(self, parallelism: int, *args: Any, **options: Any) -> list[ReadTask]:
        """The one task that takes from the queue."""
        told = BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None)
        return [ReadTask(partial(_batches, self._queue), told, schema=_SCHEMA)]

    def estimate_inmemory_data_size(self) -> int | None:
        """Nobody knows."""
        return None


def _batches(queue: Queue) -> Iterable[pa.Table]:
    while True:  # until the queue is shut down
        number, articles = queue.get()
        yield pa.table({NUMBER: [number], ARTICLES: [articles]}, schema=_SCHEMA)
