"""One pass of a pretrained transformer, pooled to one vector a token."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from claimx.encoder.batch import WindowBatch
from claimx.encoder.bert import read_bert
from claimx.encoder.shapes import SHAPES


class TokenEncoder(nn.Module):
    """A ``transformers`` encoder whose word-piece states are averaged over each token.

    An embedding of the token's letter case is added to its pieces before the first layer, and to the token's vector
    after the last, since the default encoder is uncased.

    Args:
        transformer: the bare encoder model.
        dropout: dropout rate on the token vectors while training.
    """

    def __init__(self, transformer: Any, dropout: float = 0.1):
        super().__init__()
        self.transformer = transformer
        self.width: int = transformer.config.hidden_size
        self.shape_embedding = nn.Embedding(len(SHAPES), self.width, padding_idx=0)
        nn.init.normal_(self.shape_embedding.weight[1:], std=0.02)
        self.piece_shape_embedding = nn.Embedding(len(SHAPES), self.width, padding_idx=0)
        nn.init.zeros_(self.piece_shape_embedding.weight)  # training begins with what the encoder was pretrained on
        self.norm = nn.LayerNorm(self.width)
        self.dropout = nn.Dropout(dropout)

    @classmethod
    def from_pretrained(cls, name_or_path: str | Path, dropout: float = 0.1) -> "TokenEncoder":
        """Start from a pretrained encoder in a folder (or named by a hub id)."""
        from transformers import AutoModel

        config = _training_config(name_or_path)
        transformer = AutoModel.from_pretrained(str(name_or_path), config=config, dtype=torch.float32)
        return cls(_without_pooler(transformer), dropout)

    @classmethod
    def untrained(cls, folder: str | Path, dropout: float = 0.1) -> "TokenEncoder":
        """Build what :meth:`from_pretrained` gives for a folder's ``config.json``, its weights yet to be loaded."""
        from transformers import AutoModel

        return cls(_without_pooler(AutoModel.from_config(_training_config(folder))), dropout)

    @classmethod
    def from_config(cls, path: str | Path) -> "TokenEncoder":
        """Build the encoder that a folder's ``config.json`` describes, its weights yet to be loaded."""
        bert = read_bert(path)
        if bert is not None:
            return cls(bert)
        from transformers import AutoConfig, AutoModel

        return cls(_without_pooler(AutoModel.from_config(AutoConfig.from_pretrained(str(path)))))

    @property
    def max_pieces(self) -> int:
        """Longest window that the encoder's positions allow, in pieces, special pieces left out."""
        # RoBERTa-like encoders lose two positions to padding; leaving two more unused costs nothing.
        return int(getattr(self.transformer.config, "max_position_embeddings", 512)) - 4

    def fit_window(self, max_pieces: int, overlap: int) -> tuple[int, int]:
        """A window length and overlap, in pieces, cut down to what the encoder's positions and the length allow."""
        length = min(max_pieces, self.max_pieces)
        return length, min(overlap, length // 2)

    def read_pieces(self, batch: WindowBatch) -> Tensor:
        """Word-piece states of shape (B, P, width)."""
        n_windows = len(batch.shapes)
        shapes = torch.cat([batch.shapes, batch.shapes.new_zeros(n_windows, 1)], dim=1).gather(1, batch.piece_token)
        embedded = self.transformer.get_input_embeddings()(batch.piece_ids) + self.piece_shape_embedding(shapes)
        states: Tensor = self.transformer(
            inputs_embeds=embedded, attention_mask=batch.piece_mask.long()
        ).last_hidden_state
        return states

    def pool(self, states: Tensor, batch: WindowBatch) -> Tensor:
        """Token vectors (B, N, width) of word-piece states (B, P, width).

        Padding tokens and tokens without pieces hold the shape alone.
        """
        n_windows, n_tokens = batch.shapes.shape
        pooled = states.new_zeros(n_windows, n_tokens + 1, self.width)
        index = batch.piece_token.unsqueeze(-1).expand(-1, -1, self.width)
        pooled.scatter_add_(1, index, states)
        counts = states.new_zeros(n_windows, n_tokens + 1).scatter_add_(
            1, batch.piece_token, torch.ones_like(batch.piece_token, dtype=states.dtype)
        )
        pooled = (pooled / counts.clamp(min=1).unsqueeze(-1))[:, :n_tokens]
        return self.dropout(self.norm(pooled + self.shape_embedding(batch.shapes)))


def _training_config(name_or_path: str | Path) -> Any:
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(str(name_or_path))
    if hasattr(config, "attention_probs_dropout_prob"):
        config.attention_probs_dropout_prob = 0.0  # with it, torch has no fused attention to train with
    return config


def _without_pooler(transformer: Any) -> Any:
    if getattr(transformer, "pooler", None) is not None:
        transformer.pooler = None
    return transformer
