"""Between which values the inputs of linear layers lie, channel by channel: what 8 bits have to hold."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from claimx.errors import ModelDamagedError

RANGES_FILE = "ranges.safetensors"


@dataclass
class InputRange:
    """The inputs that a linear layer of width W was given.

    Attributes:
        low: least value of each channel, (W,).
        high: greatest value of each channel, (W,).
        mean: mean of each channel, (W,).
    """

    low: Tensor
    high: Tensor
    mean: Tensor


#: The input ranges of a network's layers, by the names that the network has for them.
Ranges = Mapping[str, InputRange]


@contextmanager
def watched_ranges(network: nn.Module, linears: Iterable[str]) -> Iterator[dict[str, InputRange]]:
    """Note what linear layers are given while a network reads in floating point.

    Args:
        network: the network, which reads in one thread while this is open.
        linears: names of layers of it.

    Yields:
        Where the ranges stand at the end: none if one of the layers was given nothing.
    """
    seen = {name: _Seen() for name in linears}
    hooks = [network.get_submodule(name).register_forward_pre_hook(each) for name, each in seen.items()]
    ranges: dict[str, InputRange] = {}
    try:
        yield ranges
    finally:
        for hook in hooks:
            hook.remove()
    if all(each.rows for each in seen.values()):
        ranges.update((name, each.range()) for name, each in seen.items())


class _Seen:
    """What one layer has been given so far."""

    def __init__(self) -> None:
        self.rows = 0
        self._parts: tuple[Tensor, Tensor, Tensor]

    def __call__(self, module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        rows = inputs[0].detach().reshape(-1, inputs[0].shape[-1]).float()
        if len(rows) == 0:
            return
        low, high, total = rows.amin(0), rows.amax(0), rows.double().sum(0)
        if self.rows:
            low, high = torch.minimum(low, self._parts[0]), torch.maximum(high, self._parts[1])
            total = total + self._parts[2]
        self._parts = low, high, total
        self.rows += len(rows)

    def range(self) -> InputRange:
        low, high, total = (part.cpu() for part in self._parts)
        return InputRange(low, high, (total / self.rows).float())


def save_ranges(ranges: Ranges, folder: Path) -> None:
    """Write ranges into a folder, as float16; none take away those that are there."""
    if not ranges:
        (folder / RANGES_FILE).unlink(missing_ok=True)
        return
    state = {f"{name}.{part}": value.half() for name, each in ranges.items() for part, value in vars(each).items()}
    save_file(state, folder / RANGES_FILE)


def load_ranges(folder: Path) -> dict[str, InputRange]:
    """Read ranges written by :func:`save_ranges`; none where a folder has no such file.

    Raises:
        ModelDamagedError: the file is cut short or holds something else.
    """
    path = folder / RANGES_FILE
    if not path.exists():
        return {}
    try:
        state = {name: value.float() for name, value in load_file(path).items()}
        names = {name.rpartition(".")[0] for name in state}
        return {name: InputRange(*(state[f"{name}.{part}"] for part in ("low", "high", "mean"))) for name in names}
    except (SafetensorError, OSError, KeyError) as error:
        raise ModelDamagedError(f"{path}: the ranges of its layers cannot be read: {error}") from error
