"""Read many Docs on all cores of a machine: what ``claimx.pipe`` and ``claimx batch`` share.

One thread reads a batch of texts from beginning to end with one of torch's threads, beside others that do the same. So
the parts that are Python (a third of the time, if it stood alone) run while other threads are in the encoder, which
does not need the interpreter. Processes would each need a model and a gazetteer of their own.
"""

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

import torch

from claimx.pipeline.filter import ClaimFilter
from claimx.pipeline.states import may_tell

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Beyond so many threads the interpreter's lock is the limit; torch's own threads use the other cores.
_MOST_THREADS = 8

# Tokens that one thread reads at once: enough to fill the encoder's batches, little enough to share out evenly.
_MOST_TOKENS = 4500
_LEAST_TOKENS = 1500

# A token that the filter passes over is so many times less work than one that is read.
_PASSED_OVER = 40

# Seconds after which a reader that is in Python gives way to another.
_TURN = 2e-4


def reading_threads(asked: int | None = None) -> int:
    """How many threads an engine reads with.

    Args:
        asked: how many are wanted; None for one a core, as many as torch may use.
    """
    return max(min(asked or torch.get_num_threads(), _MOST_THREADS), 1)


class Engine:
    """Reads Docs with a pipeline, several at once.

    Args:
        nlp: a claimx pipeline.
        threads: how many read at once; None for one a core, as many as torch may use.
    """

    def __init__(self, nlp: "Language", threads: int | None = None):
        self.nlp = nlp
        self.threads = reading_threads(threads)
        self._executor: ThreadPoolExecutor | None = None

    def read(self, docs: "list[Doc]") -> "list[Doc]":
        """Annotate Docs; they come back in their order.

        Raises:
            Exception: what reading the first Doc that cannot be read raised.
        """
        chunks = list(self._chunks(docs))
        if len(chunks) < self.threads:
            for chunk in chunks:
                self._read_chunk(chunk)
            return docs
        with _threads_of_torch(self.threads):
            return self._collect(docs, self._submit(chunks))

    def pipe(self, docs: "Iterable[Doc]", batch_size: int = 256) -> "Iterator[Doc]":
        """Annotate a stream of Docs, in their order.

        While it runs, torch's own threads are divided among the engine's.

        Args:
            docs: the Docs, taken as they are needed.
            batch_size: Docs that are shared out together, those of like length to one thread. Two batches are held.

        Raises:
            Exception: what reading a Doc raised.
        """
        stream = iter(docs)
        waiting: tuple[list[Doc], list[Future[None]]] | None = None
        batch = list(islice(stream, batch_size))
        if len(batch) < batch_size:
            yield from self.read(batch)
            return
        with _threads_of_torch(self.threads):
            while batch:
                submitted = batch, self._submit(self._chunks(batch))
                if waiting:
                    yield from self._collect(*waiting)
                waiting = submitted
                batch = list(islice(stream, batch_size))
            if waiting:
                yield from self._collect(*waiting)

    def _chunks(self, docs: "list[Doc]") -> "Iterator[list[Doc]]":
        """Docs of like length together, those with most work first, so that no thread is left with them at the end."""
        self._filter(docs)
        sizes = [(_work(doc), doc) for doc in docs]
        total = sum(size for size, _ in sizes)
        budget = min(max(total // (8 * self.threads), _LEAST_TOKENS), _MOST_TOKENS)
        chunk: list[Doc] = []
        tokens = 0
        for size, doc in sorted(sizes, key=lambda sized: sized[0], reverse=True):
            if chunk and tokens + size > budget:
                yield chunk
                chunk, tokens = [], 0
            chunk.append(doc)
            tokens += size
        if chunk:
            yield chunk

    def _filter(self, docs: "list[Doc]") -> None:
        """Let the filter look at Docs all at once, so that what is left to read can be shared out."""
        for _, component in self.nlp.pipeline:
            if isinstance(component, ClaimFilter):
                component.read(docs)

    def _submit(self, chunks: "Iterable[list[Doc]]") -> "list[Future[None]]":
        if self._executor is None:
            self._executor = ThreadPoolExecutor(self.threads, thread_name_prefix="claimx")
        return [self._executor.submit(self._read_chunk, chunk) for chunk in chunks]

    def _read_chunk(self, docs: "list[Doc]") -> None:
        for _ in self.nlp.pipe(docs, batch_size=len(docs)):
            pass  # they are annotated in place

    def _collect(self, docs: "list[Doc]", chunks: "list[Future[None]]") -> "list[Doc]":
        try:
            for chunk in chunks:
                chunk.result()
        finally:
            for chunk in chunks:
                chunk.cancel()
        return docs


@contextmanager
def _threads_of_torch(readers: int) -> Iterator[None]:
    """Divide torch's threads among readers, which take turns with the interpreter more often than threads usually do.

    A reader needs the interpreter for a moment between two of torch's operations; by default another one that is in
    Python would keep it for longer than such an operation takes.
    """
    before, interval = torch.get_num_threads(), sys.getswitchinterval()
    torch.set_num_threads(max(before // readers, 1))
    sys.setswitchinterval(min(interval, _TURN))
    try:
        yield
    finally:
        torch.set_num_threads(before)
        sys.setswitchinterval(interval)


def _work(doc: "Doc") -> int:
    """How many tokens of work a Doc is, once the filter has looked at it."""
    return len(doc) if may_tell(doc, 0, len(doc)) else len(doc) // _PASSED_OVER
