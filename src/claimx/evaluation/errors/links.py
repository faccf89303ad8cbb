"""Errors of the event links between claims."""

from collections.abc import Iterator

from claimx.evaluation.errors.case import Case
from claimx.evaluation.errors.faults import Fault
from claimx.evaluation.errors.finding import Finding
from claimx.evaluation.event_links import event_links
from claimx.evaluation.span_match import span_of, spans_overlap


def link_errors(case: Case) -> Iterator[Finding]:
    """Two paired claims that are of one event on one side alone, by whether one sentence tells of both.

    Args:
        case: the passage.

    Yields:
        An error of the group ``event_links`` for each link that is missed or spurious.
    """
    gold_of = case.gold_of
    predicted_of = {i: j for j, i in gold_of.items()}
    said = {frozenset(gold_of[j] for j in link) for link in event_links(case.predicted, gold_of)}
    true = event_links(case.gold, gold_of.values())
    faults: tuple[tuple[Fault, set[frozenset[int]]], ...] = (("missed", true - said), ("spurious", said - true))
    for fault, links in faults:
        for both in sorted(sorted(link) for link in links):
            first, second = (span_of(case.gold[i].evidence) for i in both)
            kind = "in one sentence" if spans_overlap(first, second) else "across sentences"
            example = case.example(gold=tuple(both), predicted=tuple(predicted_of[i] for i in both))
            yield Finding("event_links", fault, kind, example)
