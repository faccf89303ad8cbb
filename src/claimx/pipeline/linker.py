"""The ``claimx_linker`` component: which mentions belong to which claim, in which role."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch.nn.utils.rnn import pad_sequence

from claimx.encoder.words import lower_words
from claimx.errors import ModelDamagedError
from claimx.heads.mention_types import FIELD_TYPES
from claimx.heads.span_index import SpanIndex
from claimx.linking.decode import decode_reading
from claimx.linking.kept_tokens import kept_tokens
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims
from claimx.linking.linking_network import LinkingNetwork
from claimx.linking.pair_band import PairBand
from claimx.linking.roles import LIST_ROLES
from claimx.linking.settle import settle_spans, whole_words
from claimx.pipeline.component import NetworkPipe
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.precision import reading_precision
from claimx.pipeline.states import MENTIONS_KEY, AnchoredWindow, set_links, take_states
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
        width = self.trained_network().config["token_width"]
        if any(window.tokens.shape[1] != width for _, window in asked):
            raise ModelDamagedError(f"component {self.name!r} was trained with another encoder (of width {width})")
        claims: list[list[LinkedClaim]] = [[] for _ in docs]
        for group in self._groups(asked):
            for index, claim in self._read_group(group):
                claims[index].append(claim)
        for doc, doc_claims in zip(docs, claims, strict=True):
            if doc_claims:
                _settle_lists(doc, doc_claims)
            doc_claims.sort(key=lambda claim: (claim.anchor, OUTCOMES.index(claim.outcome)))
            set_links(doc, self._with_pairs(doc_claims))

    def _groups(self, asked: list[tuple[int, AnchoredWindow]]) -> Iterator[list[tuple[int, AnchoredWindow]]]:
        """Windows of like length together, with so many anchors as the token budget allows."""
        group: list[tuple[int, AnchoredWindow]] = []
        readings = 0
        for index, window in sorted(asked, key=lambda item: len(item[1].tokens)):
            at_once = max(self.batch_tokens // len(window.tokens), 1)
            for first in range(0, len(window.anchors), at_once):
                anchors = window.anchors[first : first + at_once]
                if group and readings + len(anchors) > at_once:
                    yield group
                    group, readings = [], 0
                group.append((index, replace(window, anchors=anchors)))
                readings += len(anchors)
        if group:
            yield group

    def _read_group(self, group: list[tuple[int, AnchoredWindow]]) -> list[tuple[int, LinkedClaim]]:
        network: LinkingNetwork = self.trained_network()
        device = self.device

        def padded(tensors: Iterable[torch.Tensor]) -> torch.Tensor:
            return pad_sequence(list(tensors), batch_first=True).to(device)

        sentences = padded(window.sentences for _, window in group)
        salient = padded(window.salient for _, window in group)
        mask = padded(torch.ones(len(window.tokens), dtype=torch.bool) for _, window in group)
        rows = [(row, index, window, anchor) for row, (index, window) in enumerate(group) for anchor in window.anchors]
        asked = torch.tensor([row for row, *_ in rows], device=device)
        anchor = torch.tensor([token - window.start for _, _, window, (token, _, _) in rows], device=device)
        with reading_precision(device):
            reading = network.reader(
                padded(window.tokens for _, window in group),
                mask,
                sentences,
                asked,
                anchor,
                torch.tensor([OUTCOMES.index(outcome) for *_, (_, outcome, _) in rows], device=device),
                kept=kept_tokens(mask, sentences, salient, asked, anchor),
            )
        decoded = decode_reading(
            reading.cpu(),
            offsets=[window.start for _, _, window, _ in rows],
            anchors=[anchor for *_, anchor in rows],
        )
        return [(index, claim) for (_, index, _, _), claim in zip(rows, decoded, strict=True)]

    def _with_pairs(self, claims: list[LinkedClaim]) -> LinkedClaims:
        same_event, subset = PairBand(len(claims), _PAIR_REACH), PairBand(len(claims), _PAIR_REACH)
        if len(claims) > 1:
            network: LinkingNetwork = self.trained_network()
            vectors = torch.from_numpy(np.stack([claim.vector for claim in claims])).to(self.device)
            for row in range(len(claims)):
                others = same_event.neighbours(row)
                event, part = network.pairs(vectors[row].expand(len(others), -1), vectors[others])
                same_event.set_row(row, others, event.sigmoid().cpu().numpy())
                subset.set_row(row, others, part.sigmoid().cpu().numpy())
        return LinkedClaims(claims, same_event, subset)

    def network_config(self) -> dict[str, Any]:
        """The sizes of the networks."""
        return self.trained_network().config

    def build_network(self, folder: Path, config: dict[str, Any]) -> LinkingNetwork:
        """Build the networks from their sizes."""
        return LinkingNetwork(**config)


def _settle_lists(doc: Doc, claims: list[LinkedClaim]) -> None:
    """Settle the spans of the list roles on whole mentions."""
    words = lower_words(doc)
    mentions = [(span.label_, span.start, span.end) for span in doc.spans[MENTIONS_KEY]]
    for role in LIST_ROLES:
        label = FIELD_TYPES[role]
        index = SpanIndex([(start, end) for kind, start, end in mentions if kind == label])
        for claim in claims:
            settled = (whole_words(span, label, words) for span in settle_spans(claim.lists[role], index))
            claim.lists[role] = [span for span in settled if span]


@Language.factory("claimx_linker", default_config={"batch_tokens": 6000})
def make_claim_linker(nlp: Language, name: str, batch_tokens: int) -> ClaimLinker:
    """Create the component; see :class:`ClaimLinker`."""
    return ClaimLinker(name, batch_tokens)
