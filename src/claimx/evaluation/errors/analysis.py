"""Sort what predicted claims get wrong into kinds, to see what is still to be done.

The groups are the measures of :func:`claimx.evaluation.scoring.score_passages`, and hold the same numbers: every
thing that an evaluation counts as not found or not right is one error of exactly one kind.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.errors.attributes import attribute_errors
from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.claims import claim_errors
from claimx.evaluation.errors.counts import count_errors
from claimx.evaluation.errors.dates import date_errors
from claimx.evaluation.errors.faults import FAULTS, Fault
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.errors.kinds import ErrorExample, ErrorGroup, ErrorKind, ErrorReport
from claimx.evaluation.errors.links import link_errors
from claimx.evaluation.errors.quotes import quote_errors
from claimx.evaluation.errors.unpaired import unpaired_errors
from claimx.evaluation.errors.wholes import whole_agreement, whole_errors
from claimx.evaluation.pairing import pair_claims
from claimx.evaluation.passage_agreement import compare_claims
from claimx.evaluation.slots import SLOTS
from claimx.schema.passage import Passage

_OF_PASSAGE = (claim_errors, unpaired_errors, link_errors)
_OF_PAIR = (count_errors, quote_errors, attribute_errors, date_errors, whole_errors)


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
        case = Case(passage, read, pair_claims(passage.text, read, passage.claims))
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
    return FAULTS.index(kind.fault), -kind.count, kind.kind


def _agreements(case: Case) -> dict[str, Agreement]:
    compared = compare_claims(case.passage.text, case.predicted, case.gold)
    return {
        "claims": compared.detection,
        **compared.by_slot,
        "event_links": compared.event_links,
        "subset_of": whole_agreement(case),
    }


def _findings(case: Case) -> Iterator[Finding]:
    for errors_of_passage in _OF_PASSAGE:
        yield from errors_of_passage(case)
    for pair in case.pairs:
        for errors_of_pair in _OF_PAIR:
            yield from errors_of_pair(case, pair)
