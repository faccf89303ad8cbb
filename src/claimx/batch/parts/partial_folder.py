"""The folder beside an output that holds a run until it is whole."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimx.batch.parts.durable import sync_folder, write_whole
from claimx.batch.parts.part_files import DAMAGE, Part, PartHead, part_path, read_head, read_part, write_part
from claimx.batch.parts.part_maker import MadePart
from claimx.batch.plan import Plan
from claimx.errors import BatchError, OutputError

_PLAN = "plan.json"
_WHOLE = "whole.json"


def partial_path(output: Path) -> Path:
    """Where a run stands until it is whole."""
    return output.with_name(f"{output.name}.partial")


class PartialFolder:
    """``OUTPUT.partial``: the plan, the parts and, in the end, the files that only wait for their names.

    Args:
        output: the output.
    """

    def __init__(self, output: Path):
        self.path = partial_path(output)
        self._output = output
        self.load = lru_cache(maxsize=4)(self._load)  # duplicates come in swarms

    def begin(self, plan: Plan, *, overwrite: bool, started: str) -> None:
        """Make the folder with a plan.

        Args:
            plan: what the run is to do.
            overwrite: whether an output that exists may be replaced.
            started: the time.
        """
        with self.writing():
            self.path.mkdir(exist_ok=True)
            self._write_json(_PLAN, {**plan.to_dict(), "overwrite": overwrite, "started": started})
            sync_folder(self.path.parent)

    def begun(self) -> dict[str, Any] | None:
        """What :meth:`begin` wrote; None where there is no run."""
        return self._read_json(_PLAN)

    def clear(self) -> None:
        """Remove the folder, whatever it holds; what tells how far the run is goes last."""
        with self.writing():
            if self.path.is_dir():
                last = [self.path / _PLAN, self.path / _WHOLE]
                for path in [*(path for path in self.path.iterdir() if path not in last), *last]:
                    path.unlink(missing_ok=True)
                shutil.rmtree(self.path)
        self.load.cache_clear()

    def heads(self) -> Iterator[PartHead]:
        """Yield what is known of each part, in order, up to the first that is missing or damaged; remove the rest."""
        number = 0
        while True:
            try:
                head = read_head(part_path(self.path, number))
            except DAMAGE:
                break
            yield head
            number += 1
        with self.writing():
            names = {part_path(self.path, done).name for done in range(number)}
            for path in self.path.glob("part-*"):
                if path.name not in names:
                    path.unlink()

    def write(self, number: int, made: MadePart) -> None:
        """Put a part on the disk."""
        with self.writing():
            write_part(self.path, number, made.head, made.results, made.quarantined)

    def _load(self, number: int) -> Part:
        path = part_path(self.path, number)
        try:
            return read_part(path)
        except DAMAGE as error:
            path.unlink(missing_ok=True)
            raise BatchError(f"{path}: was damaged; the same command makes it again") from error

    def say_whole(self, files: dict[str, str | None]) -> None:
        """Note that every file of the output waits here for its name, which no kill can undo.

        Args:
            files: by final name, the name in this folder; None for a file that must not be there.
        """
        with self.writing():
            self._write_json(_WHOLE, files)

    def whole(self) -> dict[str, str | None] | None:
        """What :meth:`say_whole` noted, or None."""
        return self._read_json(_WHOLE)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Tell a file system that refuses (no space, no right) in one line; what is done stays done."""
        try:
            yield
        except OSError as error:
            raise OutputError(f"{error.filename or self._output}: cannot be written: {error.strerror}") from error

    def _write_json(self, name: str, record: dict[str, Any]) -> None:
        write_whole(self.path / name, json.dumps(record).encode("utf-8"))

    def _read_json(self, name: str) -> dict[str, Any] | None:
        path = self.path / name
        try:
            return json.loads(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise BatchError(f"{path}: cannot be read; --restart starts over") from error
