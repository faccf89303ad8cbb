"""Find the mentions that fill claims: one BIO sequence for each mention type, so that those of several may overlap."""

from torch import Tensor, nn

from claimx.heads.mention_types import MENTION_TYPES


class MentionTagger(nn.Module):
    """Scores the BIO tags of every mention type at every token.

    Args:
        width: size of the token vectors.
    """

    def __init__(self, width: int):
        super().__init__()
        self.output = nn.Linear(width, 3 * len(MENTION_TYPES))

    def forward(self, tokens: Tensor) -> Tensor:
        """Tag scores (B, N, types, 3) of token vectors (B, N, width)."""
        return self.output(tokens).unflatten(-1, (len(MENTION_TYPES), 3))
