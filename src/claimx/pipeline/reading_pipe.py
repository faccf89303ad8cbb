"""What the components that read Docs a batch at a time share."""

from collections.abc import Iterable, Iterator

from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import minibatch

from claimx.pipeline.folder_bytes import FolderBytes


class ReadingPipe(FolderBytes, Pipe):
    """A component that annotates several Docs at once."""

    name: str

    def read(self, docs: list[Doc]) -> None:
        """Annotate Docs in place."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        self.read([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate a stream of Docs, a batch at a time; errors go to the pipeline's error handler."""
        handle_error = self.get_error_handler()
        for docs in minibatch(stream, size=batch_size):
            try:
                self.read(docs)
            except Exception as error:
                handle_error(self.name, self, docs, error)
            else:
                yield from docs
