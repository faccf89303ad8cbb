"""Sort what predicted claims get wrong into kinds, to see what is still to be done.

The groups are the measures of :func:`claimx.evaluation.scoring.score_passages`, and hold the same numbers: every
thing that an evaluation counts as not found or not right is one error of exactly one kind.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.error_kinds import ErrorExample, ErrorGroup, ErrorKind, ErrorReport, Fault
from claimx.evaluation.event_links import event_links
from claimx.evaluation.pairing import ClaimPair, can_pair, pair_claims
from claimx.evaluation.passage_agreement import compare_claims
from claimx.evaluation.slots import SLOTS, slot_fills
from claimx.evaluation.span_match import Span, span_of, spans_agree, spans_overlap
from claimx.schema.claim import Claim
from claimx.schema.passage import Passage
from claimx.schema.quote import OptionalQuote, Quote

QUOTED_SLOTS = ("perpetrators", "locations", "sources", "victims", "cause", "time")
"""The slots that are filled by quotes, among which the roles of a quote can be confused."""

_ATTRIBUTES: dict[str, Callable[[Claim], str | None]] = {
    "category": lambda claim: claim.victims.category,
    "cause_type": lambda claim: claim.cause.type if claim.cause else None,
    "stance": lambda claim: claim.stance,
    "scope": lambda claim: claim.scope,
    "unit": lambda claim: claim.unit,
}

_FAULTS: tuple[Fault, ...] = ("missed", "wrong", "spurious")


@dataclass(frozen=True)
class _Finding:
    """One error: the group, fault and kind that it counts under, and where it is."""

    group: str
    fault: Fault
    kind: str
    example: ErrorExample


@dataclass(frozen=True)
class _Case:
    """A passage, the claims that were read from it, and how they are paired with its own."""

    passage: Passage
    predicted: Sequence[Claim]
    pairs: Sequence[ClaimPair]

    @property
    def gold(self) -> Sequence[Claim]:
        return self.passage.claims

    @property
    def gold_of(self) -> dict[int, int]:
        """The gold partners of the predicted claims that have one, by index."""
        return {pair.predicted: pair.gold for pair in self.pairs}

    def missed(self) -> list[int]:
        """Indices of the gold claims without a partner."""
        return sorted(set(range(len(self.gold))) - set(self.gold_of.values()))

    def spurious(self) -> list[int]:
        """Indices of the predicted claims without a partner."""
        return sorted(set(range(len(self.predicted))) - set(self.gold_of))

    def example(self, pair: ClaimPair, span: Span | None = None) -> ErrorExample:
        return ErrorExample(passage=self.passage.id, gold=(pair.gold,), predicted=(pair.predicted,), span=span)


@dataclass(frozen=True)
class _Unmatched:
    """The fills of one slot that a pair of claims does not agree on.

    Attributes:
        moved: gold spans that a predicted span overlaps, without agreement.
        missed: the other gold spans.
        spurious: the other predicted spans.
    """

    moved: list[Span]
    missed: list[Span]
    spurious: list[Span]


def analyse_errors(gold: Sequence[Passage], predicted: Sequence[Passage]) -> ErrorReport:
    """Sort every error of predicted claims into a kind.

    Args:
        gold: the annotated passages.
        predicted: the same passages with the claims that were read, in any order, matched by id as
            :func:`~claimx.evaluation.scoring.score_passages` does.

    Returns:
        The errors of detection (``claims``), of each slot, of ``event_links`` among paired claims and of
        ``subset_of``; the numbers of the first three are those of the evaluation report. Errors of the core are
        those of the ``count`` slot. The fills of a claim without a partner are all missed (or spurious), of a kind
        of their own.
    """
    claims_by_id = {passage.id: passage.claims for passage in predicted}
    names = ("claims", *(slot.name for slot in SLOTS), "event_links", "subset_of")
    totals = dict.fromkeys(names, Agreement())
    examples: defaultdict[tuple[str, Fault, str], list[ErrorExample]] = defaultdict(list)
    for passage in gold:
        read = claims_by_id.get(passage.id, ())
        case = _Case(passage, read, pair_claims(passage.text, read, passage.claims))
        for name, agreement in _agreements(case).items():
            totals[name] += agreement
        for finding in _findings(case):
            examples[finding.group, finding.fault, finding.kind].append(finding.example)
    kinds: dict[str, list[ErrorKind]] = {name: [] for name in names}
    for (name, fault, kind), of_kind in examples.items():
        kinds[name].append(ErrorKind(fault=fault, kind=kind, examples=tuple(of_kind)))
    return ErrorReport(
        groups=tuple(
            ErrorGroup(name=name, agreement=totals[name], kinds=tuple(sorted(kinds[name], key=_rank))) for name in names
        )
    )


def _rank(kind: ErrorKind) -> tuple[int, int, str]:
    return _FAULTS.index(kind.fault), -kind.count, kind.kind


def _agreements(case: _Case) -> dict[str, Agreement]:
    compared = compare_claims(case.passage.text, case.predicted, case.gold)
    return {
        "claims": compared.detection,
        **compared.by_slot,
        "event_links": compared.event_links,
        "subset_of": _whole_agreement(case),
    }


def _findings(case: _Case) -> Iterator[_Finding]:
    yield from _claim_errors(case)
    yield from _fills_without_partner(case)
    for pair in case.pairs:
        yield from _count_errors(case, pair)
        yield from _quote_errors(case, pair)
        yield from _attribute_errors(case, pair)
        yield from _date_errors(case, pair)
    yield from _link_errors(case)
    yield from _whole_errors(case)


def _claim_errors(case: _Case) -> Iterator[_Finding]:
    """Gold claims that nothing is paired with, and predicted ones, by what the other side has at their anchors."""
    missed, spurious = case.missed(), case.spurious()
    for i in missed:
        claim = case.gold[i]
        there = [j for j, read in enumerate(case.predicted) if _same_anchors(read, claim)]
        kind, by = _claim_kind(claim, case.predicted, there, spurious, "another claim took the pair")
        if kind == "outcome confused":
            kind += f": {claim.outcome} → {case.predicted[by[0]].outcome}"
        yield _Finding("claims", "missed", kind, ErrorExample(passage=case.passage.id, gold=(i,), predicted=by))
    for j in spurious:
        claim = case.predicted[j]
        there = [i for i, true in enumerate(case.gold) if _same_anchors(claim, true)]
        kind, by = _claim_kind(claim, case.gold, there, missed, "repeats a paired claim")
        if kind == "outcome confused":
            kind += f": {case.gold[by[0]].outcome} → {claim.outcome}"
        yield _Finding("claims", "spurious", kind, ErrorExample(passage=case.passage.id, gold=by, predicted=(j,)))


def _claim_kind(
    claim: Claim, others: Sequence[Claim], there: Sequence[int], free: Sequence[int], double: str
) -> tuple[str, tuple[int, ...]]:
    """Why a claim has no partner.

    Args:
        claim: the claim.
        others: the claims of the other side.
        there: which of them are anchored at the same words.
        free: which of them have no partner either.
        double: the kind of a claim whose words the other side tells once less.

    Returns:
        The kind of error, and the claim of the other side that is to blame, where one is.
    """
    # of one outcome and anchored together, two claims without partners would have been paired with each other
    for kind, suspects in (
        ("outcome confused", [k for k in there if k in free]),
        (double, [k for k in there if others[k].outcome == claim.outcome]),
        ("beside a paired claim of another outcome", there),
    ):
        if suspects:
            return kind, (suspects[0],)
    return "nothing anchored there", ()


def _same_anchors(predicted: Claim, gold: Claim) -> bool:
    return can_pair(predicted.model_copy(update={"outcome": gold.outcome}), gold)


def _fills_without_partner(case: _Case) -> Iterator[_Finding]:
    for i in case.missed():
        for name, fills in slot_fills(case.gold[i]).items():
            example = ErrorExample(passage=case.passage.id, gold=(i,))
            yield from [_Finding(name, "missed", "the claim is missed", example)] * fills
    for j in case.spurious():
        for name, fills in slot_fills(case.predicted[j]).items():
            example = ErrorExample(passage=case.passage.id, predicted=(j,))
            yield from [_Finding(name, "spurious", "the claim is spurious", example)] * fills


def _count_errors(case: _Case, pair: ClaimPair) -> Iterator[_Finding]:
    """The count slot, that is the core, of a pair: which words were read, and as what."""
    if pair.agreement["count"]:
        return
    predicted, gold = case.predicted[pair.predicted], case.gold[pair.gold]
    read, true = span_of(predicted.count), span_of(gold.count)
    if predicted.unit != gold.unit:
        kind = f"unit: {gold.unit} → {predicted.unit}"
    elif read is None or true is None:
        if read is not None:
            kind = "words read, none in gold"
        else:
            kind = "no words read" if true is not None else "no words on either side, another value"
    elif _words(case.passage.text, read) == _words(case.passage.text, true):
        kind = "same words, another value"
    else:
        kind = "other bounds" if spans_overlap(read, true) else "other words read"
    yield _Finding("count", "wrong", kind, case.example(pair, true or read))


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].lower().split()


def _quote_errors(case: _Case, pair: ClaimPair) -> Iterator[_Finding]:
    """Fills of a pair that do not agree, by their place and by the role that the other side gives to their words."""
    text = case.passage.text
    predicted, gold = case.predicted[pair.predicted], case.gold[pair.gold]
    unmatched = {name: _unmatched(text, _spans(predicted, name), _spans(gold, name)) for name in QUOTED_SLOTS}

    def role(span: Span, others: dict[str, list[Span]]) -> str | None:
        return next((name for name in others if any(spans_agree(text, span, other) for other in others[name])), None)

    missed = {name: fills.missed for name, fills in unmatched.items()}
    spurious = {name: fills.spurious for name, fills in unmatched.items()}
    for name, fills in unmatched.items():
        for span in fills.moved:
            yield _Finding(name, "wrong", "other bounds", case.example(pair, span))
        for span in fills.missed:
            other = role(span, spurious)
            kind = f"role confused: read as {other}" if other else _place(span, gold)
            yield _Finding(name, "missed", kind, case.example(pair, span))
        for span in fills.spurious:
            other = role(span, missed)
            kind = f"role confused: {other} in gold" if other else _place(span, predicted)
            yield _Finding(name, "spurious", kind, case.example(pair, span))


def _spans(claim: Claim, name: str) -> list[Span]:
    field: OptionalQuote | Quote | tuple[Quote, ...] | None = getattr(claim, name)
    quotes = field if isinstance(field, tuple) else (field,)
    return [span for quote in quotes if (span := span_of(quote)) is not None]


def _unmatched(text: str, predicted: Sequence[Span], gold: Sequence[Span]) -> _Unmatched:
    """What is left when agreeing spans are taken out, in the order that the evaluation takes them."""
    _, spurious, missed = _take_out(predicted, gold, lambda span, other: spans_agree(text, span, other))
    moved, spurious, missed = _take_out(spurious, missed, spans_overlap)
    return _Unmatched(moved, missed, spurious)


def _take_out(
    predicted: Sequence[Span], gold: Sequence[Span], fit: Callable[[Span, Span], bool]
) -> tuple[list[Span], list[Span], list[Span]]:
    """Each predicted span, in turn, takes the first gold span that is still there and fits it.

    Returns:
        The gold spans that were taken, and the predicted and the gold ones that are left.
    """
    taken, left, free = [], [], list(gold)
    for span in predicted:
        partner = next((other for other in free if fit(span, other)), None)
        if partner is None:
            left.append(span)
        else:
            free.remove(partner)
            taken.append(partner)
    return taken, left, free


def _place(span: Span, claim: Claim) -> str:
    inside = claim.evidence.start <= span.start and span.end <= claim.evidence.end
    return "in the evidence" if inside else "beyond the evidence"


def _attribute_errors(case: _Case, pair: ClaimPair) -> Iterator[_Finding]:
    for name, read in _ATTRIBUTES.items():
        said, true = read(case.predicted[pair.predicted]), read(case.gold[pair.gold])
        if said != true:
            yield _Finding(name, _fault(said, true), f"{true or 'none'} → {said or 'none'}", case.example(pair))


def _date_errors(case: _Case, pair: ClaimPair) -> Iterator[_Finding]:
    """Dates of a pair that differ, by whether they were resolved from the same words."""
    predicted, gold = case.predicted[pair.predicted], case.gold[pair.gold]
    said, true = _dates(predicted), _dates(gold)
    if said == true:
        return
    words = "same words" if pair.agreement["time"] else "other words"
    if said is None:
        kind = "no time read" if predicted.time is None else f"{words}, not resolved"
    elif true is None:
        kind = "no time in gold" if gold.time is None else f"{words}, not resolved in gold"
    else:
        kind = f"{words}, other dates"
    span = span_of(gold.time) or span_of(predicted.time)
    yield _Finding("time_value", _fault(said, true), kind, case.example(pair, span))


def _dates(claim: Claim) -> Hashable | None:
    if claim.time is None or claim.time.earliest is None:
        return None
    return claim.time.earliest, claim.time.latest


def _fault(said: Hashable | None, true: Hashable | None) -> Fault:
    if said is None:
        return "missed"
    return "spurious" if true is None else "wrong"


def _link_errors(case: _Case) -> Iterator[_Finding]:
    """Two paired claims that are of one event on one side alone."""
    gold_of = case.gold_of
    predicted_of = {i: j for j, i in gold_of.items()}
    said = {frozenset(gold_of[j] for j in link) for link in event_links(case.predicted, gold_of)}
    true = event_links(case.gold, gold_of.values())
    faults: tuple[tuple[Fault, set[frozenset[int]]], ...] = (("missed", true - said), ("spurious", said - true))
    for fault, links in faults:
        for both in sorted(sorted(link) for link in links):
            evidence = [span_of(case.gold[i].evidence) for i in both]
            kind = "in one sentence" if spans_overlap(evidence[0], evidence[1]) else "across sentences"
            partners = tuple(predicted_of[i] for i in both)
            example = ErrorExample(passage=case.passage.id, gold=tuple(both), predicted=partners)
            yield _Finding("event_links", fault, kind, example)


def _whole_agreement(case: _Case) -> Agreement:
    agreeing = sum(
        case.gold[pair.gold].subset_of is not None and _whole_read(case, pair) == case.gold[pair.gold].subset_of
        for pair in case.pairs
    )
    predicted, gold = (sum(claim.subset_of is not None for claim in claims) for claims in (case.predicted, case.gold))
    return Agreement(agreeing, predicted, gold)


def _whole_read(case: _Case, pair: ClaimPair) -> int | None:
    """The gold partner of the claim that a predicted one is said to be part of."""
    whole = case.predicted[pair.predicted].subset_of
    return None if whole is None else case.gold_of.get(whole)


def _whole_errors(case: _Case) -> Iterator[_Finding]:
    """Claims whose ``subset_of`` differs."""
    for i in case.missed():
        if case.gold[i].subset_of is not None:
            example = ErrorExample(passage=case.passage.id, gold=(i,))
            yield _Finding("subset_of", "missed", "the claim is missed", example)
    for j in case.spurious():
        if case.predicted[j].subset_of is not None:
            example = ErrorExample(passage=case.passage.id, predicted=(j,))
            yield _Finding("subset_of", "spurious", "the claim is spurious", example)
    for pair in case.pairs:
        said, true = case.predicted[pair.predicted].subset_of, case.gold[pair.gold].subset_of
        fault = _fault(said, true)
        if fault == "missed" and true is not None:
            found = true in case.gold_of.values()
            yield _Finding("subset_of", fault, "no whole named" if found else "the whole is missed", case.example(pair))
        elif fault == "spurious":
            yield _Finding("subset_of", fault, "no whole in gold", case.example(pair))
        elif _whole_read(case, pair) != true:
            yield _Finding("subset_of", fault, "another whole", case.example(pair))
