"""Put claims together: words quoted, numbers and dates read, doubles removed, events and subsets numbered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from claimx.assembling.counting import claim_count
from claimx.assembling.quoting import quote_span, quote_words
from claimx.linking.doubles import is_double
from claimx.linking.events import event_clusters, subset_parents
from claimx.linking.linked_claim import LinkedClaim, LinkedClaims, RoleSpan
from claimx.linking.roles import LIST_ROLES
from claimx.normalize.times import document_date, resolve_time
from claimx.schema.claim import Claim, Time
from claimx.schema.quote import Quote

#: Gives a claim's confidence from its links and the words of its count.
Confidence = Callable[[LinkedClaim, str | None], float]


@dataclass(frozen=True)
class _Candidate:
    linked: LinkedClaim
    row: int
    confidence: float


def assemble_claims(
    doc: Doc, links: LinkedClaims, confidence: Confidence, threshold: float, published: date | None
) -> list[tuple[Claim, LinkedClaim]]:
    """The claims of a Doc, in the order of their anchors, each with the links that it was made from.

    Args:
        doc: the text.
        links: what the linker found in it.
        confidence: gives each claim's confidence.
        threshold: claims less sure than this are left out.
        published: the publication date, against which times are resolved; where it is None, a dateline gives it.
    """
    candidates = []
    for row, linked in enumerate(links.claims):
        count = quote_span(doc, linked.single["count"])
        sure = confidence(linked, count.text if count else None)
        if sure >= threshold and quote_span(doc, linked.single["trigger"]) is not None:
            candidates.append(_Candidate(linked, row, sure))
    kept = sorted(_without_doubles(candidates), key=lambda candidate: candidate.row)
    events, parents = _events_and_parents(links, [candidate.row for candidate in kept])
    text = doc.text  # spaCy puts it together anew at every look
    if published is None:
        published = document_date(text[:_CONTEXT])
    return [
        (_claim(doc, text, candidate, f"e{event + 1}", parent, published), candidate.linked)
        for candidate, event, parent in zip(kept, events, parents, strict=True)
    ]


def _events_and_parents(links: LinkedClaims, rows: list[int]) -> tuple[list[int], list[int | None]]:
    """The event number and the including claim of each claim, a block of claims at a time."""
    events: list[int] = []
    parents: list[int | None] = []
    for first in range(0, len(rows), _BLOCK):
        block = rows[first : first + _BLOCK]
        offset = max(events, default=-1) + 1
        events += [offset + event for event in event_clusters(links.same_event.matrix(block))]
        parents += [None if parent is None else first + parent for parent in subset_parents(links.subset.matrix(block))]
    return events, parents


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


# Claims that are grouped into events at once; the work grows with its square, and news articles tell far fewer.
_BLOCK = 1000

# Characters before a time expression in which a date that it may refer to is looked for.
_CONTEXT = 1500

# Spans that overlap start within the longest span of each other, so doubles are looked for in neighbouring cells.
_CELL = 32


def _anchoring(candidate: _Candidate) -> list[RoleSpan]:
    spans = (candidate.linked.single[role] for role in ("count", "victims", "trigger"))
    return [span for span in spans if span is not None]


def _claim(doc: Doc, text: str, candidate: _Candidate, event: str, parent: int | None, published: date | None) -> Claim:
    linked = candidate.linked
    trigger = quote_span(doc, linked.single["trigger"])
    assert trigger is not None
    victims = quote_span(doc, linked.single["victims"])
    cause = quote_span(doc, linked.single["cause"])
    lists = {role: _quotes(doc, linked.lists[role]) for role in LIST_ROLES}
    attribute = {name: label for name, (label, _) in linked.attributes.items()}
    return Claim.model_validate(
        {
            "outcome": linked.outcome,
            "trigger": trigger,
            "evidence": _evidence(doc, text, linked, trigger),
            "count": claim_count(linked, quote_span(doc, linked.single["count"])),
            "unit": attribute["unit"],
            "victims": {"category": attribute["category"], **(victims.model_dump() if victims else {})},
            "cause": {"type": attribute["cause_type"], **cause.model_dump()} if cause else None,
            "time": _time(doc, text, linked, published),
            "stance": attribute["stance"],
            "scope": attribute["scope"],
            "event": event,
            "subset_of": parent,
            "confidence": candidate.confidence,
            **lists,
        }
    )


def _quotes(doc: Doc, spans: list[RoleSpan]) -> tuple[Quote, ...]:
    quotes: list[Quote] = []
    for span in spans:
        quote = quote_span(doc, span)
        if quote is not None and all(quote.text.lower() != other.text.lower() for other in quotes):
            quotes.append(quote)
    return tuple(quotes)


def _evidence(doc: Doc, text: str, linked: LinkedClaim, trigger: Quote) -> Quote:
    """The evidence that the linker points at, widened to the trigger where it misses it."""
    quote = quote_span(doc, linked.single["evidence"]) or trigger
    start, end = min(quote.start, trigger.start), max(quote.end, trigger.end)
    return quote_words(text[start:end], start, around=trigger.start) or trigger


def _time(doc: Doc, text: str, linked: LinkedClaim, published: date | None) -> Time | None:
    quote = quote_span(doc, linked.single["time"])
    if quote is None:
        return None
    context = text[max(0, quote.end - _CONTEXT) : quote.end]
    value = resolve_time(quote.text, published, context=context)
    return Time(earliest=value.earliest, latest=value.latest, **quote.model_dump())
