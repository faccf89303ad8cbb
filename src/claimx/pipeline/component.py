"""What the two trained components share: a folder with a JSON configuration and weights, in spaCy's own manner."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import torch
from spacy.util import ensure_path
from torch import nn

from claimx.errors import ModelDamagedError
from claimx.int8.ranges import Ranges, load_ranges, save_ranges
from claimx.pipeline.number_format import NumberFormat, number_format, reading_device
from claimx.pipeline.precision import Precision
from claimx.pipeline.reading_pipe import ReadingPipe
from claimx.pipeline.weights import load_weights, save_weights

CONFIG_FILE = "claimx.json"

# A forked process (``nlp.pipe(texts, n_process=2)``) does not inherit torch's threads, and would wait for them forever.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: torch.set_num_threads(1))


class NetworkPipe(ReadingPipe):
    """A component around a network that is trained elsewhere (:mod:`claimx.training`) and loaded from disk."""

    network: nn.Module | None = None
    precision = Precision.auto
    ranges: Ranges = MappingProxyType({})
    #: The part of the network whose layers may read in 8-bit integers.
    int8_part: str

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
            save_ranges(self.ranges, folder)

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
        self.network.to(reading_device())
        self.set_ranges(load_ranges(folder))
        return self

    def set_ranges(self, ranges: Ranges) -> None:
        """Give the component the ranges of its layers' inputs; it reads in 8-bit integers where that is faster.

        Args:
            ranges: the input ranges of the layers that :meth:`int8_inputs` names; none to read in floating point.

        Raises:
            ModelDamagedError: a range is missing, or is that of a layer of another size.
        """
        self.ranges = ranges
        try:
            in_int8 = number_format(self.precision, self.device) is NumberFormat.int8
            prefix = f"{self.int8_part}."
            self.use_int8({name.removeprefix(prefix): each for name, each in ranges.items()} if in_int8 else {})
        except (KeyError, RuntimeError) as error:
            raise ModelDamagedError(f"component {self.name!r}: the ranges of its layers do not fit: {error}") from error

    def set_precision(self, precision: Precision) -> None:
        """Read as exactly as is asked for."""
        self.precision = precision
        self.set_ranges(self.ranges)

    def int8_inputs(self) -> list[str]:
        """Names of the network's linear layers that may read in 8-bit integers."""
        return [f"{self.int8_part}.{name}" for name in self.int8_linears()]

    def int8_linears(self) -> list[str]:
        """Names of these layers in the part of the network that has them."""
        raise NotImplementedError

    def use_int8(self, ranges: Ranges) -> None:
        """Let these layers read in 8-bit integers; in floating point without ranges.

        Args:
            ranges: the ranges of their inputs, by their names in that part of the network.
        """
        raise NotImplementedError

    def network_config(self) -> dict[str, Any]:
        """What :meth:`build_network` needs to build the network again."""
        raise NotImplementedError

    def build_network(self, folder: Path, config: dict[str, Any]) -> nn.Module:
        """Build the network, its weights yet to be loaded."""
        raise NotImplementedError
