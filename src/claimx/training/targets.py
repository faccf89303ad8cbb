"""Turn annotated passages into what the networks are trained to answer, window by window."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import numpy as np
from spacy.tokens import Doc

from claimx.encoder.windows import Window
from claimx.heads.bio import BEGIN, INSIDE, begin, inside
from claimx.heads.mention_types import ENTITY_TYPES, FIELD_TYPES, MENTION_TYPES
from claimx.linking.roles import ATTRIBUTES, IMPLIED_COUNTS, LIST_ROLES, SINGLE_ROLES
from claimx.schema.claim import Claim
from claimx.schema.labels import OUTCOMES

#: Class index that the losses pass over.
IGNORED = -100

#: A claim with less confidence than this, in text that a model labelled, is neither learned nor unlearned.
DOUBT = 0.5

TokenSpan = tuple[int, int]


@dataclass
class ClaimTarget:
    """The right answers for one gold claim; tokens count from the start of its window.

    Attributes:
        index: the claim's index in its passage.
        anchor: its anchor token.
        outcome: index of its outcome.
        single: for each single role its ``(first, last)`` token, or None where it is missing.
        lists: for each list role its ``(first, past last)`` spans.
        alike: for each list role other mentions of the same words, which are neither right nor wrong.
        attributes: class index of each attribute, or :data:`IGNORED`.
        event: its event, comparable within a passage.
        subset_of: index of the including claim in the passage, or None.
    """

    index: int
    anchor: int
    outcome: int
    single: list[TokenSpan | None]
    lists: list[list[TokenSpan]]
    alike: list[list[TokenSpan]]
    attributes: dict[str, int]
    event: str | None
    subset_of: int | None


@dataclass
class WindowTarget:
    """The right answers for one window of N tokens.

    Attributes:
        entities: tag of each token in the sequence of entities, (N,); :data:`IGNORED` where entities are not annotated.
        entity_types: the entity types that are annotated.
        entity_kinds: index of the entity type that a token is known to be part of where the bounds are not annotated,
            (N,); :data:`IGNORED` elsewhere.
        tags: BIO tag of each token for each mention type, (N, types).
        tag_weights: weight of each of them in the loss, (N, types); 0 where the annotation does not tell.
        has_claims: whether the window's text was annotated with claims at all.
        claims: the claims anchored in it.
        doubtful: ``(anchor token, outcome)`` of claims that a labelling model was not sure of: neither right nor wrong.
    """

    entities: np.ndarray
    entity_types: frozenset[str]
    entity_kinds: np.ndarray
    tags: np.ndarray
    tag_weights: np.ndarray
    has_claims: bool
    claims: list[ClaimTarget] = field(default_factory=list)
    doubtful: list[tuple[int, int]] = field(default_factory=list)


def is_doubtful(claim: Claim) -> bool:
    """Whether the model that labelled a claim was not sure of it."""
    return claim.confidence is not None and claim.confidence < DOUBT


def token_span(doc: Doc, start: int, end: int) -> TokenSpan | None:
    """The ``(first, past last)`` tokens that characters ``start:end`` touch, or None."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None and len(span) else None


def anchor_token(doc: Doc, claim: Claim) -> int | None:
    """A claim's anchor: the first token of its count, else of its victims, else of its trigger."""
    for quote in (claim.count, claim.victims, claim.trigger):
        if quote.start is not None and quote.end is not None:
            span = token_span(doc, quote.start, quote.end)
            return span[0] if span else None
    return None


def claim_window_target(doc: Doc, window: Window, claims: Iterable[Claim], unlabelled_weight: float) -> WindowTarget:
    """Targets of a window of a passage that is annotated with claims.

    Only the actors, numbers, places and times *of claims* are annotated in such a passage, so tokens outside them
    say little about whether they are a mention: those types' negatives weigh ``unlabelled_weight``.
    """
    length = window.end - window.start
    tags = np.zeros((length, len(MENTION_TYPES)), dtype=np.int64)
    weights = np.ones((length, len(MENTION_TYPES)), dtype=np.float32)
    weights[:, : len(ENTITY_TYPES)] = unlabelled_weight
    kinds = np.full(length, IGNORED, dtype=np.int64)
    entities = np.full(length, IGNORED, dtype=np.int64)
    target = WindowTarget(entities, frozenset(), kinds, tags, weights, has_claims=True)
    # What is doubtful comes first, so that what is sure is written over it.
    numbered = sorted(enumerate(claims), key=lambda item: (not is_doubtful(item[1]), item[0]))
    for index, claim in numbered:
        doubtful = is_doubtful(claim)
        for name, quote in claim.quotes():
            kind = FIELD_TYPES.get(name.partition("[")[0])
            if kind is not None:
                span = _within(token_span(doc, quote.start, quote.end), window)  # type: ignore[arg-type]
                if span is not None and doubtful:
                    weights[span[0] : span[1], MENTION_TYPES.index(kind)] = 0.0
                elif span is not None:
                    _write_span(tags, weights, span, MENTION_TYPES.index(kind))
                    if kind in ENTITY_TYPES:
                        kinds[span[0] : span[1]] = ENTITY_TYPES.index(kind)
        anchor = anchor_token(doc, claim)
        if anchor is not None and window.own_start <= anchor < window.own_end:
            if doubtful:
                target.doubtful.append((anchor - window.start, OUTCOMES.index(claim.outcome)))
            else:
                target.claims.append(_claim_target(doc, window, index, anchor, claim))
    return target


