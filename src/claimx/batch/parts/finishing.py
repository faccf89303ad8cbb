"""The last steps of a run: from parts to the files of the output, under their final names only when they are whole."""

import json
import os
from collections.abc import Callable
from pathlib import Path

from claimx.batch.counts import Counts
from claimx.batch.manifest import Manifest, manifest_path, quarantine_path
from claimx.batch.outputs.formats import OutputFormat
from claimx.batch.outputs.writer import open_writer
from claimx.batch.parts.durable import rename, sync_file, sync_folder
from claimx.batch.parts.partial_folder import PartialFolder
from claimx.batch.plan import Plan
from claimx.batch.result import storable

_OUTPUT, _QUARANTINE, _MANIFEST = "output", "quarantine", "manifest"


def assemble(
    folder: PartialFolder,
    output: Path,
    form: OutputFormat,
    *,
    flat: bool,
    parts: int,
    manifest: Callable[[], Manifest],
    advance: Callable[[int, int], None],
) -> None:
    """Write every file of the output into the folder, and note there that they are whole.

    Args:
        folder: holds the parts.
        output: the output.
        form: its format.
        flat: one row a claim.
        parts: how many parts there are.
        manifest: makes the manifest when the rest is written.
        advance: told how many parts of how many are written.
    """
    quarantined = 0
    with folder.writing():
        writer = open_writer(folder.path / _OUTPUT, form, flat=flat, gzipped=output.suffix.lower() == ".gz")
        with writer, (folder.path / _QUARANTINE).open("wb") as quarantine:
            for number in range(parts):
                part = folder.load(number)
                for row in range(len(part.result_lines)):
                    writer.write(part.result(row))
                for line in part.quarantine_lines:
                    quarantine.write(line + b"\n")
                quarantined += len(part.quarantine_lines)
                advance(number + 1, parts)
        told = json.dumps(manifest().to_dict(), indent=1, ensure_ascii=False) + "\n"
        (folder.path / _MANIFEST).write_text(storable(told), encoding="utf-8")
        for name in (_OUTPUT, _QUARANTINE, _MANIFEST):
            sync_file(folder.path / name)
        sync_folder(folder.path)
    folder.say_whole(
        {
            output.name: _OUTPUT,
            quarantine_path(output).name: _QUARANTINE if quarantined else None,
            manifest_path(output).name: _MANIFEST,
        }
    )


def publish(folder: PartialFolder, files: dict[str, str | None]) -> None:
    """Give the files of a whole output their names and remove the folder; killed, it can be done again.

    Args:
        folder: holds them.
        files: what the folder notes of them.
    """
    with folder.writing():
        for name, waiting in files.items():
            target = folder.path.with_name(name)
            if waiting is None:
                target.unlink(missing_ok=True)  # of an output that this one replaces
            elif os.path.exists(folder.path / waiting):
                rename(folder.path / waiting, target)
    folder.clear()


def published(output: Path) -> tuple[Plan, Counts] | None:
    """The plan and the counts that the manifest of an output tells; None where there is none that can be read."""
    try:
        record = json.loads(manifest_path(output).read_bytes())
        return Plan.from_dict(record), Counts.from_dict(record["counts"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
