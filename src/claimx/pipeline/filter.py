"""The ``claimx_filter`` component: which sentences may tell a casualty, so that the encoder can leave out the rest."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path

from claimx.filtering.filter_files import load_filter, save_filter
from claimx.filtering.sentence_filter import SentenceFilter
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.reading_pipe import ReadingPipe
from claimx.pipeline.states import LIKELY_KEY


class ClaimFilter(ReadingPipe):
    """Marks the tokens of the sentences that may tell a casualty.

    Acts on Docs that ask for it by ``doc._.prefilter``: it writes ``doc.user_data["claimx.likely"]``, (n_tokens,) bool.
    Without weights it acts on none, so that everything is read.

    Args:
        name: the component's name in its pipeline.
    """

    def __init__(self, name: str):
        register_extensions()
        self.name = name
        self.filter: SentenceFilter | None = None
        self.measured: dict[str, Any] = {}

    def set_filter(self, filter: SentenceFilter, measured: dict[str, Any]) -> None:
        """Give the component a learned filter and the figures measured on it."""
        self.filter = filter
        self.measured = measured

    def read(self, docs: list[Doc]) -> None:
        """Mark the likely tokens of those Docs that ask for it and have no marks yet, in place."""
        asking = [doc for doc in docs if doc._.prefilter and LIKELY_KEY not in doc.user_data]
        if self.filter is not None and asking:
            for doc, likely in zip(asking, self.filter.likely_tokens(asking), strict=True):
                doc.user_data[LIKELY_KEY] = likely

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the filter into a folder; an empty one where nothing was learned."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self.filter is not None:
            save_filter(self.filter, self.measured, folder)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "ClaimFilter":
        """Read the filter from a folder; from an empty one, none.

        Raises:
            ModelDamagedError: its files are missing, cut short or do not fit.
        """
        folder = ensure_path(path)
        if folder.is_dir() and not any(folder.iterdir()):
            self.filter, self.measured = None, {}
        else:
            self.filter, self.measured = load_filter(folder)
        return self


@Language.factory("claimx_filter")
def make_claim_filter(nlp: Language, name: str) -> ClaimFilter:
    """Create the component; see :class:`ClaimFilter`."""
    return ClaimFilter(name)
