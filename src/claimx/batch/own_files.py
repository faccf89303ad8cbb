"""The files that a run makes, which are no inputs even where they lie among them."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from claimx.batch.cursor import InputFile
from claimx.batch.manifest import manifest_path, quarantine_path
from claimx.batch.parts.partial_folder import partial_path
from claimx.errors import BatchError

_File = TypeVar("_File", bound=InputFile)


def without_own_files(files: Iterable[_File], output: Path) -> list[_File]:
    """The inputs but for what a run with this output made: a folder may hold both.

    Raises:
        BatchError: nothing else is there.
    """
    own = {os.path.realpath(path) for path in (output, manifest_path(output), quarantine_path(output))}
    parts = os.path.realpath(partial_path(output)) + os.sep
    kept = []
    for file in files:
        real = os.path.realpath(str(file.path))
        if real not in own and not real.startswith(parts):
            kept.append(file)
    if not kept:
        raise BatchError(f"{output}: the only input is the output")
    return kept
