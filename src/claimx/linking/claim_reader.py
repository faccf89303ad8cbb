"""Read a whole window once more from the point of view of one anchor.

The role of a mention depends on the claim that is asked about, so the token vectors of the single encoder pass are
marked with the anchor, its outcome and the distance to it (in tokens and in sentences), and go through a small
transformer whose outputs point at the claim's spans and classify its attributes. It is run on anchors only: text
without claims costs nothing. The set-up is that of span-based question answering (Devlin et al., 2019, section 4.2)
with the anchor as the question, and of anchor-conditioned tagging in semantic role labelling (Shi and Lin, 2019).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from claimx.linking.attention_layer import AttentionLayer
from claimx.linking.roles import ATTRIBUTE_ROLES, ATTRIBUTES, LIST_ROLES, REQUIRED_ROLES, SINGLE_ROLES
from claimx.schema.labels import OUTCOMES

_DISTANCES = 32
_FARTHEST = 4
_HEAD_WIDTH = 32
_END_WIDTH = 64
_STARTS = 4


@dataclass
class Reading:
    """What the reader scores for A anchors.

    Attributes:
        tokens: the token of the window that stands at each of M places, (A, M); -1 where none stands.
        claim: vector of each claim, (A, width).
        valid: logit that the anchor is one of a claim at all, (A,).
        start: logits of the first place of each single role, (A, M + 1, roles); place M stands for "missing".
        starts: the K first places for which last places are scored, (A, K, roles).
        end: logits of the last place of each single role, given each of these first places, (A, K, M, roles).
        lists: BIO scores of each list role, (A, M, roles, 3).
        attributes: logits of each attribute's classes, (A, classes).
    """

    tokens: Tensor
    claim: Tensor
    valid: Tensor
    start: Tensor
    starts: Tensor
    end: Tensor
    lists: Tensor
    attributes: dict[str, Tensor]

    def cpu(self) -> "Reading":
        """The same reading in the CPU's memory."""
        return Reading(
            tokens=self.tokens.cpu(),
            claim=self.claim.cpu(),
            valid=self.valid.cpu(),
            start=self.start.cpu(),
            starts=self.starts.cpu(),
            end=self.end.cpu(),
            lists=self.lists.cpu(),
            attributes={name: logits.cpu() for name, logits in self.attributes.items()},
        )


