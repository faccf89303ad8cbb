"""Write and read a network's weights as safetensors, in half precision."""

from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import nn

from claimx.errors import ModelDamagedError

WEIGHTS_FILE = "model.safetensors"


def save_weights(network: nn.Module, folder: Path) -> None:
    """Write a network's weights into a folder, as float16."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {
        name: tensor.detach().to("cpu", torch.float16 if tensor.is_floating_point() else None).contiguous()
        for name, tensor in network.state_dict().items()
    }
    save_file(state, folder / WEIGHTS_FILE)


def load_weights(network: nn.Module, folder: Path) -> None:
    """Read weights written by :func:`save_weights` into a network, as float32.

    Raises:
        ModelDamagedError: the file is missing or truncated, or its weights are not those of this network.
    """
    path = folder / WEIGHTS_FILE
    try:
        state = load_file(path)
        network.load_state_dict(
            {name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in state.items()}
        )
    except FileNotFoundError as error:
        raise ModelDamagedError(f"{path}: the model's weights are missing") from error
    except (SafetensorError, OSError) as error:
        raise ModelDamagedError(f"{path}: the model's weights cannot be read: {error}") from error
    except RuntimeError as error:
        raise ModelDamagedError(f"{path}: the weights do not fit the model's configuration") from error
    network.eval()
