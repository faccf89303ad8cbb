"""How often parse_count gives the numbers that annotators gave to the same words, and how fast it is.

    python benchmarks/counts.py ../shared/claims/train.jsonl ../shared/claims/dev.jsonl

Of every claim whose count has words of its own, value, min, max and modifier must all equal the annotation. The speed
is that of expressions read for the first time: parse_count remembers what it has read.
"""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from claimx.corpora.jsonl import iter_passages
from claimx.normalize.counts import parse_count
from claimx.schema.claim import Count
from claimx.schema.labels import MODIFIERS

FIELDS = ("value", "min", "max", "modifier")


def gold_counts(corpus: Path) -> list[Count]:
    """The annotated counts of a corpus that have words of their own."""
    return [claim.count for passage in iter_passages(corpus) for claim in passage.claims if claim.count.text]


def numbers(count: Any) -> tuple[Any, ...]:
    """What is compared of a count, annotated or read."""
    return tuple(getattr(count, field) for field in FIELDS)


def calls_a_second(counts: list[Count]) -> float:
    """How many expressions a second are read for the first time in this process."""
    texts = {str(count.text) for count in counts}
    began = time.perf_counter()
    for text in texts:
        parse_count(text)
    return len(texts) / (time.perf_counter() - began)


def figures(counts: list[Count]) -> dict[str, Any]:
    """Number and share of the counts that are read as annotated, of all and by the annotated modifier."""
    total = Counter(count.modifier for count in counts)
    right = Counter(count.modifier for count in counts if numbers(parse_count(str(count.text))) == numbers(count))
    by_modifier = {name: share(right[name], total[name]) for name in MODIFIERS if total[name]}
    return {"all": share(right.total(), total.total()), **by_modifier}


def share(right: int, total: int) -> dict[str, Any]:
    """A share and the numbers that it is of."""
    return {"right": right, "total": total, "share": round(right / total, 4) if total else None}


def show(told: dict[str, dict[str, Any]]) -> Table:
    """The table of all corpora, a row for each modifier."""
    table = Table("count", title="value, min, max and modifier all as annotated")
    rows = ["all", *(name for name in MODIFIERS if any(name in corpus for corpus in told.values()))]
    for name in told:
        table.add_column(Path(name).name, justify="right")
    for row in rows:
        cells = (corpus.get(row) for corpus in told.values())
        table.add_row(row, *(f"{c['right']}/{c['total']} {c['share']:.1%}" if c and c["total"] else "" for c in cells))
    return table


def show_failures(counts: list[Count]) -> Table:
    """The expressions that are read otherwise than annotated, the most frequent first."""
    differ = Counter(
        (str(count.text), numbers(count), numbers(read))
        for count in counts
        if numbers(read := parse_count(str(count.text))) != numbers(count)
    )
    table = Table("times", "expression", "annotated", "read")
    for (text, gold, read), times in differ.most_common():
        table.add_row(str(times), text, str(gold), str(read))
    return table


def main(
    corpora: Annotated[list[Path], typer.Argument(help="Annotated passages (JSON Lines).")],
    output: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file too.")] = None,
    failures: Annotated[bool, typer.Option(help="Also print what differs (it quotes the corpus).")] = False,
) -> None:
    """Print the figures of each corpus."""
    counts = {str(corpus): gold_counts(corpus) for corpus in corpora}
    speed = calls_a_second([count for group in counts.values() for count in group])
    told = {name: figures(group) for name, group in counts.items()}
    console = Console(width=120)
    console.print(show(told))
    console.print(f"{speed:,.0f} expressions a second, each read for the first time")
    if failures:
        for group in counts.values():
            console.print(show_failures(group))
    if output:
        output.write_text(json.dumps({"corpora": told, "calls_a_second": round(speed)}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    typer.run(main)
