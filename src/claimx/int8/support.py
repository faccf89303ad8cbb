"""Whether this machine reads faster, and rightly, in 8-bit integers."""

from functools import lru_cache

import torch
from torch import nn

from claimx.int8.linear import Int8Linear
from claimx.int8.ranges import InputRange

_LARGEST_ERROR = 0.03


@lru_cache(maxsize=1)
def reads_int8() -> bool:
    """Whether the processor has instructions for 8-bit products (AVX-512 VNNI) that torch uses rightly.

    The operations are oneDNN's, which torch's compiler calls; they are tried once, on a small layer, since versions of
    torch differ in them.
    """
    has_vnni = getattr(torch.cpu, "_is_vnni_supported", None)  # not there in all versions that claimx allows
    if not (has_vnni and has_vnni()):
        return False
    generator = torch.Generator().manual_seed(0)
    inputs = torch.randn(40, 64, generator=generator)
    linear = nn.Linear(64, 32)
    with torch.inference_mode():
        linear.weight.copy_(torch.randn(32, 64, generator=generator))
        linear.bias.copy_(torch.randn(32, generator=generator))
        right = linear(inputs)
        try:
            layer = Int8Linear.of([linear], InputRange(inputs.amin(0), inputs.amax(0), inputs.mean(0)))
            levels = layer.quantise(inputs)
            step = 0.25
            pairs = (
                (layer(levels), right),
                (layer.plus(levels, right), 2 * right),
                (layer.relu(levels), right.relu()),
                (layer.gelu(levels, step, 4).float() * step - 4 * step, nn.functional.gelu(right)),
            )
        except (AttributeError, RuntimeError, TypeError):
            return False
    return all(float((made - wanted).std()) < _LARGEST_ERROR * float(wanted.std()) for made, wanted in pairs)
