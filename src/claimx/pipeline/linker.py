"""The ``claimx_linker`` component: which mentions belong to which claim, in which role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
from claimx.int8.ranges import Ranges
from claimx.linking.decode import decode_reading
from claimx.linking.int8_attention import int8_inputs, int8_layers
from claimx.linking.kept_tokens import kept_tokens
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims
from claimx.linking.linking_network import LinkingNetwork
from claimx.linking.pair_band import PairBand
from claimx.linking.roles import LIST_ROLES
from claimx.linking.settle import settle_spans, whole_words
from claimx.pipeline.component import NetworkPipe
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.number_format import reading_precision
from claimx.pipeline.precision import Precision, precision_of
from claimx.pipeline.states import MENTIONS_KEY, AnchoredWindow, set_links, take_states
from claimx.schema.labels import OUTCOMES

#: Claims farther apart than this many others are not compared: their pair scores are 0.
_PAIR_REACH = 64


class ClaimLinker(NetworkPipe):
    """Reads each possible anchor's window once more and says what fills each role of its claim.

    Args:
        name: the component's name in its pipeline.
        batch_tokens: tokens that the claim reader reads at once, padding counted.
        precision: ``auto`` to read in the number format that this machine is fastest with, ``float32`` for that.
    """

    int8_part = "reader"

    def __init__(self, name: str, batch_tokens: int, precision: str = Precision.auto):
        register_extensions()
        self.name = name
        self.batch_tokens = batch_tokens
        self.precision = precision_of(precision)
        self.network: LinkingNetwork | None = None

    def set_network(self, network: LinkingNetwork) -> None:
        """Give the component a trained network."""
        self.network = network.eval()

    @torch.inference_mode()
    def read(self, docs: list[Doc]) -> None:
        """Link the claims of Docs, in place."""
        asked = [
            _Asked(index, window, anchor)
            for index, doc in enumerate(docs)
            for window in take_states(doc)
            for anchor in window.anchors
        ]
        width = self.trained_network().config["token_width"]
        if any(each.window.tokens.shape[1] != width for each in asked):
            raise ModelDamagedError(f"component {self.name!r} was trained with another encoder (of width {width})")
        claims: list[list[LinkedClaim]] = [[] for _ in docs]
        for group in self._groups(asked):
            for each, claim in zip(group, self._read_group(group), strict=True):
                claims[each.doc].append(claim)
        for doc, doc_claims in zip(docs, claims, strict=True):
            if doc_claims:
                _settle_lists(doc, doc_claims)
            doc_claims.sort(key=lambda claim: (claim.anchor, OUTCOMES.index(claim.outcome)))
            set_links(doc, self._with_pairs(doc_claims))

    def _groups(self, asked: list["_Asked"]) -> Iterator[list["_Asked"]]:
        """Anchors whose readings look at about as many tokens, together, under the token budget."""
        group: list[_Asked] = []
        for size, each in sorted(((each.size, each) for each in asked), key=lambda sized: sized[0]):
            if group and size * (len(group) + 1) > self.batch_tokens:
                yield group
                group = []
            group.append(each)
        if group:
            yield group

    def _read_group(self, group: list["_Asked"]) -> list[LinkedClaim]:
        network: LinkingNetwork = self.trained_network()
        device = self.device
        windows = list({id(each.window): each.window for each in group}.values())
        row_of = {id(window): row for row, window in enumerate(windows)}

        def padded(tensors: Iterable[torch.Tensor]) -> torch.Tensor:
            return pad_sequence(list(tensors), batch_first=True).to(device)

        sentences = padded(window.sentences for window in windows)
        salient = padded(window.salient for window in windows)
        mask = padded(torch.ones(len(window.tokens), dtype=torch.bool) for window in windows)
        asked = torch.tensor([row_of[id(each.window)] for each in group], device=device)
        anchor = torch.tensor([each.anchor[0] - each.window.start for each in group], device=device)
        with reading_precision(self.precision, device):
            reading = network.reader(
                padded(window.tokens for window in windows),
                mask,
                sentences,
                asked,
                anchor,
                torch.tensor([OUTCOMES.index(each.anchor[1]) for each in group], device=device),
                kept=kept_tokens(mask, sentences, salient, asked, anchor),
            )
        return decode_reading(reading.cpu(), [each.window.start for each in group], [each.anchor for each in group])

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

    def int8_linears(self) -> list[str]:
        """The claim reader's linear layers."""
        return int8_inputs(self.trained_network().reader)

    def use_int8(self, ranges: Ranges) -> None:
        """Let the claim reader read in 8-bit integers; in floating point without ranges."""
        reader = self.trained_network().reader
        reader.reading_layers = int8_layers(reader, ranges) if ranges else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """An anchor that the reader is asked about.

    Attributes:
        doc: index of its Doc.
        window: the window that owns it.
        anchor: ``(Doc token, outcome, logit)``.
    """

    doc: int
    window: AnchoredWindow
    anchor: tuple[int, str, float]

    @property
    def size(self) -> int:
        """How many tokens its reading looks at."""
        own = self.window.sentences == self.window.sentences[self.anchor[0] - self.window.start]
        return int((own | self.window.salient).sum())


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


@Language.factory("claimx_linker", default_config={"batch_tokens": 2000, "precision": "auto"})
def make_claim_linker(nlp: Language, name: str, batch_tokens: int, precision: str) -> ClaimLinker:
    """Create the component; see :class:`ClaimLinker`."""
    return ClaimLinker(name, batch_tokens, precision)
