"""The manifest of a run: what was read, by which model, how, and what came of it."""

import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from claimx.batch.counts import Counts
from claimx.batch.plan import Plan

_PACKAGES = ("torch", "spacy", "transformers", "numpy", "pyarrow", "rensa")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in ``OUTPUT.manifest.json``.

    Attributes:
        output: name of the output.
        plan: what the run was to do.
        counts: what came of it.
        started: when it was begun (ISO 8601).
        finished: when its output was whole.
        engine: what the articles of the last run of a divided one were read on.
    """

    output: str
    plan: Plan
    counts: Counts
    started: str
    finished: str
    engine: str

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; ``counts.seconds`` is the time spent reading, in all runs that a kill divided."""
        return {
            "output": self.output,
            **self.plan.to_dict(),
            "engine": self.engine,
            "versions": {"python": platform.python_version(), **dict(_versions())},
            "started": self.started,
            "finished": self.finished,
            "counts": self.counts.to_dict(),
        }


def manifest_path(output: Path) -> Path:
    """Where the manifest of an output stands."""
    return output.with_name(f"{output.name}.manifest.json")


def quarantine_path(output: Path) -> Path:
    """Where the records stand that have no result."""
    return output.with_name(f"{output.name}.quarantine.jsonl")


def now() -> str:
    """The time, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _versions() -> list[tuple[str, str]]:
    found = []
    for package in _PACKAGES:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:
            continue
    return found
