"""What the networks read in."""

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum

import torch

from claimx.int8.support import reads_int8
from claimx.pipeline.precision import Precision


class NumberFormat(StrEnum):
    """What networks read in. A matter of the machine; 8-bit integers need a model that knows its ranges, too."""

    float32 = "float32"
    float16 = "float16"
    bfloat16 = "bfloat16"
    int8 = "int8"


def number_format(precision: Precision, device: torch.device) -> NumberFormat:
    """What the networks of a model read in on a device.

    bfloat16 on a processor with AMX and on a GPU, float16 on older GPUs, products of 8-bit integers on a processor
    with AVX-512 VNNI, float32 elsewhere. A processor that multiplies bfloat16 numbers without AMX reads more slowly
    with them than with float32.

    Args:
        precision: what is asked for.
        device: where the weights are.
    """
    if precision is Precision.float32:
        return NumberFormat.float32
    if device.type == "cuda":
        return NumberFormat.bfloat16 if torch.cuda.is_bf16_supported() else NumberFormat.float16
    if device.type == "cpu" and _has_amx():
        return NumberFormat.bfloat16
    if device.type == "cpu" and reads_int8():
        return NumberFormat.int8
    return NumberFormat.float32


def reading_precision(precision: Precision, device: torch.device) -> AbstractContextManager[object]:
    """Half precision where the device has units for it (see :func:`number_format`)."""
    match number_format(precision, device):
        case NumberFormat.float16:
            return torch.autocast(device.type, dtype=torch.float16)
        case NumberFormat.bfloat16:
            return torch.autocast(device.type, dtype=torch.bfloat16)
        case _:
            return nullcontext()


def reading_device() -> torch.device:
    """Where models are loaded to."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _has_amx() -> bool:
    supported = getattr(torch.cpu, "_is_amx_tile_supported", None)  # not there in all versions that claimx allows
    return bool(supported and supported())
