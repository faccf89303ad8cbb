"""Put a filter into a model folder, first in its pipeline."""

import json
from pathlib import Path

from spacy.util import load_config

from claimx.errors import OutputError
from claimx.pipeline.filter import ClaimFilter

_NAME = "claimx_filter"


def install_filter(component: ClaimFilter, folder: Path) -> None:
    """Write a filter into a model folder, in place of the one that is there.

    Only the filter's own files and what names the components are written.

    Args:
        component: the filter.
        folder: a model folder, which can be loaded.

    Raises:
        OutputError: the file system refuses.
    """
    try:
        component.to_disk(folder / _NAME)
        config = load_config(folder / "config.cfg")
        config["nlp"]["pipeline"] = _first(config["nlp"]["pipeline"])
        config["components"] = {_NAME: {"factory": _NAME}, **config["components"]}
        config.to_disk(folder / "config.cfg")
        # Last of all: a folder is loaded anew when this file is.
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        meta["pipeline"], meta["components"] = _first(meta["pipeline"]), _first(meta["components"])
        meta["labels"] = {_NAME: [], **meta["labels"]}
        (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written to: {error.strerror}") from error


def _first(names: list[str]) -> list[str]:
    return [_NAME, *(name for name in names if name != _NAME)]
