"""How a run tells what it does."""

from collections.abc import Sequence
from time import monotonic
from types import TracebackType
from typing import Self

from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor, InputFile
from claimx.batch.progress.read_offset import read_offset


class Progress:
    """Keeps count and says nothing; what shows it derives from this."""

    def __init__(self) -> None:
        self.counts = Counts()
        self._cursor = self._first = Cursor()
        self._earlier = Counts()
        self._files: Sequence[InputFile] = ()
        self._sizes: list[int] = []
        self._began = monotonic()
        self._first_share: float | None = None

    def begin(self, files: Sequence[InputFile], earlier: Counts, cursor: Cursor) -> None:
        """Take note of what is to do and what is done.

        Args:
            files: the inputs.
            earlier: what runs before this one did.
            cursor: how far they read.
        """
        sizes = [file.size for file in files]
        # Where a size is not known, files count alike.
        self._sizes = [1] * len(sizes) if None in sizes else [size for size in sizes if size is not None]
        self._files, self._earlier, self.counts, self._cursor = files, earlier, earlier, cursor
        self._began = monotonic()
        self._first_share = self.share
        self.show()

    def advance(self, new: Counts, cursor: Cursor) -> None:
        """Take note of more articles, and of how far the inputs are read."""
        self.counts += new
        self._cursor = cursor
        self.show()

    def assembled(self, done: int, of: int) -> None:
        """Take note of parts that are written into the output."""

    def show(self) -> None:
        """Show the state, where and when it should be."""

    @property
    def elapsed(self) -> float:
        """Seconds since this run began."""
        return max(monotonic() - self._began, 1e-6)

    @property
    def articles_per_second(self) -> float:
        """The rate of this run, not of those before it."""
        return (self.counts.articles - self._earlier.articles) / self.elapsed

    @property
    def words_per_second(self) -> float:
        """The rate of this run, not of those before it."""
        return (self.counts.words - self._earlier.words) / self.elapsed

    @property
    def share(self) -> float | None:
        """The part of the inputs' bytes that is read, 0 to 1; None while it cannot be told.

        Where the system does not tell how far the file at hand is read, it is taken to hold as many records a byte as
        those before it.
        """
        total = sum(self._sizes)
        file, position = self._cursor.file, self._cursor.position
        if not total or file >= len(self._sizes):
            return 1.0
        done, size = sum(self._sizes[:file]), self._sizes[file]
        if not position:
            return done / total
        offset = read_offset(str(self._files[file].path))
        if offset is not None:
            return (done + size * offset) / total
        records = self.counts.articles + self.counts.quarantined - position
        if not done or records <= 0:
            return None
        return (done + min(position * done / records, size)) / total

    @property
    def seconds_left(self) -> float | None:
        """Time that the rest takes at the rate of this run; None while it cannot be told."""
        share, first = self.share, self._first_share or 0.0
        return None if share is None or share <= first else self.elapsed * (1 - share) / (share - first)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clean up what is shown."""
