"""Mean and spread of the dev figures of models that differ in their seed.

    for seed in 0 1 2; do claimx train train.jsonl runs/$seed --seed $seed --dev dev.jsonl; done
    python benchmarks/spread.py runs/0 runs/1 runs/2

Reads the ``metrics.json`` that ``claimx train`` writes, and prints the mean, the sample standard deviation, and the
lowest and highest of each figure.
"""

import json
import statistics
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table


def figures(metrics: dict[str, Any]) -> dict[str, float]:
    """The figures of a run by name."""
    told = {name: value["f1"] for name, value in metrics.items() if isinstance(value, dict) and "f1" in value}
    told |= {name: value for name, value in metrics.get("calibration", {}).items() if value is not None}
    entities = metrics.get("entities")
    if entities:
        told["entities (micro)"] = entities["micro"]["f1"]
        told |= {f"entities: {kind}": score["f1"] for kind, score in entities["by_type"].items()}
    return told


def main(models: Annotated[list[Path], typer.Argument(help="Model folders.")]) -> None:
    """Print the table."""
    runs = [figures(json.loads((model / "metrics.json").read_text(encoding="utf-8"))) for model in models]
    table = Table("figure", title=f"{len(runs)} runs")
    for heading in ("mean", "st. dev.", "lowest", "highest"):
        table.add_column(heading, justify="right")
    for name in runs[0]:
        values = [run[name] for run in runs if name in run]
        spread = statistics.stdev(values) if len(values) > 1 else 0.0
        table.add_row(name, *(f"{value:.3f}" for value in (statistics.mean(values), spread, min(values), max(values))))
    Console(width=100).print(table)


if __name__ == "__main__":
    typer.run(main)
