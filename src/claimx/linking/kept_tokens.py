"""Which tokens of a window an anchor's reading looks at: most of them can fill none of its roles.

A role is filled by words of the anchor's own sentence or by a mention anywhere. What is neither is left out of the
claim reader: it takes half of its time and changes nothing of what it finds (``docs/experiments.md``).
"""

import torch
from torch import Tensor


def kept_tokens(mask: Tensor, sentences: Tensor, salient: Tensor, window: Tensor, anchor: Tensor) -> Tensor:
    """The tokens that each of A readings looks at.

    Args:
        mask: True where a token stands, (B, N).
        sentences: sentence number of each token, (B, N).
        salient: whether a token may be part of a mention, (B, N).
        window: the window of each anchor, (A,).
        anchor: the token of each anchor within its window, (A,).

    Returns:
        Tokens of the window in their order, (A, M); -1 stands behind the last.
    """
    kept = (sentences[window] == sentences[window, anchor].unsqueeze(1)) | salient[window]
    kept = (kept & mask[window]).index_put((torch.arange(len(anchor), device=anchor.device), anchor), kept.new_ones(()))
    place = kept.cumsum(dim=1) - 1
    tokens = torch.full((len(anchor), int(place[:, -1].max()) + 1), -1, device=anchor.device)
    row, token = kept.nonzero(as_tuple=True)
    tokens[row, place[row, token]] = token
    return tokens
