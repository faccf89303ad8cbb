"""The layers of the claim reader in 8-bit integers; attention, norms and the residual stream stay in float32."""

from typing import Any

from torch import Tensor
from torch.nn import functional as F

from claimx.int8.linear import Int8Linear
from claimx.int8.ranges import Ranges
from claimx.linking.attention_layer import AttentionLayer
from claimx.linking.claim_reader import ClaimReader

_INPUTS = ("query_key_value", "attention_output", "feed_forward.0", "feed_forward.2")


def int8_inputs(reader: ClaimReader) -> list[str]:
    """Names of the reader's linear layers whose input ranges :func:`int8_layers` needs."""
    return [f"layers.{index}.{part}" for index in range(len(reader.layers)) for part in _INPUTS]


def int8_layers(reader: ClaimReader, ranges: Ranges) -> "list[Int8AttentionLayer]":
    """The layers of a claim reader in 8-bit integers.

    Args:
        reader: the reader, its weights loaded.
        ranges: the input ranges of the layers that :func:`int8_inputs` names.

    Raises:
        KeyError: a range is missing.
    """
    return [Int8AttentionLayer(layer, ranges, f"layers.{index}") for index, layer in enumerate(reader.float_layers())]


class Int8AttentionLayer:
    """One layer, as :class:`~claimx.linking.attention_layer.AttentionLayer`.

    Args:
        layer: the layer.
        ranges: the input ranges.
        name: the layer's name in the reader.
    """

    def __init__(self, layer: AttentionLayer, ranges: Ranges, name: str):
        self._heads = layer.heads
        self._attention_norm, self._feed_norm = layer.attention_norm, layer.feed_norm
        linears: list[Any] = [layer.get_submodule(part) for part in _INPUTS]
        self._query_key_value, self._attention_output, self._inner, self._output = (
            Int8Linear.of([linear], ranges[f"{name}.{part}"]) for linear, part in zip(linears, _INPUTS, strict=True)
        )

    def __call__(self, states: Tensor, mask: Tensor) -> Tensor:
        """Update states (A, N, width); ``mask`` is True where a state may be attended to, (A, N)."""
        shape = states.shape
        states = states.flatten(0, 1)
        read = self._query_key_value(self._query_key_value.quantise(self._attention_norm(states)))
        query, key, value = read.view(*shape[:2], 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        given = self._attention_output.quantise(attended.transpose(1, 2).reshape(-1, shape[2]))
        states = self._attention_output.plus(given, states)
        inner = self._inner.relu(self._inner.quantise(self._feed_norm(states)))
        return self._output.plus(self._output.quantise(inner), states).view(shape)
