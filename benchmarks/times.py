"""How often resolve_time gives the days that annotators gave to the same words.

    python benchmarks/times.py ../shared/claims/dev.jsonl

Every annotated time expression is read twice: from its words and the publication date (or the dateline's, where none is
given) alone, and with the passage up to it as context, which is how the pipeline reads it. "Dated" are the claims whose
annotation tells at least one day; they are exact where first and last day both equal the annotation (an unknown one
must stay unknown), of a wrong year where both tell the same end and its year differs, unresolved where nothing is told.
"Spurious" is the share of the undated claims that are given a day.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer
from rich.console import Console
from rich.table import Table

from claimx.assembling.timing import publication_day, time_in_text
from claimx.corpora.jsonl import iter_passages
from claimx.normalize.times import TimeValue, resolve_time

MODES = ("text and date", "with context")


class Case(NamedTuple):
    """An annotated time expression and the two ways of reading it."""

    passage: str
    published: date | None
    text: str
    gold: TimeValue
    read: tuple[TimeValue, TimeValue]


def iter_cases(corpus: Path) -> Iterator[Case]:
    """Read every annotated time expression of a corpus."""
    for passage in iter_passages(corpus):
        published = publication_day(passage.text, passage.published)
        for time in (claim.time for claim in passage.claims if claim.time):
            read = (
                resolve_time(time.text, published),
                time_in_text(passage.text, time.end, time.text, published),
            )
            yield Case(passage.id, published, time.text, TimeValue(time.earliest, time.latest), read)


def days(value: TimeValue) -> tuple[date | None, date | None]:
    """First and last day."""
    return value.earliest, value.latest


def verdict(gold: TimeValue, read: TimeValue) -> str:
    """What is to be said of a reading."""
    if days(read) == days(gold):
        return "exact" if any(days(gold)) else "rightly undated"
    if not any(days(gold)):
        return "spurious"
    if not any(days(read)):
        return "unresolved"
    wrong = any(a and b and a.year != b.year for a, b in zip(days(gold), days(read), strict=True))
    return "wrong year" if wrong else "other"


def figures(cases: list[Case], mode: int) -> dict[str, Any]:
    """Numbers and shares of the verdicts."""
    counts = Counter(verdict(case.gold, case.read[mode]) for case in cases)
    undated = counts["spurious"] + counts["rightly undated"]
    dated = len(cases) - undated
    told: dict[str, Any] = {"dated": dated, "undated": undated}
    for name in ("exact", "wrong year", "unresolved"):
        told[name] = round(counts[name] / dated, 4) if dated else None
    told["spurious"] = round(counts["spurious"] / undated, 4) if undated else None
    return told


def corpus_figures(cases: list[Case]) -> dict[str, dict[str, Any]]:
    """The figures of all claims and of those with a publication date, by way of reading."""
    groups = {"all": cases, "publication date known": [case for case in cases if case.published]}
    return {f"{mode}; {name}": figures(group, i) for i, mode in enumerate(MODES) for name, group in groups.items()}


def show(corpus: str, told: dict[str, dict[str, Any]]) -> Table:
    """The table of a corpus."""
    table = Table("claims with a time expression", title=corpus)
    for heading in next(iter(told.values())):
        table.add_column(heading, justify="right")
    for name, row in told.items():
        table.add_row(name, *(_cell(value) for value in row.values()))
    return table


def _cell(value: float | int | None) -> str:
    return f"{value:.1%}" if isinstance(value, float) else "" if value is None else str(value)


def show_failures(cases: list[Case], mode: int) -> Table:
    """What differs from the annotation, the most frequent first."""
    differ = Counter(
        (said, case.passage, str(case.published or ""), case.text, _interval(case.gold), _interval(case.read[mode]))
        for case in cases
        if (said := verdict(case.gold, case.read[mode])) not in ("exact", "rightly undated")
    )
    table = Table("times", "verdict", "passage", "published", "expression", "annotated", "read", title=MODES[mode])
    for cells, times in differ.most_common():
        table.add_row(str(times), *cells)
    return table


def _interval(value: TimeValue) -> str:
    return "..".join(str(day or "") for day in days(value)) if any(days(value)) else ""


def main(
    corpora: Annotated[list[Path], typer.Argument(help="Annotated passages (JSON Lines).")],
    output: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file too.")] = None,
    failures: Annotated[bool, typer.Option(help="Also print what differs (it quotes the corpus).")] = False,
) -> None:
    """Print the figures of each corpus."""
    console = Console(width=160 if failures else 120)
    told = {}
    for corpus in corpora:
        cases = list(iter_cases(corpus))
        told[str(corpus)] = corpus_figures(cases)
        console.print(show(str(corpus), told[str(corpus)]))
        for mode in range(len(MODES)) if failures else ():
            console.print(show_failures(cases, mode))
    if output:
        output.write_text(json.dumps(told, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    typer.run(main)
