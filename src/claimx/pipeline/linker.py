"""The ``claimx_linker`` component: which mentions belong to which claim, in which role."""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch.nn.utils.rnn import pad_sequence

from claimx.linking.decode import decode_reading
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims
from claimx.linking.linking_network import LinkingNetwork
from claimx.pipeline.component import NetworkPipe
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.states import AnchoredWindow, set_links, take_states
from claimx.schema.labels import OUTCOMES

#: Claims farther apart than this many others are not compared: their pair scores are 0.
_PAIR_REACH = 64


class ClaimLinker(NetworkPipe):
    """Reads each possible anchor's window once more and says what fills each role of its claim.

    Args:
        name: the component's name in its pipeline.
        batch_tokens: tokens that the claim reader reads at once, padding counted.
    """

    def __init__(self, name: str, batch_tokens: int):
        register_extensions()
        self.name = name
        self.batch_tokens = batch_tokens
        self.network: LinkingNetwork | None = None

    def set_network(self, network: LinkingNetwork) -> None:
        """Give the component a trained network."""
        self.network = network.eval()

    @torch.inference_mode()
    def read(self, docs: list[Doc]) -> None:
        """Link the claims of Docs, in place."""
        asked = [(index, window) for index, doc in enumerate(docs) for window in take_states(doc)]
        claims: list[list[LinkedClaim]] = [[] for _ in docs]
        for group in self._groups(asked):
            for index, claim in self._read_group(group):
                claims[index].append(claim)
        for doc, doc_claims in zip(docs, claims, strict=True):
            doc_claims.sort(key=lambda claim: (claim.anchor, OUTCOMES.index(claim.outcome)))
            set_links(doc, LinkedClaims(doc_claims, *self._pair_scores(doc_claims)))

    def _groups(self, asked: list[tuple[int, AnchoredWindow]]) -> list[list[tuple[int, AnchoredWindow]]]:
        groups: list[list[tuple[int, AnchoredWindow]]] = []
        group: list[tuple[int, AnchoredWindow]] = []
        readings = 0
        for index, window in sorted(asked, key=lambda item: len(item[1].tokens)):
            if group and (readings + len(window.anchors)) * len(window.tokens) > self.batch_tokens:
                groups.append(group)
                group, readings = [], 0
            group.append((index, window))
            readings += len(window.anchors)
        return [*groups, group] if group else groups

    def _read_group(self, group: list[tuple[int, AnchoredWindow]]) -> list[tuple[int, LinkedClaim]]:
        network: LinkingNetwork = self.trained_network()
        device = self.device
        tokens = pad_sequence([window.tokens for _, window in group], batch_first=True).to(device)
        lengths = torch.tensor([len(window.tokens) for _, window in group])
        mask = (torch.arange(tokens.shape[1]) < lengths.unsqueeze(1)).to(device)
        rows = [(row, index, window, anchor) for row, (index, window) in enumerate(group) for anchor in window.anchors]
        reading = network.reader(
            tokens,
            mask,
            torch.tensor([row for row, *_ in rows], device=device),
            torch.tensor([token - window.start for _, _, window, (token, _, _) in rows], device=device),
            torch.tensor([OUTCOMES.index(outcome) for *_, (_, outcome, _) in rows], device=device),
        )
        decoded = decode_reading(
            reading.cpu(),
            lengths=[len(window.tokens) for _, _, window, _ in rows],
            offsets=[window.start for _, _, window, _ in rows],
            anchors=[anchor for *_, anchor in rows],
        )
        return [(index, claim) for (_, index, _, _), claim in zip(rows, decoded, strict=True)]

    def _pair_scores(self, claims: list[LinkedClaim]) -> tuple[np.ndarray, np.ndarray]:
        same_event = np.eye(len(claims), dtype=np.float32)
        subset = np.zeros((len(claims), len(claims)), dtype=np.float32)
        if len(claims) > 1:
            network: LinkingNetwork = self.trained_network()
            vectors = torch.from_numpy(np.stack([claim.vector for claim in claims])).to(self.device)
            for first in range(len(claims)):
                others = [
                    j
                    for j in range(max(0, first - _PAIR_REACH), min(len(claims), first + _PAIR_REACH + 1))
                    if j != first
                ]
                event, part = network.pairs(vectors[first].expand(len(others), -1), vectors[others])
                same_event[first, others] = event.sigmoid().cpu().numpy()
                subset[first, others] = part.sigmoid().cpu().numpy()
        return same_event, subset

    def network_config(self) -> dict[str, Any]:
        """The sizes of the networks."""
        return self.trained_network().config

    def build_network(self, folder: Path, config: dict[str, Any]) -> LinkingNetwork:
        """Build the networks from their sizes."""
        return LinkingNetwork(**config)


@Language.factory("claimx_linker", default_config={"batch_tokens": 6000})
def make_claim_linker(nlp: Language, name: str, batch_tokens: int) -> ClaimLinker:
    """Create the component; see :class:`ClaimLinker`."""
    return ClaimLinker(name, batch_tokens)
