"""Find, load and describe model folders."""

import json
from functools import lru_cache
from pathlib import Path

from claimx.errors import ClaimxError, ModelDamagedError, ModelNotFoundError
from claimx.pipeline.precision import Precision, precision_of

#: The model that claimx uses when none is named.
DEFAULT_MODEL = "claimx-en"


def default_model_path() -> Path:
    """Where the default model is: in the installed package, or in ``models/`` of a source checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "models" / DEFAULT_MODEL, package.parents[1] / "models" / DEFAULT_MODEL):
        if folder.is_dir():
            return folder
    raise ModelNotFoundError(
        f"the default model {DEFAULT_MODEL!r} is not installed with claimx: reinstall it, or name a model folder"
    )


def load_model(
    path: str | Path | None = None,
    precision: str | None = None,
) -> "Language":  # type: ignore[name-defined]  # noqa: F821
    """Load a model folder as a spaCy ``Language``; the default model where none is named.

    A folder is loaded once a precision; asking for it again gives the same object, until a new model is written there.

    Args:
        path: the folder.
        precision: as for :func:`claimx.load`.

    Raises:
        InvalidPrecisionError: there is no such precision.
        ModelNotFoundError: there is no such folder.
        ModelDamagedError: it is not a claimx model, or its files are missing or cut short.
    """
    wanted = None if precision is None else precision_of(precision)
    folder = default_model_path() if path is None else Path(path)
    if not folder.is_dir():
        raise ModelNotFoundError(f"{folder}: no such model folder")
    try:
        written = (folder / "meta.json").stat().st_mtime_ns
    except OSError as error:
        raise ModelDamagedError(f"{folder}: not a claimx model (it has no meta.json)") from error
    return _load(folder.resolve(), written, wanted)


@lru_cache(maxsize=4)
def _load(folder: Path, written: int, precision: Precision | None) -> "Language":  # type: ignore[name-defined]  # noqa: F821
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        pipeline = meta["pipeline"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{folder}: not a claimx model (its meta.json cannot be read)") from error
    if "claimx_assembler" not in pipeline:
        raise ModelDamagedError(f"{folder}: not a claimx model (its pipeline is {', '.join(pipeline) or 'empty'})")
    import spacy

    # Registers the components where claimx runs from a source tree, without its entry points.
    import claimx.pipeline.assembler
    import claimx.pipeline.filter
    import claimx.pipeline.linker
    import claimx.pipeline.transformer  # noqa: F401
    from claimx.pipeline.component import NetworkPipe

    try:
        nlp = spacy.load(folder)
    except ClaimxError:
        raise
    except Exception as error:  # spaCy and the tokenizer library raise a dozen kinds on a damaged folder
        raise ModelDamagedError(f"{folder}: the model cannot be loaded: {_one_line(error)}") from error
    for _, component in nlp.pipeline:
        if precision is not None and isinstance(component, NetworkPipe):
            component.set_precision(precision)
    return nlp


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
