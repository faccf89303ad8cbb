"""The layers of :class:`~claimx.encoder.bert.Bert` in 8-bit integers, and without the padding.

Attention, norms and the residual stream stay in float32. What goes into a layer's last product is rounded with one
step for all its channels, so that GELU and rounding are one with the product before; the few neurons that reach
farthest, for whose sake that step would have to be coarse, keep their values in float32 (as the outliers of LLM.int8(),
Dettmers et al., 2022).
"""

from collections.abc import Iterable
from itertools import groupby

import torch
from torch import Tensor
from torch.nn import functional as F

from claimx.encoder.bert import Bert, BertLayer
from claimx.int8.linear import Int8Linear
from claimx.int8.ranges import Ranges

_FAR_NEURONS = 64
_LEVELS = 255
_INPUTS = ("attention.self.query", "attention.output.dense", "intermediate.dense", "output.dense")


def int8_inputs(bert: Bert) -> list[str]:
    """Names of the encoder's linear layers whose input ranges :class:`Int8BertLayers` needs.

    Query, key and value have the same inputs, which are measured once.
    """
    return [f"encoder.layer.{index}.{part}" for index in range(bert.config.layers) for part in _INPUTS]


class Int8BertLayers:
    """All the layers of an encoder.

    Args:
        bert: the encoder, its weights loaded.
        ranges: the input ranges of the layers that :func:`int8_inputs` names.

    Raises:
        KeyError: a range is missing.
    """

    def __init__(self, bert: Bert, ranges: Ranges):
        self._layers = [
            _Layer(layer, {part: ranges[f"encoder.layer.{index}.{part}"] for part in _INPUTS})
            for index, layer in enumerate(bert.float_layers())
        ]

    def __call__(self, states: Tensor, mask: Tensor) -> Tensor:
        """Update states, (B, P, width).

        Args:
            states: the states.
            mask: True where a piece stands, (B, P): at the first places of each row. Padding comes out as 0.
        """
        packed = states[mask]
        runs = [(length, len(list(rows))) for length, rows in groupby(mask.sum(dim=1).tolist())]
        for layer in self._layers:
            packed = layer(packed, runs)
        updated = torch.zeros_like(states)
        updated[mask] = packed
        return updated


class _Layer:
    """One layer, as :class:`~claimx.encoder.bert.BertLayer`.

    Args:
        layer: the layer.
        ranges: the ranges of its inputs, by the names that they have in it.
    """

    def __init__(self, layer: BertLayer, ranges: Ranges):
        query, key, value, mixed, inner, output = (
            layer.linear(name)
            for name in (
                "attention.self.query",
                "attention.self.key",
                "attention.self.value",
                "attention.output.dense",
                "intermediate.dense",
                "output.dense",
            )
        )
        self._heads = layer.heads
        self._query_key_value = Int8Linear.of([query, key, value], ranges["attention.self.query"])
        self._attention_output = Int8Linear.of([mixed], ranges["attention.output.dense"])
        self._attention_norm = layer.get_submodule("attention.output.LayerNorm")
        self._norm = layer.get_submodule("output.LayerNorm")

        given = ranges["output.dense"]
        far = torch.zeros(len(given.high), dtype=torch.bool)
        far[given.high.topk(min(_FAR_NEURONS, len(far) // 2)).indices] = True
        near = ~far
        low, high = float(given.low[near].min()), float(given.high[near].max())
        self._step = max(high - low, 1e-5) / _LEVELS
        self._zero = round(-low / self._step)
        scale = torch.tensor(self._step, dtype=torch.float64).expand(len(near))
        weight = output.weight.detach()
        self._inner, self._far_inner = Int8Linear.parted(inner, far, ranges["intermediate.dense"])
        self._output = Int8Linear(weight * near, output.bias, scale, (128 - self._zero) * scale, given.mean)
        self._far_output = weight[:, far].T.contiguous()

    def __call__(self, states: Tensor, runs: Iterable[tuple[int, int]]) -> Tensor:
        """Update the states (R, width) of sequences one after another, so many of a length at a time."""
        attended = self._attend(self._query_key_value(self._query_key_value.quantise(states)), runs)
        states = self._attention_norm(self._attention_output.plus(self._attention_output.quantise(attended), states))
        levels = self._inner.quantise(states)
        near = self._inner.gelu(levels, self._step, self._zero)
        far = F.gelu(self._far_inner(levels))
        made: Tensor = self._norm(self._output.plus(near, torch.addmm(states, far, self._far_output)))
        return made

    def _attend(self, read: Tensor, runs: Iterable[tuple[int, int]]) -> Tensor:
        """What each state attends to, (R, width), of queries, keys and values, (R, 3 width)."""
        attended = read.new_empty(len(read), read.shape[1] // 3)
        start = 0
        for length, rows in runs:
            these = slice(start, start + length * rows)
            query, key, value = read[these].view(rows, length, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
            here = attended[these].view(rows, length, self._heads, -1).transpose(1, 2)
            here.copy_(F.scaled_dot_product_attention(query, key, value))
            start += length * rows
        return attended
