"""What the two trained components share: a folder with a JSON configuration and weights, in spaCy's own manner."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from spacy.util import ensure_path
from torch import nn

from claimx.errors import ModelDamagedError
from claimx.pipeline.reading_pipe import ReadingPipe
from claimx.pipeline.weights import load_weights, save_weights

CONFIG_FILE = "claimx.json"

# A forked process (``nlp.pipe(texts, n_process=2)``) does not inherit torch's threads, and would wait for them forever.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: torch.set_num_threads(1))


class NetworkPipe(ReadingPipe):
    """A component around a network that is trained elsewhere (:mod:`claimx.training`) and loaded from disk."""

    network: nn.Module | None = None

    def trained_network(self) -> Any:
        """The network.

        Raises:
            ModelDamagedError: the component was added to a pipeline but never loaded or given a network.
        """
        if self.network is None:
            raise ModelDamagedError(f"component {self.name!r} has no weights: load a trained model")
        return self.network

    @property
    def device(self) -> torch.device:
        """Where the network's weights are."""
        return next(self.trained_network().parameters()).device

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write configuration and weights into a folder."""
        folder = ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self.network is not None:
            (folder / CONFIG_FILE).write_text(json.dumps(self.network_config(), indent=1) + "\n", encoding="utf-8")
            save_weights(self.network, folder)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "NetworkPipe":
        """Read configuration and weights from a folder.

        Raises:
            ModelDamagedError: a file is missing, cut short or does not fit.
        """
        folder = ensure_path(path)
        try:
            config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
            self.network = self.build_network(folder, config)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelDamagedError(f"{folder}: the component's configuration cannot be read: {error}") from error
        load_weights(self.network, folder)
        self.network.to("cuda" if torch.cuda.is_available() else "cpu")
        return self

    def network_config(self) -> dict[str, Any]:
        """What :meth:`build_network` needs to build the network again."""
        raise NotImplementedError

    def build_network(self, folder: Path, config: dict[str, Any]) -> nn.Module:
        """Build the network, its weights yet to be loaded."""
        raise NotImplementedError
