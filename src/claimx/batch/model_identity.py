"""Which model read an archive, so that it can be told apart from every other."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimx.errors import ModelDamagedError, ModelNotFoundError

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """A model's name and version, and the hash of what it learned.

    Attributes:
        name: language and name, as spaCy names packages: ``en_claimx``.
        version: its version.
        sha256: hash of every file of its folder but the notes for people, with their names.
    """

    name: str
    version: str
    sha256: str


#: Files of a model folder that change nothing of what it reads.
_NOTES = {".md", ".svg", ".png"}


def model_identity(folder: Path) -> ModelIdentity:
    """Identify a model folder without loading the model.

    Raises:
        ModelNotFoundError: there is no such folder.
        ModelDamagedError: it has no readable ``meta.json``.
    """
    if not folder.is_dir():
        raise ModelNotFoundError(f"{folder}: no such model folder")
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        name, version = f"{meta['lang']}_{meta['name']}", str(meta["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{folder}: not a claimx model (its meta.json cannot be read)") from error
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _NOTES and path.name != "metrics.json":
            digest.update(path.relative_to(folder).as_posix().encode("utf-8") + b"\0")
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
    return ModelIdentity(name, version, digest.hexdigest())
