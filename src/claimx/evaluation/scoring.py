"""Score predicted claims against gold ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimx.evaluation.agreement import Agreement
from claimx.evaluation.claim_calibration import calibrate
from claimx.evaluation.passage_agreement import PassageAgreement, compare_claims
from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.score_value import Score
from claimx.evaluation.slots import SLOTS
from claimx.schema.passage import Passage

UNNAMED_SOURCE = "all"
"""The source under which passages without one are reported."""


def score_passages(gold: Sequence[Passage], predicted: Sequence[Passage]) -> EvaluationReport:
    """Score predicted claims against gold ones, with the definitions of the annotation guidelines' scorer.

    A predicted and a gold claim of one passage can be paired when their outcomes agree and their anchors
    (trigger, count or victims) overlap; pairs are one to one and agree on as much as possible. See
    :class:`~claimx.evaluation.report.EvaluationReport` for what is measured on them.

    Args:
        gold: the annotated passages; their texts and sources are the ones that count.
        predicted: the same passages with the claims that were read, in any order, paired with gold by id (the
            last of several with one id). A gold passage without a prediction counts as predicted empty; a
            prediction without a gold passage is ignored.

    Returns:
        The report; its ``to_dict()`` is interchangeable with the output of ``score.py --json``.
    """
    claims_by_id = {passage.id: passage.claims for passage in predicted}
    results = [compare_claims(passage.text, claims_by_id.get(passage.id, ()), passage.claims) for passage in gold]
    core = _total(result.core for result in results)
    by_slot = _slot_totals(results) if core.gold else {}
    judgements = [judgement for result in results for judgement in result.judgements]
    return EvaluationReport(
        detection=Score.of(_total(result.detection for result in results)),
        core=Score.of(core),
        full=Score.of(_total(result.full for result in results)),
        slots=Score.of(_total(by_slot.values())),
        by_slot={name: Score.of(counts) for name, counts in by_slot.items()},
        event_links=Score.of(_total(result.event_links for result in results)),
        core_by_source=_core_by_source(gold, results),
        calibration=calibrate(
            [confidence for confidence, _ in judgements], [right for _, right in judgements], core.gold
        ),
    )


def _total(counts: Iterable[Agreement]) -> Agreement:
    return sum(counts, start=Agreement())


def _slot_totals(results: Sequence[PassageAgreement]) -> dict[str, Agreement]:
    return {slot.name: _total(result.by_slot[slot.name] for result in results) for slot in SLOTS}


def _core_by_source(gold: Sequence[Passage], results: Sequence[PassageAgreement]) -> dict[str, float]:
    by_source: defaultdict[str, Agreement] = defaultdict(Agreement)
    for passage, result in zip(gold, results, strict=True):
        by_source[passage.source or UNNAMED_SOURCE] += result.core
    return {source: Score.of(counts).f1 for source, counts in sorted(by_source.items())}
