"""BERT for reading with trained weights (Devlin et al., 2019), without the import of ``transformers``.

Training starts from any encoder of the ``transformers`` library. Importing that library's model code takes longer than
all the rest of loading a model (``python benchmarks/latency.py``), which everyone who reads one article would pay; so a
trained model whose encoder is a BERT is run by this module. Parameters have the names that ``BertModel`` gives them:
the weights are the same files, and a test holds the outputs of both against each other.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class BertSettings:
    """What an encoder's ``config.json`` says.

    Args:
        record: the JSON object, kept whole, so that it can be written again.

    Raises:
        KeyError: a size is missing.
        ValueError: it is not a BERT that this module can run.
    """

    def __init__(self, record: dict[str, Any]):
        if not self.fits(record):
            raise ValueError("not a BERT with GELU and absolute positions")
        self.record = record
        self.hidden_size: int = record["hidden_size"]
        self.layers: int = record["num_hidden_layers"]
        self.heads: int = record["num_attention_heads"]
        self.inner_size: int = record["intermediate_size"]
        self.vocabulary: int = record["vocab_size"]
        self.max_position_embeddings: int = record["max_position_embeddings"]
        self.token_types: int = record.get("type_vocab_size", 2)
        self.epsilon: float = record.get("layer_norm_eps", 1e-12)

    @staticmethod
    def fits(record: dict[str, Any]) -> bool:
        """Whether a ``config.json`` describes an encoder that this module can run."""
        return (
            record.get("model_type") == "bert"
            and record.get("hidden_act", "gelu") == "gelu"
            and record.get("position_embedding_type", "absolute") == "absolute"
            and not record.get("is_decoder", False)
        )

    def save_pretrained(self, folder: str | Path) -> None:
        """Write ``config.json`` into a folder, as it was read."""
        text = json.dumps(self.record, indent=2, sort_keys=True) + "\n"
        (Path(folder) / "config.json").write_text(text, encoding="utf-8")


@dataclass
class BertOutput:
    """What the encoder gives.

    Attributes:
        last_hidden_state: states of the last layer, (B, P, width).
    """

    last_hidden_state: Tensor


class _Named(nn.Module):
    """Modules under the names that the weights have."""

    def __init__(self, /, **modules: nn.Module):
        super().__init__()
        for name, module in modules.items():
            self.add_module(name, module)


class BertLayer(nn.Module):
    """One layer: self-attention, then a feed-forward network, each with a residual and a norm after it.

    Args:
        settings: the sizes.
    """

    def __init__(self, settings: BertSettings):
        super().__init__()
        width, inner = settings.hidden_size, settings.inner_size
        self.heads = settings.heads

        def norm() -> nn.LayerNorm:
            return nn.LayerNorm(width, eps=settings.epsilon)

        self.attention = _Named(
            self=_Named(query=nn.Linear(width, width), key=nn.Linear(width, width), value=nn.Linear(width, width)),
            output=_Named(dense=nn.Linear(width, width), LayerNorm=norm()),
        )
        self.intermediate = _Named(dense=nn.Linear(width, inner))
        self.output = _Named(dense=nn.Linear(inner, width), LayerNorm=norm())

    def linear(self, name: str) -> nn.Linear:
        """One of its linear layers, by its name in the weights."""
        module = self.get_submodule(name)
        assert isinstance(module, nn.Linear)
        return module

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Update states (B, P, width); ``mask`` is True where a piece stands, (B, 1, 1, P)."""
        attention: Any = self.attention
        query, key, value = (
            part(states).unflatten(-1, (self.heads, -1)).transpose(1, 2)
            for part in (attention.self.query, attention.self.key, attention.self.value)
        )
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask).transpose(1, 2).flatten(2)
        states = attention.output.LayerNorm(states + attention.output.dense(attended))
        inner, output = self.intermediate, self.output
        return output.LayerNorm(states + output.dense(F.gelu(inner.dense(states))))  # type: ignore[operator]


class Bert(nn.Module):
    """The encoder; has the interface of ``BertModel`` as far as claimx calls it.

    Args:
        config: the sizes.
    """

    def __init__(self, config: BertSettings):
        super().__init__()
        self.config = config
        width = config.hidden_size
        self.embeddings = _Named(
            word_embeddings=nn.Embedding(config.vocabulary, width),
            position_embeddings=nn.Embedding(config.max_position_embeddings, width),
            token_type_embeddings=nn.Embedding(config.token_types, width),
            LayerNorm=nn.LayerNorm(width, eps=config.epsilon),
        )
        self.encoder = _Named(layer=nn.ModuleList(BertLayer(config) for _ in range(config.layers)))
        #: What updates the states (B, P, width) under a mask (B, P) in place of the layers, in another number format.
        self.reading_layers: Callable[[Tensor, Tensor], Tensor] | None = None

    def float_layers(self) -> list[BertLayer]:
        """The layers, as they were trained."""
        layers: Any = self.encoder.layer
        return list(layers)

    def get_input_embeddings(self) -> nn.Embedding:
        """The embeddings of the word pieces."""
        embeddings: Any = self.embeddings
        pieces: nn.Embedding = embeddings.word_embeddings
        return pieces

    def forward(self, inputs_embeds: Tensor, attention_mask: Tensor) -> BertOutput:
        """Read pieces: their embeddings, (B, P, width), and the mask (1 where a piece stands), (B, P)."""
        parts: Any = self.embeddings
        positions = parts.position_embeddings.weight[: inputs_embeds.shape[1]]
        summed = inputs_embeds + positions + parts.token_type_embeddings.weight[0]
        states = parts.LayerNorm(summed)
        mask = attention_mask.bool()
        if self.reading_layers is not None:
            return BertOutput(self.reading_layers(states, mask))
        for layer in self.float_layers():
            states = layer(states, mask[:, None, None, :])
        return BertOutput(states)


def read_bert(folder: str | Path) -> Bert | None:
    """The encoder that a folder's ``config.json`` describes, its weights yet to be loaded; None if it is no BERT."""
    record = json.loads((Path(folder) / "config.json").read_text(encoding="utf-8"))
    if not BertSettings.fits(record):
        return None
    with torch.device("meta"):  # nothing is drawn at random only to be overwritten by the weights
        bert = Bert(BertSettings(record))
    return bert.to_empty(device="cpu")
