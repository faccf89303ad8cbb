"""Find the actors, numbers, places and times of a whole text: one BIO sequence, so that entities do not overlap.

The mentions that fill claims (:mod:`claimx.heads.mention_tagger`) are annotated in other texts and by other rules (a
perpetrator's quote keeps its article, a named entity does not), so each has a head of its own.
"""

from torch import Tensor, nn

from claimx.heads.mention_types import ENTITY_TYPES


class EntityTagger(nn.Module):
    """Scores outside, begin and inside of every entity type at every token.

    Args:
        width: size of the token vectors.
    """

    def __init__(self, width: int):
        super().__init__()
        self.output = nn.Linear(width, 1 + 2 * len(ENTITY_TYPES))

    def forward(self, tokens: Tensor) -> Tensor:
        """Tag scores (B, N, 1 + 2 types) of token vectors (B, N, width), in the order of :mod:`claimx.heads.bio`."""
        scores: Tensor = self.output(tokens)
        return scores
