"""The transformer layer of the claim reader."""

from torch import Tensor, nn
from torch.nn import functional as F


class AttentionLayer(nn.Module):
    """A pre-norm self-attention layer (Xiong et al., 2020) without dropout of its own.

    ``nn.TransformerEncoderLayer`` is the same, but draws random numbers for every attention weight while training,
    which on a CPU costs more than the layer itself.

    Args:
        width: size of the vectors.
        heads: attention heads; divides ``width``.
    """

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.attention_output = nn.Linear(width, width)
        self.feed_norm = nn.LayerNorm(width)
        self.feed_forward = nn.Sequential(
            nn.Linear(width, 2 * width), nn.ReLU(inplace=True), nn.Linear(2 * width, width)
        )

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Update states (A, N, width); ``mask`` is True where a state may be attended to, (A, N)."""
        n, length, width = states.shape
        parts = self.query_key_value(self.attention_norm(states)).view(n, length, 3, self.heads, width // self.heads)
        query, key, value = (part.transpose(1, 2) for part in parts.unbind(2))
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        states = states + self.attention_output(attended.transpose(1, 2).reshape(n, length, width))
        return states + self.feed_forward(self.feed_norm(states))
