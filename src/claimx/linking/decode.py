"""From the reader's scores to spans and classes."""

import numpy as np
import torch

from claimx.heads.bio import spans_of, viterbi
from claimx.linking.claim_reader import Reading
from claimx.linking.linked_claim import LinkedClaim, RoleSpan
from claimx.linking.roles import ATTRIBUTES, LIST_ROLES, REQUIRED_ROLES, SINGLE_ROLES

# Longest span of a role, in tokens: beyond what all but a few annotated spans in a thousand need.
_LONGEST = {"trigger": 8, "evidence": 160, "count": 10, "victims": 24, "cause": 16, "time": 14}


# Log-odds added to "part of a span" in the list roles: without them the reader names too few perpetrators and places.
_ODDS = {"perpetrators": 0.5, "locations": 0.5, "sources": 0.0}


def decode_reading(
    reading: Reading, lengths: list[int], offsets: list[int], anchors: list[tuple[int, str, float]]
) -> list[LinkedClaim]:
    """Decode A readings.

    Args:
        reading: the reader's scores for A anchors.
        lengths: number of tokens of each anchor's window.
        offsets: the Doc token at which each anchor's window starts.
        anchors: ``(Doc token, outcome, anchor logit)`` of each anchor.

    Returns:
        One linked claim an anchor, in the same order.
    """
    start = reading.start.float().log_softmax(dim=1).numpy()
    starts = reading.starts.numpy()
    end = reading.end.float().log_softmax(dim=2).numpy()
    odds = torch.tensor([_ODDS[name] for name in LIST_ROLES]).unsqueeze(-1)
    list_scores = torch.cat([reading.lists[..., :1], reading.lists[..., 1:] + odds], dim=-1).float().log_softmax(dim=-1)
    n_anchors, n_tokens = list_scores.shape[:2]
    mask = torch.arange(n_tokens) < torch.tensor(lengths).repeat_interleave(len(LIST_ROLES)).unsqueeze(1)
    list_tags = viterbi(list_scores.transpose(1, 2).reshape(-1, n_tokens, 3), mask).view(n_anchors, len(LIST_ROLES), -1)
    tags, tag_scores = list_tags.numpy(), list_scores.numpy()
    attributes = {name: logits.float().softmax(dim=-1).numpy() for name, logits in reading.attributes.items()}
    valid = reading.valid.float().numpy()
    vectors = reading.claim.float().numpy()
    claims = []
    for row, (anchor, outcome, anchor_logit) in enumerate(anchors):
        n, offset = lengths[row], offsets[row]
        single: dict[str, RoleSpan | None] = {}
        missing: dict[str, float] = {}
        for role, name in enumerate(SINGLE_ROLES):
            missing[name] = float(np.exp(start[row, n_tokens, role]))
            span = _best_span(start[row, :, role], starts[row, :, role], end[row, :, :n, role], _LONGEST[name])
            present = name in REQUIRED_ROLES or missing[name] < span.probability
            single[name] = _shift(span, offset) if present else None
        lists = {
            name: [
                RoleSpan(a + offset, b + offset, _tag_probability(tag_scores[row, a:b, role], tags[row, role, a:b]))
                for a, b in spans_of(tags[row, role, :n].tolist())
            ]
            for role, name in enumerate(LIST_ROLES)
        }
        list_probabilities = {
            name: float(np.exp(np.take_along_axis(tag_scores[row, :n, role], tags[row, role, :n, None], axis=1).sum()))
            for role, name in enumerate(LIST_ROLES)
        }
        classes = {}
        for name, labels in ATTRIBUTES.items():
            best = int(attributes[name][row].argmax())
            classes[name] = (labels[best], float(attributes[name][row, best]))
        claims.append(
            LinkedClaim(
                outcome=outcome,
                anchor=anchor,
                anchor_logit=anchor_logit,
                valid_logit=float(valid[row]),
                single=single,
                missing=missing,
                lists=lists,
                list_probabilities=list_probabilities,
                attributes=classes,
                vector=vectors[row],
            )
        )
    return claims


def _best_span(start: np.ndarray, starts: np.ndarray, end: np.ndarray, longest: int) -> RoleSpan:
    best = RoleSpan(0, 1, -1.0)
    for first, last_scores in zip(starts.tolist(), end, strict=True):
        last = first + int(last_scores[first : first + longest].argmax()) if first < len(last_scores) else first
        probability = float(np.exp(start[first] + last_scores[last])) if first < len(last_scores) else 0.0
        if probability > best.probability:
            best = RoleSpan(first, last + 1, probability)
    return best


def _shift(span: RoleSpan, offset: int) -> RoleSpan:
    return RoleSpan(span.start + offset, span.end + offset, span.probability)


def _tag_probability(scores: np.ndarray, tags: np.ndarray) -> float:
    return float(np.exp(np.take_along_axis(scores, tags[:, None], axis=1).mean()))
