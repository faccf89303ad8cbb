"""The ``claimx_transformer`` component: one encoder pass over the text, mentions and possible anchors out of it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.encoder.batch import collate_windows
from claimx.encoder.bert import Bert
from claimx.encoder.int8_bert import Int8BertLayers, int8_inputs
from claimx.encoder.pieces import PieceTokenizer
from claimx.encoder.sentences import sentence_numbers
from claimx.encoder.shapes import token_shapes
from claimx.encoder.token_encoder import TokenEncoder
from claimx.encoder.windows import Window, cut_windows
from claimx.encoder.words import lower_words, token_words
from claimx.heads.bio import typed_spans, viterbi
from claimx.heads.mention_network import MentionNetwork
from claimx.heads.mention_types import ENTITY_TYPES, MENTION_TYPES
from claimx.heads.whole_entities import whole_entities
from claimx.int8.ranges import Ranges
from claimx.pipeline.component import NetworkPipe
from claimx.pipeline.extensions import register_extensions
from claimx.pipeline.number_format import reading_precision
from claimx.pipeline.precision import Precision, precision_of
from claimx.pipeline.states import MENTIONS_KEY, AnchoredWindow, may_tell, set_states
from claimx.schema.labels import OUTCOMES

_LONGEST_TEXT = 500_000_000

# Least probability that a token is part of a mention, of whichever type, for the linker to look at it.
_SALIENT = 0.2


class ClaimTransformer(NetworkPipe):
    """Finds mentions and possible claim anchors with a pretrained transformer.

    It adds every ACTOR, NUMBER, LOCATION and TIME of the text to ``doc.ents`` (without overlaps; entities that stand
    there stay), writes those that fill a claim, with VICTIM, CAUSE and TRIGGER, to ``doc.spans["mentions"]``
    (overlapping as they come), and hands token vectors to ``claimx_linker``.

    Args:
        name: the component's name in its pipeline.
        max_pieces: window length in word pieces.
        overlap: word pieces that neighbouring windows share.
        batch_tokens: word pieces that the encoder reads at once, padding counted.
        anchor_threshold: least probability of a token that the linker is asked about.
        precision: ``auto`` to read in the number format that this machine is fastest with, ``float32`` for that.
    """

    int8_part = "encoder.transformer"

    def __init__(
        self,
        name: str,
        max_pieces: int,
        overlap: int,
        batch_tokens: int,
        anchor_threshold: float,
        precision: str = Precision.auto,
    ):
        register_extensions()
        self.name = name
        self.max_pieces = max_pieces
        self.overlap = overlap
        self.batch_tokens = batch_tokens
        self.anchor_threshold = anchor_threshold
        self.precision = precision_of(precision)
        self.tokenizer: PieceTokenizer | None = None
        self.network: MentionNetwork | None = None

    def set_network(self, network: MentionNetwork, tokenizer: PieceTokenizer) -> None:
        """Give the component a trained network and the tokenizer that belongs to it."""
        self.network = network.eval()
        self.tokenizer = tokenizer

    @torch.inference_mode()
    def read(self, docs: list[Doc]) -> None:
        """Find the mentions and possible anchors of Docs, in place."""
        told = []
        for doc in docs:
            if may_tell(doc, 0, len(doc)):
                told.append(doc)
            else:
                _pass_over(doc)
        self._read_told(told)

    def _read_told(self, docs: list[Doc]) -> None:
        network: MentionNetwork = self.trained_network()
        assert self.tokenizer is not None
        pieces = self.tokenizer(docs)
        shapes = [token_shapes(doc) for doc in docs]
        sentences = [sentence_numbers(doc) for doc in docs]
        max_pieces, overlap = network.encoder.fit_window(self.max_pieces, self.overlap)
        windows = [
            window
            for index, doc_pieces in enumerate(pieces)
            for window in cut_windows(index, doc_pieces, max_pieces, overlap)
            if may_tell(docs[index], window.own_start, window.own_end)
        ]
        tags = [np.zeros((len(MENTION_TYPES), len(doc)), dtype=np.int64) for doc in docs]
        entities = [np.zeros(len(doc), dtype=np.int64) for doc in docs]
        anchored: list[list[AnchoredWindow]] = [[] for _ in docs]
        for batch in self._batches(windows, [p.first for p in pieces]):
            inputs = collate_windows(batch, pieces, shapes, sentences, self.tokenizer.special, max_pieces).to(
                self.device
            )
            with reading_precision(self.precision, self.device):
                reading = network(inputs)
            n_tokens = reading.tokens.shape[1]
            scores = reading.tags.float().transpose(1, 2).reshape(-1, n_tokens, 3)
            mask = inputs.token_mask.repeat_interleave(len(MENTION_TYPES), dim=0)
            batch_tags = viterbi(scores, mask).view(len(batch), len(MENTION_TYPES), n_tokens).cpu().numpy()
            entity_tags = viterbi(reading.entities.float().log_softmax(-1), inputs.token_mask).cpu().numpy()
            salient = reading.tags.float().softmax(dim=-1)[..., 0].amin(dim=-1) < 1 - _SALIENT
            logits = reading.anchors.float().cpu()
            for row, window in enumerate(batch):
                own = slice(window.own_start - window.start, window.own_end - window.start)
                tags[window.doc][:, window.own_start : window.own_end] = batch_tags[row][:, own]
                entities[window.doc][window.own_start : window.own_end] = entity_tags[row, own]
                anchors = self._anchors(logits[row, own], window.own_start)
                if anchors:
                    vectors = reading.tokens[row, : window.end - window.start].float().cpu()
                    numbers = inputs.sentences[row, : window.end - window.start].cpu()
                    marked = salient[row, : window.end - window.start].cpu()
                    anchored[window.doc].append(AnchoredWindow(window.start, vectors, numbers, marked, anchors))
        for index, doc in enumerate(docs):
            words = token_words(doc)
            _write_mentions(doc, tags[index], words)
            _write_entities(doc, entities[index], words)
            set_states(doc, sorted(anchored[index], key=lambda window: window.start))

    def _batches(self, windows: list[Window], firsts: list[np.ndarray]) -> Iterator[list[Window]]:
        """Windows of like length together, under the token budget."""

        def length(window: Window) -> int:
            return int(firsts[window.doc][window.end] - firsts[window.doc][window.start]) + 2

        batch: list[Window] = []
        for window in sorted(windows, key=length):
            if batch and length(window) * (len(batch) + 1) > self.batch_tokens:
                yield batch
                batch = []
            batch.append(window)
        if batch:
            yield batch

    def _anchors(self, logits: torch.Tensor, offset: int) -> list[tuple[int, str, float]]:
        likely = (logits.sigmoid() > self.anchor_threshold).nonzero().tolist()
        return [(token + offset, OUTCOMES[outcome], float(logits[token, outcome])) for token, outcome in likely]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights, encoder configuration and tokenizer into a folder."""
        super().to_disk(path, exclude=exclude)
        if self.network is not None and self.tokenizer is not None:
            self.network.encoder.transformer.config.save_pretrained(str(path))
            self.tokenizer.save(path)

    def network_config(self) -> dict[str, Any]:
        """The ids of the special pieces; the encoder's ``config.json`` says the rest."""
        assert self.tokenizer is not None
        return {"special_pieces": asdict(self.tokenizer.special)}

    def build_network(self, folder: Path, config: dict[str, Any]) -> MentionNetwork:
        """Build encoder and heads from the folder's ``config.json`` and its tokenizer."""
        self.tokenizer = PieceTokenizer.load(folder, config["special_pieces"])
        return MentionNetwork(TokenEncoder.from_config(folder))

    def int8_linears(self) -> list[str]:
        """The encoder's linear layers, where it is a BERT."""
        bert = self.trained_network().encoder.transformer
        return int8_inputs(bert) if isinstance(bert, Bert) else []

    def use_int8(self, ranges: Ranges) -> None:
        """Let the encoder read in 8-bit integers; in floating point without ranges."""
        bert = self.trained_network().encoder.transformer
        if isinstance(bert, Bert):
            bert.reading_layers = Int8BertLayers(bert, ranges) if ranges else None


