"""An error analysis as a Markdown report; it names errors by passage id and claim index and quotes no text."""

from collections.abc import Iterable, Iterator, Sequence

from claimx.evaluation.errors.kinds import ErrorExample, ErrorGroup, ErrorKind, ErrorReport

_HEAD = """# Errors by kind

What is missed or wrong costs recall, what is wrong or spurious costs precision. Shares are of the group's gold.
Examples are passage id, `g` index of the gold claim, `p` index of the predicted claim (both from 0, in their passage),
and the offsets of the words in question.
"""


def error_markdown(report: ErrorReport, examples: int = 3) -> str:
    """Lay out an error analysis: a table a group, with kind, count, share and examples.

    Args:
        report: the result of :func:`claimx.evaluation.errors.analysis.analyse_errors`.
        examples: how many examples of each kind to name, from as many passages as there are.
    """
    return "\n".join([_HEAD, *(line for group in report.groups for line in _group_lines(group, examples))])


def _group_lines(group: ErrorGroup, examples: int) -> Iterator[str]:
    total = group.agreement
    yield f"## {group.name}\n"
    yield f"{total.gold} in gold, {total.predicted} predicted, {total.agreeing} agree.\n"
    if not group.kinds:
        return
    yield "| kind | count | share | examples |"
    yield "| --- | ---: | ---: | --- |"
    for kind in group.kinds:
        share = f"{kind.count / total.gold:.1%}" if total.gold else "–"
        named = "; ".join(_named(example) for example in _spread(kind, examples))
        yield f"| {kind.fault}: {kind.kind} | {kind.count} | {share} | {named} |"
    yield ""


def _spread(kind: ErrorKind, wanted: int) -> Sequence[ErrorExample]:
    """Some examples: one a passage first, then others, each once."""
    of_passages = {example.passage: example for example in reversed(kind.examples)}
    firsts = sorted(of_passages.values(), key=kind.examples.index)
    return list(dict.fromkeys([*firsts, *kind.examples]))[:wanted]


def _named(example: ErrorExample) -> str:
    passage = example.passage.replace("|", "\\|")
    claims = [f"{side}{_joined(of)}" for side, of in (("g", example.gold), ("p", example.predicted)) if of]
    at = [] if example.span is None else [f"{example.span.start}:{example.span.end}"]
    return " ".join([passage, *claims, *at])


def _joined(indices: Iterable[int]) -> str:
    return "+".join(str(index) for index in indices)
