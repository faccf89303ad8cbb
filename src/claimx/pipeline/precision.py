"""The number format that the networks read in."""

from contextlib import AbstractContextManager, nullcontext

import torch


def reading_precision(device: torch.device) -> AbstractContextManager[object]:
    """Half precision where the device has units for it, as it is stored elsewhere.

    bfloat16 on a processor with AMX and on a GPU, float16 on older GPUs. A processor that multiplies bfloat16 numbers
    without AMX reads more slowly with them than with float32.

    Args:
        device: where the weights are.
    """
    if device.type == "cuda":
        half = torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
        return torch.autocast("cuda", dtype=half)
    if device.type == "cpu" and _has_amx():
        return torch.autocast("cpu", dtype=torch.bfloat16)
    return nullcontext()


def _has_amx() -> bool:
    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)  # not there in all versions that claimx allows
    return bool(supported and supported())
