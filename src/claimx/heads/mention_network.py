"""The encoder and the heads that read its token vectors: mentions and anchors."""

from dataclasses import dataclass

from torch import Tensor, nn

from claimx.encoder.batch import WindowBatch
from claimx.encoder.token_encoder import TokenEncoder
from claimx.heads.anchor_scorer import AnchorScorer
from claimx.heads.mention_tagger import MentionTagger


@dataclass
class MentionReading:
    """What the encoder pass gives for B windows of N tokens.

    Attributes:
        tokens: token vectors, (B, N, width).
        tags: BIO scores of each mention type, (B, N, types, 3).
        anchors: logits of an anchor of each outcome, (B, N, outcomes).
    """

    tokens: Tensor
    tags: Tensor
    anchors: Tensor


class MentionNetwork(nn.Module):
    """Encoder, mention tagger and anchor scorer.

    Args:
        encoder: the token encoder.
    """

    def __init__(self, encoder: TokenEncoder):
        super().__init__()
        self.encoder = encoder
        self.tagger = MentionTagger(encoder.width)
        self.anchors = AnchorScorer(encoder.width)

    def forward(self, batch: WindowBatch) -> MentionReading:
        """Read a batch of windows."""
        tokens = self.encoder(batch)
        return MentionReading(tokens, self.tagger(tokens), self.anchors(tokens))
