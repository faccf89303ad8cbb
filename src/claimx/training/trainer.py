"""Train encoder, heads and linker as one network."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from claimx.encoder.batch import collate_windows
from claimx.encoder.pieces import PieceTokenizer
from claimx.encoder.windows import Window
from claimx.errors import TrainingError
from claimx.heads.mention_network import MentionNetwork
from claimx.linking.linking_network import LinkingNetwork
from claimx.training.class_balance import class_weights
from claimx.training.config import TrainingConfig
from claimx.training.examples import Example, batches
from claimx.training.hidden_words import HiddenWords, hide_pieces
from claimx.training.letter_case import vary_case
from claimx.training.loss import joint_loss
from claimx.training.optimizer import make_optimizer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EpochReport:
    """How one epoch went.

    Attributes:
        epoch: from 1.
        losses: mean of each part of the loss over the epoch's batches.
        seconds: wall-clock time of the epoch.
    """

    epoch: int
    losses: dict[str, float]
    seconds: float


def train_networks(
    mentions: MentionNetwork,
    linker: LinkingNetwork,
    tokenizer: PieceTokenizer,
    examples: Sequence[Sequence[Example]],
    config: TrainingConfig,
    on_epoch: Callable[[EpochReport], None] | None = None,
) -> None:
    """Train both networks in place.

    A CUDA device is used where there is one, with bfloat16 autocast; the CPU trains in float32, which is faster
    there on processors without matrix units.

    Args:
        mentions: encoder, taggers and anchor scorer.
        linker: claim reader and pair scorer.
        tokenizer: cuts tokens into pieces.
        examples: the windows of each epoch, with their targets.
        config: the run's settings.
        on_epoch: called after each epoch, with the networks in training mode.

    Raises:
        TrainingError: there is nothing to train on, or the loss is no longer a number.
    """
    if not all(examples):
        raise TrainingError("there is no passage to train on")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    mentions.to(device)
    linker.to(device)
    embeddings = mentions.encoder.transformer.get_input_embeddings()
    embeddings.requires_grad_(not config.freeze_embeddings)
    words = HiddenWords(embeddings).to(device) if config.losses.words and config.mask_rate else None
    generator = torch.Generator().manual_seed(config.seed)
    random = np.random.default_rng(config.seed)
    plan = [batches(epoch, config.batch_tokens, random) for epoch in examples]
    balance = class_weights((claim for e in examples[0] for claim in e.target.claims), config.class_balance)
    optimizer, schedule = make_optimizer(
        mentions.encoder.transformer,
        [module for module in (mentions, linker, words) if module is not None],
        config,
        sum(len(epoch) for epoch in plan),
    )
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    for epoch, epoch_batches in enumerate(plan, start=1):
        began = time.monotonic()
        mentions.train()
        linker.train()
        sums: dict[str, float] = {}
        for batch in epoch_batches:
            windows = [
                Window(row, e.window.start, e.window.end, e.window.own_start, e.window.own_end)
                for row, e in enumerate(batch)
            ]
            inputs = collate_windows(
                windows,
                [e.pieces for e in batch],
                [vary_case(e.shapes, config.case_rate, random) for e in batch],
                [e.sentences for e in batch],
                tokenizer.special,
                config.max_pieces,
            ).to(device)
            inputs.piece_ids, hidden = hide_pieces(inputs, tokenizer.special.mask, config.mask_rate, generator)
            with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                states = mentions.encoder.read_pieces(inputs)
                reading = mentions.read(states, inputs)
                parts = joint_loss(reading, linker, inputs, [e.target for e in batch], config, balance)
                if words is not None:
                    parts["words"] = config.losses.words * words(states, hidden) / len(batch)
            loss = torch.stack(list(parts.values())).sum()
            if not torch.isfinite(loss):
                raise TrainingError(f"the loss became {loss.item()} in epoch {epoch}: lower the learning rates")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, config.clip)
            optimizer.step()
            schedule.step()
            for name, part in parts.items():
                sums[name] = sums.get(name, 0.0) + part.item()
        report = EpochReport(
            epoch, {name: total / len(epoch_batches) for name, total in sums.items()}, time.monotonic() - began
        )
        log.info("epoch %d of %d: %s (%.0f s)", epoch, len(plan), _format(report.losses), report.seconds)
        if on_epoch is not None:
            on_epoch(report)
    mentions.eval()
    linker.eval()


def _format(losses: dict[str, float]) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in losses.items())
