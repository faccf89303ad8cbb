"""The encoder and the heads that read its token vectors: entities, mentions and anchors."""

from dataclasses import dataclass

from torch import Tensor, nn

from claimx.encoder.batch import WindowBatch
from claimx.encoder.token_encoder import TokenEncoder
from claimx.heads.anchor_scorer import AnchorScorer
from claimx.heads.entity_tagger import EntityTagger
from claimx.heads.mention_tagger import MentionTagger


@dataclass
class MentionReading:
    """What the encoder pass gives for B windows of N tokens.

    Attributes:
        tokens: token vectors, (B, N, width).
        entities: scores of the entities' BIO tags, (B, N, 1 + 2 entity types).
        tags: BIO scores of each mention type, (B, N, types, 3).
        anchors: logits of an anchor of each outcome, (B, N, outcomes).
    """

    tokens: Tensor
    entities: Tensor
    tags: Tensor
    anchors: Tensor


class MentionNetwork(nn.Module):
    """Encoder, entity tagger, mention tagger and anchor scorer.

    Args:
        encoder: the token encoder.
    """

    def __init__(self, encoder: TokenEncoder):
        super().__init__()
        self.encoder = encoder
        self.entities = EntityTagger(encoder.width)
        self.tagger = MentionTagger(encoder.width)
        self.anchors = AnchorScorer(encoder.width)

    def forward(self, batch: WindowBatch) -> MentionReading:
        """Read a batch of windows."""
        return self.read(self.encoder.read_pieces(batch), batch)

    def read(self, states: Tensor, batch: WindowBatch) -> MentionReading:
        """Read windows of which the encoder has made word-piece states, (B, P, width)."""
        tokens = self.encoder.pool(states, batch)
        return MentionReading(tokens, self.entities(tokens), self.tagger(tokens), self.anchors(tokens))
