"""The progress of a run where there is no terminal: a plain line now and then."""

from collections.abc import Callable, Sequence
from time import monotonic

from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor, InputFile
from claimx.batch.progress.progress import Progress
from claimx.batch.progress.span_of_time import span_of_time

#: Seconds between lines.
PERIOD = 30.0


class ProgressLog(Progress):
    """Writes a line at the start, every so many seconds, and before the output is put together.

    Args:
        write: writes a line.
        period: seconds between lines.
    """

    def __init__(self, write: Callable[[str], None], period: float = PERIOD):
        super().__init__()
        self._write = write
        self._period = period
        self._next = monotonic()

    def begin(self, files: Sequence[InputFile], earlier: Counts, cursor: Cursor) -> None:
        """Say what is to do, and what is done."""
        self._next = monotonic() + self._period
        done = f"; {earlier.articles:,} articles are done" if earlier.articles else ""
        self._write(f"{len(files):,} files, {sum(file.size or 0 for file in files) / 1e6:,.1f} MB{done}")
        super().begin(files, earlier, cursor)

    def show(self) -> None:
        """Write a line if it is time."""
        if not self._due():
            return
        line = f"{self.counts.articles:,} articles, {self.counts.quarantined:,} quarantined, "
        line += f"{self.articles_per_second:,.1f} articles/s, {self.words_per_second:,.0f} words/s"
        share, left = self.share, self.seconds_left
        if share is not None:
            line += f", {share:.1%} done"
        if left is not None:
            line += f", {span_of_time(left)} left"
        self._write(line)

    def assembled(self, done: int, of: int) -> None:
        """Say that the output is written, and how far."""
        if done == of or self._due():
            self._write(f"writing the output: part {done:,} of {of:,}")

    def _due(self) -> bool:
        if monotonic() < self._next:
            return False
        self._next = monotonic() + self._period
        return True