def entity_window_target(
    window: Window, spans: Iterable[tuple[int, int, str]], annotated: Collection[str] = ENTITY_TYPES
) -> WindowTarget:
    """Targets of a window in which all mentions of some types are annotated, and nothing else.

    Args:
        window: the window.
        spans: ``(first token, past last, mention type)`` of the Doc.
        annotated: the types that are annotated.
    """
    length = window.end - window.start
    entities = np.zeros(length, dtype=np.int64)
    for start, end, kind in spans:
        span = _within((start, end), window)
        if span is not None:
            entities[span[0] : span[1]] = inside(ENTITY_TYPES.index(kind))
            entities[span[0]] = begin(ENTITY_TYPES.index(kind))
    return WindowTarget(
        entities=entities,
        entity_types=frozenset(annotated),
        entity_kinds=np.full(length, IGNORED, dtype=np.int64),
        tags=np.zeros((length, len(MENTION_TYPES)), dtype=np.int64),
        tag_weights=np.zeros((length, len(MENTION_TYPES)), dtype=np.float32),
        has_claims=False,
    )


def _within(span: TokenSpan | None, window: Window) -> TokenSpan | None:
    """The span counted from the window's start, or None where it does not lie in the window."""
    if span is None or span[0] < window.start or span[1] > window.end:
        return None
    return span[0] - window.start, span[1] - window.start


def _write_span(tags: np.ndarray, weights: np.ndarray, span: TokenSpan, kind: int) -> None:
    weights[span[0] : span[1], kind] = 1.0
    if tags[span[0] : span[1], kind].any():
        return  # overlaps an earlier mention of its type: BIO holds one of them
    tags[span[0] : span[1], kind] = INSIDE
    tags[span[0], kind] = BEGIN


def _claim_target(doc: Doc, window: Window, index: int, anchor: int, claim: Claim) -> ClaimTarget:
    words = [token.lower_ for token in doc[window.start : window.end]]
    single: list[TokenSpan | None] = []
    for role in SINGLE_ROLES:
        quote = getattr(claim, role)
        span = None
        if quote is not None and quote.start is not None:
            span = _within(token_span(doc, quote.start, quote.end), window)
        single.append((span[0], span[1] - 1) if span else None)
    lists, alike = [], []
    for role in LIST_ROLES:
        found = (_within(token_span(doc, q.start, q.end), window) for q in getattr(claim, role))
        spans = [span for span in found if span]
        lists.append(spans)
        alike.append([other for span in spans for other in _same_words(words, span) if other not in spans])
    return ClaimTarget(
        index=index,
        anchor=anchor - window.start,
        outcome=OUTCOMES.index(claim.outcome),
        single=single,
        lists=lists,
        alike=alike,
        attributes=_attributes(claim),
        event=claim.event,
        subset_of=claim.subset_of,
    )


def _same_words(words: list[str], span: TokenSpan) -> list[TokenSpan]:
    """All spans of a window that have the words of one of them."""
    phrase = words[span[0] : span[1]]
    starts = range(len(words) - len(phrase) + 1)
    return [(i, i + len(phrase)) for i in starts if words[i : i + len(phrase)] == phrase]


def _attributes(claim: Claim) -> dict[str, int]:
    values: dict[str, str | None] = {
        "unit": claim.unit,
        "category": claim.victims.category,
        "cause_type": claim.cause.type if claim.cause else None,
        "stance": claim.stance,
        "scope": claim.scope,
        "modifier": claim.count.modifier,
        "implied_count": _implied_count(claim) if claim.count.text is None else None,
    }
    return {
        name: IGNORED if (value := values[name]) is None else classes.index(value)
        for name, classes in ATTRIBUTES.items()
    }


def _implied_count(claim: Claim) -> str | None:
    count = claim.count
    if count.modifier == "none":
        return "none"
    if count.modifier == "indefinite":
        return "plural"
    if count.modifier == "exact" and count.value is not None and 1 <= count.value <= 6:
        return IMPLIED_COUNTS[count.value - 1]
    return None
