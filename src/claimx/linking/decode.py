"""From the reader's scores to spans and classes."""

import numpy as np

from claimx.heads.bio import spans_of, viterbi
from claimx.linking.claim_reader import Reading
from claimx.linking.linked_claim import LinkedClaim, RoleSpan
from claimx.linking.roles import ATTRIBUTES, LIST_ROLES, REQUIRED_ROLES, SINGLE_ROLES

_LONGEST = {"evidence": 160}
_LONGEST_OTHER = 24
_STARTS = 5


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
    end = reading.end.float().log_softmax(dim=1).numpy()
    list_scores = reading.lists.float().log_softmax(dim=-1)
    n_anchors, n_tokens = list_scores.shape[:2]
    list_tags = viterbi(list_scores.transpose(1, 2).reshape(-1, n_tokens, 3)).view(n_anchors, len(LIST_ROLES), -1)
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
            span = _best_span(start[row, :n, role], end[row, :n, role], _LONGEST.get(name, _LONGEST_OTHER))
            required = name in REQUIRED_ROLES
            single[name] = _shift(span, offset) if required or missing[name] < 0.5 else None
        lists = {
            name: [
                RoleSpan(a + offset, b + offset, _tag_probability(tag_scores[row, a:b, role], tags[row, role, a:b]))
                for a, b in spans_of(tags[row, role, :n].tolist())
            ]
            for role, name in enumerate(LIST_ROLES)
        }
        classes = {}
        for name, labels in ATTRIBUTES.items():
            best = int(attributes[name][row].argmax())
            classes[name] = (labels[best], float(attributes[name][row, best]))
        claims.append(
            LinkedClaim(outcome, anchor, anchor_logit, float(valid[row]), single, missing, lists, classes, vectors[row])
        )
    return claims


def _best_span(start: np.ndarray, end: np.ndarray, longest: int) -> RoleSpan:
    best = RoleSpan(0, 1, -1.0)
    for first in np.argsort(-start)[:_STARTS]:
        last = first + int(end[first : first + longest].argmax())
        probability = float(np.exp(start[first] + end[last]))
        if probability > best.probability:
            best = RoleSpan(int(first), int(last) + 1, probability)
    return best


def _shift(span: RoleSpan, offset: int) -> RoleSpan:
    return RoleSpan(span.start + offset, span.end + offset, span.probability)


def _tag_probability(scores: np.ndarray, tags: np.ndarray) -> float:
    return float(np.exp(np.take_along_axis(scores, tags[:, None], axis=1).mean()))


def overlapping_claims(kept: LinkedClaim, other: LinkedClaim) -> bool:
    """Whether two claims of one outcome are one statement found from two anchors."""
    if kept.outcome != other.outcome:
        return False
    a, b = kept.single, other.single
    if a["count"] is not None and b["count"] is not None:
        return a["count"].overlaps(b["count"])
    same_victims = a["victims"] is not None and a["victims"].overlaps(b["victims"])
    same_trigger = a["trigger"] is not None and a["trigger"].overlaps(b["trigger"])
    no_victims = a["victims"] is None or b["victims"] is None
    return same_trigger and (same_victims or (no_victims and a["count"] is None and b["count"] is None))
