"""The one loss that trains encoder, heads and linker together."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from claimx.encoder.batch import WindowBatch
from claimx.heads.bio import BEGIN, INSIDE, begin, inside
from claimx.heads.mention_network import MentionReading
from claimx.heads.mention_types import ENTITY_TYPES
from claimx.linking.linking_network import LinkingNetwork
from claimx.linking.roles import ATTRIBUTES, LIST_ROLES, REQUIRED_ROLES, SINGLE_ROLES
from claimx.training.config import TrainingConfig
from claimx.training.targets import IGNORED, ClaimTarget, WindowTarget


def joint_loss(
    reading: MentionReading,
    linker: LinkingNetwork,
    batch: WindowBatch,
    targets: list[WindowTarget],
    config: TrainingConfig,
    class_weights: Mapping[str, Tensor],
) -> dict[str, Tensor]:
    """The weighted parts of the loss on one batch, each a scalar; their sum is what training lowers.

    Args:
        reading: what the encoder, the taggers and the anchor scorer make of the windows.
        linker: claim reader and pair scorer.
        batch: B windows.
        targets: their right answers.
        config: gives the weights and the number of wrong anchors to refuse.
        class_weights: weight of each class of each attribute, (classes,).
    """
    weights = config.losses
    parts = {
        "entities": weights.entities * _entity_loss(reading, targets),
        "kinds": weights.kinds * _kind_loss(reading, targets),
        "tags": weights.tags * _tag_loss(reading, targets),
        "anchors": weights.anchors * _anchor_loss(reading, batch, targets),
    }
    gold = [(row, claim) for row, target in enumerate(targets) for claim in target.claims]
    wrong = _wrong_anchors(reading, batch, targets, config.negatives)
    if gold or wrong:
        parts |= _linking_loss(linker, reading, batch, gold, wrong, config, class_weights)
    return {name: part / len(targets) for name, part in parts.items()}


def _entity_loss(reading: MentionReading, targets: list[WindowTarget]) -> Tensor:
    n_windows, n_tokens, n_tags = reading.entities.shape
    tags = torch.full((n_windows, n_tokens), IGNORED)
    unknown = torch.zeros(n_windows, 1, n_tags, dtype=torch.bool)
    for row, target in enumerate(targets):
        tags[row, : len(target.entities)] = torch.from_numpy(target.entities)
        for kind, name in enumerate(ENTITY_TYPES):
            # Where a type is not annotated, outside says nothing of it: its tags stand outside the comparison.
            unknown[row, 0, [begin(kind), inside(kind)]] = name not in target.entity_types
    device = reading.entities.device
    scores = reading.entities.float().masked_fill(unknown.to(device), -1e4)
    return F.cross_entropy(scores.flatten(0, 1), tags.to(device).flatten(), ignore_index=IGNORED, reduction="sum")


def _kind_loss(reading: MentionReading, targets: list[WindowTarget]) -> Tensor:
    """How unlikely it is that a token known to be part of an entity of a type begins or continues one."""
    n_windows, n_tokens, _ = reading.entities.shape
    kinds = torch.full((n_windows, n_tokens), IGNORED)
    for row, target in enumerate(targets):
        kinds[row, : len(target.entity_kinds)] = torch.from_numpy(target.entity_kinds)
    kinds = kinds.to(reading.entities.device)
    known = kinds != IGNORED
    scores = reading.entities.float().log_softmax(dim=-1)[known]
    either = torch.stack([begin(0) + 2 * kinds[known], inside(0) + 2 * kinds[known]], dim=-1)
    return -scores.gather(1, either).logsumexp(dim=-1).sum()


def _tag_loss(reading: MentionReading, targets: list[WindowTarget]) -> Tensor:
    n_tokens, n_types = reading.tags.shape[1:3]
    tags = torch.zeros(len(targets), n_tokens, n_types, dtype=torch.long)
    weights = torch.zeros(len(targets), n_tokens, n_types)
    for row, target in enumerate(targets):
        tags[row, : len(target.tags)] = torch.from_numpy(target.tags)
        weights[row, : len(target.tags)] = torch.from_numpy(target.tag_weights)
    device = reading.tags.device
    losses = F.cross_entropy(reading.tags.float().flatten(0, 2), tags.to(device).flatten(), reduction="none")
    return (losses * weights.to(device).flatten()).sum()


def _anchor_targets(reading: MentionReading, targets: list[WindowTarget]) -> Tensor:
    gold = torch.zeros(reading.anchors.shape)
    for row, target in enumerate(targets):
        for claim in target.claims:
            gold[row, claim.anchor, claim.outcome] = 1.0
    return gold.to(reading.anchors.device)


def _claim_mask(reading: MentionReading, batch: WindowBatch, targets: list[WindowTarget]) -> Tensor:
    """Where the annotation tells whether a claim of an outcome is anchored, (B, N, outcomes)."""
    told = torch.ones(reading.anchors.shape, dtype=torch.bool)
    for row, target in enumerate(targets):
        told[row] = target.has_claims
        for anchor, outcome in target.doubtful:
            told[row, anchor, outcome] = False
        for claim in target.claims:
            told[row, claim.anchor, claim.outcome] = True
    return batch.token_mask.unsqueeze(-1) & told.to(batch.token_mask.device)


def _anchor_loss(reading: MentionReading, batch: WindowBatch, targets: list[WindowTarget]) -> Tensor:
    losses = F.binary_cross_entropy_with_logits(
        reading.anchors.float(), _anchor_targets(reading, targets), reduction="none"
    )
    return (losses * _claim_mask(reading, batch, targets)).sum()


@torch.no_grad()
def _wrong_anchors(
    reading: MentionReading, batch: WindowBatch, targets: list[WindowTarget], count: int
) -> list[tuple[int, int, int]]:
    """The likeliest ``(window, token, outcome)`` that are no anchor: what the reader must learn to refuse."""
    if not count:
        return []
    scores = reading.anchors.float().sigmoid() - 2 * _anchor_targets(reading, targets)
    scores = scores.masked_fill(~_claim_mask(reading, batch, targets), -1.0).flatten(1)
    top, at = scores.topk(min(count, scores.shape[1]), dim=1)
    n_outcomes = reading.anchors.shape[-1]
    return [
        (row, int(cell) // n_outcomes, int(cell) % n_outcomes)
        for row in range(len(targets))
        for score, cell in zip(top[row].tolist(), at[row].tolist(), strict=True)
        if score > 0.01
    ]


def _linking_loss(
    linker: LinkingNetwork,
    reading: MentionReading,
    batch: WindowBatch,
    gold: list[tuple[int, ClaimTarget]],
    wrong: list[tuple[int, int, int]],
    config: TrainingConfig,
    class_weights: Mapping[str, Tensor],
) -> dict[str, Tensor]:
    device = reading.tokens.device
    asked = [(row, claim.anchor, claim.outcome) for row, claim in gold] + wrong
    window, anchor, outcome = torch.tensor(asked, device=device).unbind(1)
    claims = [claim for _, claim in gold]
    n_tokens = batch.token_mask.shape[1]
    start, end = _single_targets(claims, n_tokens)
    starts = torch.full((len(asked), 1, len(SINGLE_ROLES)), -1)
    starts[: len(gold), 0] = torch.where((start >= 0) & (start < n_tokens), start, -1)
    answer = linker.reader(
        reading.tokens, batch.token_mask, batch.sentences, window, anchor, outcome, starts.to(device)
    )
    weights = config.losses
    is_gold = torch.zeros(len(asked), device=device)
    is_gold[: len(gold)] = 1.0
    parts = {
        "valid": weights.valid * F.binary_cross_entropy_with_logits(answer.valid.float(), is_gold, reduction="sum")
    }
    if not gold:
        return parts
    n = len(claims)
    parts["single"] = weights.single * (
        F.cross_entropy(answer.start[:n].float(), start.to(device), ignore_index=IGNORED, reduction="sum")
        + F.cross_entropy(answer.end[:n, 0].float(), end.to(device), ignore_index=IGNORED, reduction="sum")
    )
    mask = batch.token_mask[window[:n]]
    list_losses = F.cross_entropy(
        answer.lists[:n].float().flatten(0, 2),
        _list_targets(claims, n_tokens).to(device).flatten(),
        ignore_index=IGNORED,
        reduction="none",
    )
    parts["lists"] = weights.lists * (list_losses.view(n, n_tokens, -1) * mask.unsqueeze(-1)).sum()
    attributes = answer.claim.new_zeros((), dtype=torch.float32)
    for name in ATTRIBUTES:
        labels = torch.tensor([claim.attributes[name] for claim in claims], device=device)
        attributes = attributes + F.cross_entropy(
            answer.attributes[name][:n].float(),
            labels,
            class_weights[name].to(device),
            ignore_index=IGNORED,
            reduction="sum",
        )
    parts["attributes"] = weights.attributes * attributes
    parts["pairs"] = weights.pairs * _pair_loss(linker, answer.claim[:n], gold)
    return parts


def _single_targets(claims: list[ClaimTarget], n_tokens: int) -> tuple[Tensor, Tensor]:
    start = torch.full((len(claims), len(SINGLE_ROLES)), n_tokens)
    end = torch.full((len(claims), len(SINGLE_ROLES)), IGNORED)
    for row, claim in enumerate(claims):
        for role, span in enumerate(claim.single):
            if span is not None:
                start[row, role], end[row, role] = span
            elif SINGLE_ROLES[role] in REQUIRED_ROLES:
                start[row, role] = IGNORED  # it lies beyond the window
    return start, end


def _list_targets(claims: list[ClaimTarget], n_tokens: int) -> Tensor:
    tags = torch.zeros(len(claims), n_tokens, len(LIST_ROLES), dtype=torch.long)
    for row, claim in enumerate(claims):
        for role, (spans, alike) in enumerate(zip(claim.lists, claim.alike, strict=True)):
            for first, past in alike:
                tags[row, first:past, role] = IGNORED
            for first, past in spans:
                tags[row, first:past, role] = INSIDE
                tags[row, first, role] = BEGIN
    return tags


def _pair_loss(linker: LinkingNetwork, vectors: Tensor, gold: list[tuple[int, ClaimTarget]]) -> Tensor:
    left, right, events, subsets = [], [], [], []
    for i, (row, claim) in enumerate(gold):
        for j, (other_row, other) in enumerate(gold):
            if i != j and row == other_row:
                left.append(i)
                right.append(j)
                events.append(float(claim.event is not None and claim.event == other.event))
                subsets.append(float(claim.subset_of == other.index))
    if not left:
        return vectors.new_zeros((), dtype=torch.float32)
    event, subset = linker.pairs(vectors[left], vectors[right])
    device = vectors.device
    return F.binary_cross_entropy_with_logits(
        event.float(), torch.tensor(events, device=device), reduction="sum"
    ) + F.binary_cross_entropy_with_logits(subset.float(), torch.tensor(subsets, device=device), reduction="sum")
