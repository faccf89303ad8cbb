"""The progress of a run on a terminal."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn
from rich.progress import Progress as RichProgress

from claimx.batch.progress.progress import Progress
from claimx.batch.progress.span_of_time import span_of_time


class ProgressBar(Progress):
    """A bar with articles, rates and the time left.

    Args:
        console: the terminal.
    """

    def __init__(self, console: Console):
        super().__init__()
        self._bar = RichProgress(
            SpinnerColumn(), BarColumn(bar_width=30), TextColumn("{task.fields[told]}"), console=console, transient=True
        )
        self._task = self._bar.add_task("read", total=None, told="loading the model")

    def show(self) -> None:
        """Move the bar; it pulses where the share that is done cannot be told."""
        share, left = self.share, self.seconds_left
        rates = f"{self.articles_per_second:,.1f} articles/s, {self.words_per_second:,.0f} words/s"
        told = f"{self.counts.articles:,} articles, {rates}"
        if left is not None:
            told += f", {span_of_time(left)} left"
        self._bar.update(self._task, total=None if share is None else 1.0, completed=share or 0.0, told=told)

    def assembled(self, done: int, of: int) -> None:
        """Show how much of the output is written."""
        self._bar.update(self._task, total=of, completed=done, told=f"writing: part {done:,} of {of:,}")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