def _pass_over(doc: Doc) -> None:
    """Write that nothing was found."""
    doc.spans[MENTIONS_KEY] = []
    doc.set_ents(doc.ents, default="outside")
    set_states(doc, [])


def _write_mentions(doc: Doc, tags: np.ndarray, words: list[str]) -> None:
    spans = [
        Span(doc, start, end, label=MENTION_TYPES[kind])
        for kind, first, past, _ in typed_spans(tags)
        for start, end in _without_space(first, past, words)
    ]
    doc.spans[MENTIONS_KEY] = sorted(spans, key=lambda span: (span.start, span.end))


def _write_entities(doc: Doc, tags: np.ndarray, words: list[str]) -> None:
    taken = {token for ent in doc.ents for token in range(ent.start, ent.end)}
    found = [(start, end, ENTITY_TYPES[kind]) for _, start, end, kind in typed_spans(tags[None])]
    mentions = [(span.start, span.end, span.label_) for span in doc.spans[MENTIONS_KEY]]
    free = [
        Span(doc, start, end, label=label)
        for first, past, label in (whole_entities(found, mentions, lower_words(doc)) if found else ())
        for start, end in _without_space(first, past, words)
        if taken.isdisjoint(range(start, end))
    ]
    doc.set_ents([*doc.ents, *free], default="outside")


def _without_space(start: int, end: int, words: list[str]) -> Iterator[tuple[int, int]]:
    """The span without white space at its ends; nothing where it is nothing else."""
    while start < end and words[start].isspace():
        start += 1
    while start < end and words[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


@Language.factory(
    "claimx_transformer",
    assigns=["doc.ents", "doc.spans"],
    default_config={
        "max_pieces": 400,
        "overlap": 120,
        "batch_tokens": 3000,
        "anchor_threshold": 0.1,
        "precision": "auto",
    },
)
def make_claim_transformer(
    nlp: Language,
    name: str,
    max_pieces: int,
    overlap: int,
    batch_tokens: int,
    anchor_threshold: float,
    precision: str,
) -> ClaimTransformer:
    """Create the component; see :class:`ClaimTransformer`."""
    # spaCy's limit guards components that need memory for a whole text at once; windows do not.
    nlp.max_length = max(nlp.max_length, _LONGEST_TEXT)
    return ClaimTransformer(name, max_pieces, overlap, batch_tokens, anchor_threshold, precision)