class ClaimReader(nn.Module):
    """The linker's network.

    Args:
        token_width: size of the encoder's token vectors.
        width: size of the reader's own vectors, a multiple of 32: each attention head has 32 of it.
        layers: number of transformer layers.
    """

    def __init__(self, token_width: int, width: int = 256, layers: int = 2):
        super().__init__()
        self.width = width
        self.project = nn.Linear(token_width, width)
        self.ask = nn.Linear(token_width, width)
        self.outcome = nn.Embedding(len(OUTCOMES), width)
        self.anchor_mark = nn.Parameter(torch.zeros(width))
        self.distance = nn.Embedding(_DISTANCES, width)
        self.sentence = nn.Embedding(2 * _FARTHEST + 1, width)
        nn.init.zeros_(self.sentence.weight)
        for embedding in (self.outcome, self.distance):
            nn.init.normal_(embedding.weight, std=0.02)
        self.layers = nn.ModuleList(AttentionLayer(width, width // _HEAD_WIDTH) for _ in range(layers))
        #: What updates the states in place of the layers, where they were given another number format.
        self.reading_layers: Sequence[Callable[[Tensor, Tensor], Tensor]] | None = None
        self.norm = nn.LayerNorm(width)
        required = torch.tensor([role in REQUIRED_ROLES for role in SINGLE_ROLES])
        self.register_buffer("required", required, persistent=False)
        self.required: Tensor
        self.start = nn.Linear(width, len(SINGLE_ROLES))
        self.missing = nn.Linear(width, len(SINGLE_ROLES))
        self.end = nn.Linear(width, len(SINGLE_ROLES))
        self.end_key = nn.Linear(width, _END_WIDTH)
        self.end_query = nn.Linear(width, _END_WIDTH * len(SINGLE_ROLES))
        self.lists = nn.Linear(width, 3 * len(LIST_ROLES))
        self.valid = nn.Linear(2 * width, 1)
        self.attributes = nn.ModuleDict(
            {name: nn.Linear((4 if name in ATTRIBUTE_ROLES else 2) * width, len(c)) for name, c in ATTRIBUTES.items()}
        )

    def float_layers(self) -> list[AttentionLayer]:
        """The layers, as they were trained."""
        layers: Any = self.layers
        return list(layers)

    def forward(
        self,
        tokens: Tensor,
        mask: Tensor,
        sentences: Tensor,
        window: Tensor,
        anchor: Tensor,
        outcome: Tensor,
        starts: Tensor | None = None,
        kept: Tensor | None = None,
    ) -> Reading:
        """Read A claims.

        Args:
            tokens: token vectors of all windows, (B, N, token_width).
            mask: True where a token stands, (B, N).
            sentences: sentence number of each token, (B, N).
            window: the window of each anchor, (A,).
            anchor: the token of each anchor within its window, (A,).
            outcome: index of each anchor's outcome, (A,).
            starts: first tokens of each single role to score last tokens for, (A, K, roles): while training the right
                ones, with -1 where the role is missing; None for the likeliest.
            kept: the tokens that each reading looks at, (A, M), as :func:`~claimx.linking.kept_tokens.kept_tokens`
                gives them; None for all of the window, so that tokens and places are the same.
        """
        if kept is None:
            every = torch.arange(tokens.shape[1], device=tokens.device)
            kept = torch.where(mask[window], every, -1)
        seen = kept >= 0  # (A, M)
        token = kept.clamp(min=0)
        row = window.unsqueeze(1)
        inputs = self.project(tokens[row, token]) + self.distance(_distance_bucket(token - anchor.unsqueeze(1)))
        apart = sentences[row, token] - sentences[window, anchor].unsqueeze(1)
        inputs = inputs + self.sentence(apart.clamp(-_FARTHEST, _FARTHEST) + _FARTHEST)
        question = self.ask(tokens[window, anchor]) + self.outcome(outcome)  # (A, width)
        rows = torch.arange(len(anchor), device=tokens.device)
        anchored = (kept == anchor.unsqueeze(1)).long().argmax(dim=1)
        marks = torch.zeros_like(inputs)
        marks[rows, anchored] = (self.anchor_mark + question).to(marks.dtype)
        states = torch.cat([question.unsqueeze(1), inputs + marks], dim=1)
        attended = torch.cat([torch.ones_like(seen[:, :1]), seen], dim=1)
        for layer in self.reading_layers or self.float_layers():
            states = layer(states, attended)
        states = self.norm(states)
        claim, states = states[:, 0], states[:, 1:]
        summary = torch.cat([claim, states[rows, anchored]], dim=-1)
        start = self.start(states).masked_fill(~seen.unsqueeze(-1), -1e4)
        missing = self.missing(claim)
        if starts is None:
            likeliest = start.topk(min(_STARTS, kept.shape[1]), dim=1)
            starts, present = likeliest.indices, (likeliest.values[:, 0] > missing) | self.required
        else:
            starts, present = starts.clamp(min=0), starts[:, 0] >= 0
        end = self._end(states, seen, starts)
        words = self._words(states, starts[:, 0], end[:, 0], present)
        return Reading(
            tokens=kept,
            claim=claim,
            valid=self.valid(summary).squeeze(-1),
            start=torch.cat([start, missing.unsqueeze(1)], dim=1),
            starts=starts,
            end=end,
            lists=self.lists(states).unflatten(-1, (len(LIST_ROLES), 3)),
            attributes={name: self._attribute(name, summary, words) for name in ATTRIBUTES},
        )

    def _words(self, states: Tensor, start: Tensor, end: Tensor, present: Tensor) -> Tensor:
        """What stands in each single role: the states of its first and its last token, (A, roles, 2 width).

        Args:
            states: the reader's states, (A, M, width).
            start: first place of each role, (A, roles).
            end: logits of its last place, (A, M, roles).
            present: whether the role is filled at all, (A, roles); where it is not, all is 0.
        """
        first = states.gather(1, start.unsqueeze(-1).expand(-1, -1, self.width))
        last = torch.einsum("anr,anw->arw", end.softmax(dim=1), states)
        return torch.cat([first, last], dim=-1) * present.unsqueeze(-1)

    def _attribute(self, name: str, summary: Tensor, words: Tensor) -> Tensor:
        """Logits of an attribute's classes, (A, classes)."""
        role = ATTRIBUTE_ROLES.get(name)
        read = summary if role is None else torch.cat([summary, words[:, SINGLE_ROLES.index(role)]], dim=-1)
        logits: Tensor = self.attributes[name](read)
        return logits

    def _end(self, states: Tensor, mask: Tensor, starts: Tensor) -> Tensor:
        """Logits of last places given first places: a term of the last one alone and one of the pair."""
        n, _, n_roles = starts.shape
        rows = torch.arange(n, device=states.device)
        # Each role asks with its own part of the weights, and only from where it may start.
        weight = self.end_query.weight.unflatten(0, (n_roles, _END_WIDTH))
        bias = self.end_query.bias.unflatten(0, (n_roles, _END_WIDTH))
        chosen = torch.einsum("asrw,rkw->asrk", states[rows[:, None, None], starts], weight) + bias
        pair = torch.einsum("asrk,ank->asnr", chosen, self.end_key(states)) / _END_WIDTH**0.5
        position = torch.arange(states.shape[1], device=states.device)
        before = position[None, None, :, None] < starts.unsqueeze(2)
        return (pair + self.end(states).unsqueeze(1)).masked_fill(before | ~mask[:, None, :, None], -1e4)


def _distance_bucket(distance: Tensor) -> Tensor:
    """Signed distance in tokens -> one of 32 buckets, exact up to 4 and logarithmic beyond."""
    half = _DISTANCES // 2
    size = distance.abs()
    exact = 4
    far = (
        exact
        + (torch.log(size.clamp(min=1) / exact) / torch.log(torch.tensor(400 / exact)) * (half - 1 - exact)).floor()
    )
    bucket = torch.where(size < exact, size.float(), far.clamp(min=exact, max=half - 1)).long()
    return torch.where(distance < 0, bucket + half, bucket)
