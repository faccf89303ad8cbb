"""Score pairs of claims: do they speak of one event, are the victims of one among those of the other."""

from torch import Tensor, nn


class PairScorer(nn.Module):
    """Logits for ordered pairs of claims.

    Args:
        width: size of a claim's vector.
        hidden: size of the hidden layer.
    """

    def __init__(self, width: int, hidden: int = 128):
        super().__init__()
        self.left = nn.Linear(width, hidden)
        self.right = nn.Linear(width, hidden)
        self.both = nn.Linear(width, hidden)
        self.event = nn.Linear(hidden, 1)
        self.subset = nn.Linear(hidden, 1)

    def forward(self, claims: Tensor, others: Tensor) -> tuple[Tensor, Tensor]:
        """Score pairs.

        Args:
            claims: vectors of the first claims, (Q, width).
            others: vectors of the second claims, (Q, width).

        Returns:
            Event logits (Q,), the same for both orders, and subset logits (Q,): the first's victims are among
            the second's.
        """
        product = self.both(claims * others)
        there = nn.functional.gelu(self.left(claims) + self.right(others) + product)
        back = nn.functional.gelu(self.left(others) + self.right(claims) + product)
        return self.event(there + back).squeeze(-1), self.subset(there).squeeze(-1)
