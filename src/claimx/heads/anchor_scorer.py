"""Score each token as the anchor of a claim of each outcome.

A claim's anchor is the first token of its count, else of its victims, else of its trigger: a place in the text that
no other claim of the same outcome shares, which a trigger is not ("X and Y were killed" is two claims).
"""

from torch import Tensor, nn

from claimx.schema.labels import OUTCOMES


class AnchorScorer(nn.Module):
    """Logits of "a claim of this outcome is anchored here".

    Args:
        width: size of the token vectors.
        hidden: size of the hidden layer.
    """

    def __init__(self, width: int, hidden: int = 192):
        super().__init__()
        output = nn.Linear(hidden, len(OUTCOMES))
        self.layers = nn.Sequential(nn.Linear(width, hidden), nn.GELU(), output)
        nn.init.constant_(output.bias, -4.0)  # anchors are rare: about one token in seventy

    def forward(self, tokens: Tensor) -> Tensor:
        """Logits (B, N, outcomes) of token vectors (B, N, width)."""
        return self.layers(tokens)
