"""AdamW with a lower learning rate for the pretrained encoder, and a linear rise and fall of both."""

from collections.abc import Iterable

import torch
from torch import nn

from claimx.training.config import TrainingConfig


def make_optimizer(
    encoder: nn.Module, others: Iterable[nn.Module], config: TrainingConfig, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """The optimiser and its schedule over ``steps`` steps (Loshchilov and Hutter, 2019).

    Args:
        encoder: the pretrained transformer.
        others: modules whose parameters outside ``encoder`` start from scratch.
        config: learning rates, weight decay and warm-up.
        steps: how many steps the run takes.
    """
    pretrained = {id(parameter) for parameter in encoder.parameters()}
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for module in others:
        for parameter in module.parameters():
            if not parameter.requires_grad:
                continue
            rate = config.encoder_learning_rate if id(parameter) in pretrained else config.head_learning_rate
            decay = config.weight_decay if parameter.ndim > 1 else 0.0
            groups.setdefault((rate, decay), []).append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": params, "lr": rate, "weight_decay": decay} for (rate, decay), params in groups.items()]
    )
    rise = max(int(steps * config.warmup), 1)

    def factor(step: int) -> float:
        return min((step + 1) / rise, max(steps - step, 0) / max(steps - rise, 1))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
