"""Hide word pieces from the encoder while training, and have it guess them: the masked language model's task.

Devlin et al. (2019). Besides claims, it teaches the encoder the words of the texts that it is trained on, labelled or
not ("task-adaptive pretraining", Gururangan et al., 2020).
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimx.encoder.batch import WindowBatch
from claimx.training.targets import IGNORED


def hide_pieces(
    batch: WindowBatch, mask_id: int | None, rate: float, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Replace pieces by the mask piece, so that the context has to tell what a name or noun does not.

    Args:
        batch: B windows of P pieces.
        mask_id: the mask piece; None where the encoder has none, and nothing is hidden.
        rate: share of the pieces to hide.
        generator: of random numbers.

    Returns:
        The piece ids to read, and the ids that were hidden (:data:`IGNORED` where none was); both (B, P).
    """
    ids = batch.piece_ids
    if mask_id is None or not rate:
        return ids, torch.full_like(ids, IGNORED)
    in_text = batch.piece_token < batch.shapes.shape[1]
    hidden = in_text & (torch.rand(ids.shape, generator=generator).to(ids.device) < rate)
    return ids.masked_fill(hidden, mask_id), ids.masked_fill(~hidden, IGNORED)


class HiddenWords(nn.Module):
    """Guesses hidden pieces; used while training only.

    Args:
        embeddings: the encoder's piece embeddings, to which the guesses are compared.
    """

    def __init__(self, embeddings: nn.Embedding):
        super().__init__()
        width = embeddings.embedding_dim
        self.transform = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width))
        self.bias = nn.Parameter(torch.zeros(embeddings.num_embeddings))
        self._embeddings = [embeddings]  # in a list, so that they are not counted among this module's parameters

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """Sum of the cross-entropies of hidden pieces.

        Args:
            states: word-piece states, (B, P, width).
            hidden: ids of the hidden pieces, :data:`IGNORED` elsewhere, (B, P).
        """
        asked = hidden != IGNORED
        guesses = F.linear(self.transform(states[asked]), self._embeddings[0].weight, self.bias)
        return F.cross_entropy(guesses.float(), hidden[asked], reduction="sum")
