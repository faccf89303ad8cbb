"""Write and read a filter: its weights as safetensors in half precision, the rest as JSON."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from claimx.errors import ModelDamagedError
from claimx.filtering.ngrams import FEATURES_VERSION
from claimx.filtering.sentence_filter import SentenceFilter

CONFIG_FILE = "claimx.json"
WEIGHTS_FILE = "model.safetensors"


def save_filter(filter: SentenceFilter, measured: dict[str, Any], folder: Path) -> None:
    """Write a filter into a folder.

    Args:
        filter: the filter.
        measured: figures to keep beside it, for people.
        folder: where to; made if it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "features_version": FEATURES_VERSION,
        "bias": filter.bias,
        "threshold": filter.threshold,
        "measured": measured,
    }
    (folder / CONFIG_FILE).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    save_file({"features": filter.features, "weights": filter.weights.astype(np.float16)}, folder / WEIGHTS_FILE)


def load_filter(folder: Path) -> tuple[SentenceFilter, dict[str, Any]]:
    """Read a filter and its figures, as :func:`save_filter` wrote them.

    Raises:
        ModelDamagedError: a file is missing or cut short, or was written for other features.
    """
    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        arrays = load_file(folder / WEIGHTS_FILE)
        features, weights = arrays["features"], arrays["weights"].astype(np.float32)
        version, measured = config["features_version"], config["measured"]
        bias, threshold = float(config["bias"]), float(config["threshold"])
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise ModelDamagedError(f"{folder}: the filter cannot be read: {error}") from error
    if version != FEATURES_VERSION or features.dtype != np.uint32 or features.shape != weights.shape:
        raise ModelDamagedError(f"{folder}: the filter's weights do not fit this version of claimx; train it again")
    return SentenceFilter(features, weights, bias, threshold), measured
