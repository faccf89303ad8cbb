"""A linear layer whose inputs and weights are 8-bit integers.

Each channel of the input has a scale and a shift of its own, fixed when the layer is made, so that what a text is read
with does not depend on the texts beside it. The scales of the channels go into the weights, balanced as SmoothQuant
does (Xiao et al., 2023); each output has a scale of its weights; and the bias makes up for the mean
error of the weights' rounding (bias correction: Nagel et al., 2019).
"""

from typing import Any

import torch
from torch import Tensor, nn

from claimx.int8.ranges import InputRange

_LARGEST_WEIGHT = 127
_LEVELS = 255
_ZERO = 128

# A float32 of this size has steps of 1, and its lowest bits are those of the integer that was added to it: the sum
# rounds, and its bytes are read as they lie, in half the time that rounding and converting take.
_MAGIC = 1.5 * 2**23
_LEAST = 1e-5

# SmoothQuant's alpha: how much of what is hard to round goes from the inputs into the weights. Weights have a scale for
# each output and inputs one for each channel that all outputs share, so they bear most of it.
_ALPHA = 0.8


class Int8Linear:
    """``y = x W' + b``, computed by oneDNN on unsigned inputs and signed weights of 8 bits.

    Args:
        weight: W, (outputs, inputs).
        bias: b, (outputs,).
        scale: what one step of each input channel stands for, (inputs,).
        shift: what the middle of each input channel's range stands for, (inputs,).
        mean: mean of each input channel, (inputs,).
    """

    def __init__(self, weight: Tensor, bias: Tensor, scale: Tensor, shift: Tensor, mean: Tensor):
        weight, scale = weight.detach().double(), scale.double()
        shift = (shift.double() / scale).round() * scale  # whole steps, as the middle is an integer, too
        scaled = weight * scale
        self._step = scaled.abs().amax(dim=1).clamp(min=1e-12) / _LARGEST_WEIGHT
        rounded = (scaled / self._step[:, None]).round().clamp(-_LARGEST_WEIGHT, _LARGEST_WEIGHT)
        error = weight - rounded * self._step[:, None] / scale
        mean_error = error @ mean.double()
        self._bias = (bias.detach().double() + mean_error + (weight - error) @ shift).float()
        self._step = self._step.float()
        self._no_offset = torch.zeros(len(bias), dtype=torch.int64)
        self._rounded = rounded.to(torch.int8)
        self._weight = torch.ops.onednn.qlinear_prepack(self._rounded, None)
        self._times = (1 / scale).float()
        self._plus = (_MAGIC + _ZERO - shift / scale).float()

    @classmethod
    def of(cls, linears: list[nn.Linear], given: InputRange) -> "Int8Linear":
        """The layer that does the work of linear layers with the same inputs, its outputs side by side.

        Args:
            linears: the layers.
            given: the range of their inputs.
        """
        weight, bias = torch.cat([each.weight for each in linears]), torch.cat([each.bias for each in linears])
        return cls(weight, bias, *_balanced(weight, given), given.mean)

    @classmethod
    def parted(cls, linear: nn.Linear, part: Tensor, given: InputRange) -> tuple["Int8Linear", "Int8Linear"]:
        """A layer with all the outputs of a linear layer, and one with part of them that reads the same integers.

        Args:
            linear: the layer.
            part: True for the outputs of the second, (outputs,).
            given: the range of its inputs.
        """
        scales = _balanced(linear.weight, given)
        return (
            cls(linear.weight, linear.bias, *scales, given.mean),
            cls(linear.weight[part], linear.bias[part], *scales, given.mean),
        )

    def __getstate__(self) -> dict[str, Any]:
        # What oneDNN packed cannot be written anywhere; it is packed again where the layer goes.
        return {name: value for name, value in vars(self).items() if name != "_weight"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, _weight=torch.ops.onednn.qlinear_prepack(state["_rounded"], None))

    def quantise(self, inputs: Tensor) -> Tensor:
        """The 8-bit integers of inputs (R, inputs); what lies beyond the range becomes its end."""
        levels = torch.addcmul(self._plus, inputs, self._times).clamp_(_MAGIC, _MAGIC + _LEVELS)
        return levels.view(torch.int32).to(torch.uint8)

    def __call__(self, quantised: Tensor) -> Tensor:
        """Outputs (R, outputs) of quantised inputs (R, inputs)."""
        return self._run(quantised, "none", 1.0, 0, torch.float32)

    def plus(self, quantised: Tensor, other: Tensor) -> Tensor:
        """Outputs (R, outputs) of quantised inputs, added to other values (R, outputs)."""
        made: Tensor = torch.ops.onednn.qlinear_pointwise.binary(
            quantised, 1.0, _ZERO, self._weight, self._step, self._no_offset, other, self._bias,
            1.0, 0, torch.float32, 1.0, 0, "add", 1.0, "none", [], "",
        )  # fmt: skip
        return made

    def gelu(self, quantised: Tensor, step: float, zero: int) -> Tensor:
        """GELU of the outputs of quantised inputs, as 8-bit integers of which one step is ``step`` from ``zero``."""
        return self._run(quantised, "gelu", step, zero, torch.uint8)

    def relu(self, quantised: Tensor) -> Tensor:
        """ReLU of the outputs (R, outputs) of quantised inputs (R, inputs)."""
        return self._run(quantised, "relu", 1.0, 0, torch.float32)

    def _run(self, quantised: Tensor, then: str, step: float, zero: int, dtype: torch.dtype) -> Tensor:
        made: Tensor = torch.ops.onednn.qlinear_pointwise(
            quantised, 1.0, _ZERO, self._weight, self._step, self._no_offset, self._bias,
            step, zero, dtype, then, [], "none" if then == "gelu" else "",
        )  # fmt: skip
        return made


def _balanced(weight: Tensor, given: InputRange) -> tuple[Tensor, Tensor]:
    """Scale and shift of each input channel, (inputs,) each."""
    reach = ((given.high - given.low) / 2).clamp(min=_LEAST)
    largest = weight.detach().abs().amax(dim=0).clamp(min=_LEAST)
    balance = reach**_ALPHA / largest ** (1 - _ALPHA)
    return balance * (reach / balance).max() / _LARGEST_WEIGHT, (given.high + given.low) / 2
