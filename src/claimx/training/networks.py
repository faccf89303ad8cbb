"""The networks that a training run starts from: fresh heads on a pretrained encoder, or those of trained models."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from claimx.encoder.pieces import PieceTokenizer
from claimx.encoder.token_encoder import TokenEncoder
from claimx.errors import ModelDamagedError, ModelNotFoundError
from claimx.heads.mention_network import MentionNetwork
from claimx.linking.linking_network import LinkingNetwork
from claimx.pipeline.linker import ClaimLinker
from claimx.pipeline.model_folder import load_model
from claimx.pipeline.transformer import ClaimTransformer
from claimx.training.config import TrainingConfig


@dataclass(frozen=True)
class Networks:
    """What a training run changes, and the tokenizer that belongs to it.

    Attributes:
        origin: what they were made from, in words for the model card.
        tokenizer: cuts tokens into pieces.
        mentions: encoder and heads.
        linker: claim reader and pair scorer.
    """

    origin: str
    tokenizer: PieceTokenizer
    mentions: MentionNetwork
    linker: LinkingNetwork


def fresh_networks(encoder: str | Path, config: TrainingConfig) -> Networks:
    """A pretrained encoder with heads and linker that have learned nothing yet.

    Args:
        encoder: folder or hub id of an encoder of the ``transformers`` library.
        config: gives the sizes, the dropout and the seed.

    Raises:
        ModelNotFoundError: there is no such encoder.
    """
    torch.manual_seed(config.seed)
    try:
        tokenizer = PieceTokenizer.from_pretrained(encoder)
        token_encoder = TokenEncoder.from_pretrained(encoder, config.dropout)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise ModelNotFoundError(f"{encoder}: no encoder can be loaded from there: {reason}") from error
    path = Path(encoder)
    return Networks(
        origin=f"starting from encoder `{path.parent.name if path.name == 'model' else path.name}`",
        tokenizer=tokenizer,
        mentions=MentionNetwork(token_encoder),
        linker=LinkingNetwork(token_encoder.width, config.reader_width, config.reader_layers),
    )


def trained_networks(folder: Path, config: TrainingConfig) -> Networks:
    """The networks of a model folder, to go on from.

    Args:
        folder: a model folder, as ``claimx train`` writes it.
        config: gives the dropout; the sizes are those of the model.

    Raises:
        ModelNotFoundError: there is no such folder.
        ModelDamagedError: it is not a claimx model.
    """
    parts = {type(component): component for _, component in load_model(folder).pipeline}
    transformer, linker = parts.get(ClaimTransformer), parts.get(ClaimLinker)
    if not isinstance(transformer, ClaimTransformer) or not isinstance(linker, ClaimLinker):
        raise ModelDamagedError(f"{folder}: not a claimx model (it has no transformer or no linker)")
    read: MentionNetwork = transformer.trained_network()
    # The encoder that reads has no dropout (see claimx.encoder.bert); the one that learns does.
    mentions = MentionNetwork(TokenEncoder.untrained(folder / transformer.name, config.dropout))
    mentions.load_state_dict(read.state_dict())
    made: LinkingNetwork = linker.trained_network()
    copy = LinkingNetwork(**made.config)
    copy.load_state_dict(made.state_dict())
    assert transformer.tokenizer is not None
    return Networks(f"going on from model `{folder.name}`", transformer.tokenizer, mentions, copy)


def averaged_networks(folders: Sequence[Path], config: TrainingConfig) -> Networks:
    """The mean of the weights of several models, to go on from or to keep.

    Models that went on from one model, and differ in their seeds, tend to lie in one valley of the loss, whose middle
    is often better than any of them (M. Wortsman et al., "Model soups", 2022).

    Args:
        folders: model folders, at least one.
        config: as for :func:`trained_networks`.

    Raises:
        ModelNotFoundError: there is no such folder.
        ModelDamagedError: one is not a claimx model, or they differ in their sizes.
    """
    parts = [trained_networks(folder, config) for folder in folders]
    first = parts[0]
    if len(parts) == 1:
        return first
    for name in ("mentions", "linker"):
        network: nn.Module = getattr(first, name)
        states = [getattr(part, name).state_dict() for part in parts]
        if any(
            {key: t.shape for key, t in s.items()} != {key: t.shape for key, t in states[0].items()} for s in states
        ):
            raise ModelDamagedError("models of other sizes have no mean: they must come from one model")
        network.load_state_dict({key: _mean([state[key] for state in states]) for key in states[0]})
    named = ", ".join(f"`{folder.name}`" for folder in folders)
    return Networks(f"from the mean of the weights of {named}", first.tokenizer, first.mentions, first.linker)


def _mean(values: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean(dim=0) if values[0].is_floating_point() else values[0]
