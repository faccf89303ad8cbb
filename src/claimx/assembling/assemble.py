"""Put claims together: words quoted, numbers and dates read, doubles removed, events and subsets numbered."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from claimx.assembling.claim_scores import PairScores
from claimx.assembling.confidence import Confidence
from claimx.assembling.counting import claim_count, whole_count
from claimx.assembling.doc_text import DocText
from claimx.assembling.quoting import quote_span, quote_words
from claimx.assembling.relations import Relation, RelationThresholds, relate
from claimx.assembling.timing import publication_day, time_in_text
from claimx.linking.doubles import is_double
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims, RoleSpan
from claimx.linking.roles import LIST_ROLES
from claimx.schema.claim import Claim, Time
from claimx.schema.quote import Quote


@dataclass(frozen=True)
class _Candidate:
    linked: LinkedClaim
    row: int
    confidence: float


@dataclass(frozen=True)
class AssembledClaim:
    """A claim and what it was made from.

    Attributes:
        claim: the claim.
        linked: its links.
        pairs: the scores of its relations to the other claims.
    """

    claim: Claim
    linked: LinkedClaim
    pairs: PairScores


def assemble_claims(
    doc: Doc,
    links: LinkedClaims,
    confidence: Confidence,
    threshold: float,
    published: date | None,
    relation_thresholds: RelationThresholds | None = None,
) -> list[AssembledClaim]:
    """The claims of a Doc, in the order of their anchors, each with what it was made from.

    Args:
        doc: the text.
        links: what the linker found in it.
        confidence: gives each claim's confidence and that of its fields.
        threshold: claims less sure than this are left out.
        published: the publication date, against which times are resolved; where it is None, a dateline gives it.
        relation_thresholds: when two claims share an event, and when one is part of the other; None for 0.5.
    """
    if not links.claims:
        return []
    read = DocText.of(doc)
    candidates = []
    for row, linked in enumerate(links.claims):
        count = quote_span(read, linked.single["count"])
        sure = confidence.of_claim(linked, count.text if count else None)
        if sure >= threshold and quote_span(read, linked.single["trigger"]) is not None:
            candidates.append(_Candidate(linked, row, sure))
    if not candidates:
        return []
    kept = sorted(_without_doubles(candidates), key=lambda candidate: candidate.row)
    relations = relate(links, [candidate.row for candidate in kept], relation_thresholds or RelationThresholds())
    published = publication_day(read.text, published)
    assembled = []
    for candidate, relation in zip(kept, relations, strict=True):
        claim = _claim(read, candidate, relation, published)
        confidences = confidence.of_fields(candidate.linked, claim, relation.scores)
        claim = claim.model_copy(update={"confidences": confidences})
        assembled.append(AssembledClaim(claim, candidate.linked, relation.scores))
    return assembled


def _without_doubles(candidates: list[_Candidate]) -> list[_Candidate]:
    """The surest of the candidates that make one and the same statement."""
    kept: list[_Candidate] = []
    near: dict[int, list[_Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: -c.confidence):
        cells = {
            cell for span in _anchoring(candidate) for cell in range(span.start // _CELL - 1, span.start // _CELL + 2)
        }
        if not any(is_double(other.linked, candidate.linked) for cell in cells for other in near.get(cell, ())):
            kept.append(candidate)
            for cell in {span.start // _CELL for span in _anchoring(candidate)}:
                near.setdefault(cell, []).append(candidate)
    return kept


# Spans that overlap start within the longest span of each other, so doubles are looked for in neighbouring cells.
_CELL = 32


def _anchoring(candidate: _Candidate) -> list[RoleSpan]:
    spans = (candidate.linked.single[role] for role in ("count", "victims", "trigger"))
    return [span for span in spans if span is not None]


def _claim(doc: DocText, candidate: _Candidate, relation: Relation, published: date | None) -> Claim:
    linked = candidate.linked
    trigger = quote_span(doc, linked.single["trigger"])
    assert trigger is not None
    count = quote_span(doc, linked.single["count"])
    victims = quote_span(doc, linked.single["victims"])
    cause = quote_span(doc, linked.single["cause"])
    lists = {role: _quotes(doc, linked.lists[role]) for role in LIST_ROLES}
    attribute = {name: label for name, (label, _) in linked.attributes.items()}
    return Claim.model_validate(
        {
            "outcome": linked.outcome,
            "trigger": trigger,
            "evidence": _evidence(doc, linked, trigger),
            "count": claim_count(linked, whole_count(doc.text, count) if count else None),
            "unit": attribute["unit"],
            "victims": {"category": attribute["category"], **(vars(victims) if victims else {})},
            "cause": {"type": attribute["cause_type"], **vars(cause)} if cause else None,
            "time": _time(doc, linked, published),
            "stance": attribute["stance"],
            "scope": attribute["scope"],
            "event": f"e{relation.event + 1}",
            "subset_of": relation.parent,
            "confidence": candidate.confidence,
            **lists,
        }
    )


def _quotes(doc: DocText, spans: list[RoleSpan]) -> tuple[Quote, ...]:
    quotes: list[Quote] = []
    for span in spans:
        quote = quote_span(doc, span)
        if quote is not None and all(quote.text.lower() != other.text.lower() for other in quotes):
            quotes.append(quote)
    return tuple(quotes)


def _evidence(doc: DocText, linked: LinkedClaim, trigger: Quote) -> Quote:
    """The evidence that the linker points at, widened to the trigger where it misses it."""
    quote = quote_span(doc, linked.single["evidence"]) or trigger
    start, end = min(quote.start, trigger.start), max(quote.end, trigger.end)
    if (start, end) == (quote.start, quote.end):
        return quote
    return quote_words(doc.text[start:end], start, around=trigger.start) or trigger


def _time(doc: DocText, linked: LinkedClaim, published: date | None) -> Time | None:
    quote = quote_span(doc, linked.single["time"])
    if quote is None:
        return None
    value = time_in_text(doc.text, quote.end, quote.text, published)
    return Time(earliest=value.earliest, latest=value.latest, **vars(quote))
