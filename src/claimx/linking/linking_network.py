"""The linker's two networks: the claim reader and the pair scorer."""

from torch import nn

from claimx.linking.claim_reader import ClaimReader
from claimx.linking.pair_scorer import PairScorer


class LinkingNetwork(nn.Module):
    """Claim reader and pair scorer, saved and loaded together.

    Args:
        token_width: size of the encoder's token vectors.
        width: size of the reader's vectors.
        layers: the reader's transformer layers.
    """

    def __init__(self, token_width: int, width: int = 256, layers: int = 2):
        super().__init__()
        self.config = {"token_width": token_width, "width": width, "layers": layers}
        self.reader = ClaimReader(token_width, width, layers)
        self.pairs = PairScorer(width)
