"""From the reader's scores to spans and classes."""

import numpy as np
import torch
from torch import Tensor

from claimx.heads.bio import INSIDE, typed_spans, viterbi
from claimx.linking.claim_reader import Reading
from claimx.linking.linked_claim import LinkedClaim, RoleSpan
from claimx.linking.roles import ATTRIBUTES, LIST_ROLES, REQUIRED_ROLES, SINGLE_ROLES

# Longest span of a role, in tokens: beyond what all but a few annotated spans in a thousand need.
_LONGEST = {"trigger": 8, "evidence": 160, "count": 10, "victims": 24, "cause": 16, "time": 14}

# Log-odds added to "part of a span" in the list roles: without them the reader names too few perpetrators and places.
_ODDS = {"perpetrators": 0.5, "locations": 0.65, "sources": 0.0}


def decode_reading(reading: Reading, offsets: list[int], anchors: list[tuple[int, str, float]]) -> list[LinkedClaim]:
    """Decode A readings.

    Args:
        reading: the reader's scores for A anchors.
        offsets: the Doc token at which each anchor's window starts.
        anchors: ``(Doc token, outcome, anchor logit)`` of each anchor.

    Returns:
        One linked claim an anchor, in the same order.
    """
    single, missing = _single_roles(reading, offsets)
    lists, list_probabilities = _list_roles(reading, offsets)
    attributes = _attributes(reading)
    valid = reading.valid.float().tolist()
    vectors = reading.claim.float().numpy()
    return [
        LinkedClaim(
            outcome=outcome,
            anchor=anchor,
            anchor_logit=anchor_logit,
            valid_logit=valid[row],
            single=single[row],
            missing=dict(zip(SINGLE_ROLES, missing[row], strict=True)),
            lists=lists[row],
            list_probabilities=dict(zip(LIST_ROLES, list_probabilities[row], strict=True)),
            attributes={name: values[row] for name, values in attributes.items()},
            vector=vectors[row],
        )
        for row, (anchor, outcome, anchor_logit) in enumerate(anchors)
    ]


def _single_roles(reading: Reading, offsets: list[int]) -> tuple[list[dict[str, RoleSpan | None]], list[list[float]]]:
    """The likeliest span of each single role of each anchor, and the probability that there is none."""
    start = reading.start.float().log_softmax(dim=1)
    missing = start[:, -1].exp()
    chosen = start.gather(1, reading.starts)  # (A, K, roles)
    first = reading.tokens.unsqueeze(-1).expand(-1, -1, len(SINGLE_ROLES)).gather(1, reading.starts)
    longest = torch.tensor([_LONGEST[name] for name in SINGLE_ROLES])
    within = reading.tokens[:, None, :, None] - first.unsqueeze(2) < longest  # (A, K, M, roles)
    end, place = reading.end.float().log_softmax(dim=2).masked_fill(~within, -1e4).max(dim=2)
    scores, best = torch.where(first >= 0, chosen + end, -1e4).max(dim=1, keepdim=True)  # (A, 1, roles)
    last = reading.tokens.gather(1, place.gather(1, best).squeeze(1)).tolist()
    firsts, probabilities = first.gather(1, best).squeeze(1).tolist(), scores.squeeze(1).exp().tolist()
    absent = missing.tolist()
    spans: list[dict[str, RoleSpan | None]] = []
    for row, offset in enumerate(offsets):
        spans.append({})
        for role, name in enumerate(SINGLE_ROLES):
            probability = probabilities[row][role]
            present = name in REQUIRED_ROLES or absent[row][role] < probability
            span = RoleSpan(firsts[row][role] + offset, last[row][role] + offset + 1, probability)
            spans[row][name] = span if present else None
    return spans, absent


def _list_roles(reading: Reading, offsets: list[int]) -> tuple[list[dict[str, list[RoleSpan]]], list[list[float]]]:
    """The spans of each list role of each anchor, and the probability of all its tags together."""
    n_anchors, n_places = reading.tokens.shape
    odds = torch.tensor([_ODDS[name] for name in LIST_ROLES]).unsqueeze(-1)
    scores = torch.cat([reading.lists[..., :1], reading.lists[..., 1:] + odds], dim=-1).float().log_softmax(dim=-1)
    behind_gap = reading.tokens[:, 1:] != reading.tokens[:, :-1] + 1
    scores[:, 1:, :, INSIDE].masked_fill_(behind_gap.unsqueeze(-1), -1e4)  # no mention runs on behind what is left out
    scores = scores.transpose(1, 2)  # (A, roles, M, 3)
    seen = reading.tokens >= 0
    tags = viterbi(scores.reshape(-1, n_places, 3), seen.repeat_interleave(len(LIST_ROLES), dim=0))
    told = scores.gather(3, tags.view(n_anchors, len(LIST_ROLES), n_places, 1)).squeeze(-1)
    told = told.masked_fill(~seen.unsqueeze(1), 0.0)
    totals = told.sum(dim=-1).exp().tolist()
    each, tokens = told.numpy(), reading.tokens.numpy()
    lists: list[dict[str, list[RoleSpan]]] = [{name: [] for name in LIST_ROLES} for _ in range(n_anchors)]
    for sequence, first, past, _ in typed_spans(tags.numpy()):
        row, role = divmod(sequence, len(LIST_ROLES))
        start, last = (int(tokens[row, place]) + offsets[row] for place in (first, past - 1))
        probability = float(np.exp(each[row, role, first:past].mean()))
        lists[row][LIST_ROLES[role]].append(RoleSpan(start, last + 1, probability))
    return lists, totals


def _attributes(reading: Reading) -> dict[str, list[tuple[str, float]]]:
    """The likeliest class of each attribute of each anchor, with its probability."""

    def likeliest(labels: tuple[str, ...], logits: Tensor) -> list[tuple[str, float]]:
        probabilities, classes = logits.float().softmax(dim=-1).max(dim=-1)
        return [(labels[k], p) for k, p in zip(classes.tolist(), probabilities.tolist(), strict=True)]

    return {name: likeliest(labels, reading.attributes[name]) for name, labels in ATTRIBUTES.items()}
