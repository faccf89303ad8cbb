"""What each idea of the training gives: short runs with and without it, over several seeds.

    python benchmarks/ablations.py train.jsonl dev.jsonl runs --start first-model --cases cases.jsonl --read read.jsonl

Every run makes as many steps: it sees ``--passages`` passages ``--epochs`` times, going on from the same first model,
and differs from the run named "base" in one thing. So few steps teach less than a full training does, so
the differences tell which ideas help, not how far they carry. A folder that already holds a run's metrics is not run
again: several processes can share the work (``--only``), and the last prints the table.
"""

import json
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from claimx.corpora.jsonl import read_passages
from claimx.schema.passage import Passage
from claimx.training.config import TrainingConfig
from claimx.training.networks import fresh_networks, trained_networks
from claimx.training.pretrained import minilm_path
from claimx.training.run import TrainingCorpora, train_model

_FIGURES = ("core", "slots", "event_links")


@dataclass(frozen=True)
class Arm:
    """A kind of run.

    Attributes:
        about: what differs from the base, for the table.
        settings: settings that differ.
        mixed: the corpus that takes the place of half of the gold passages; None for none.
        fresh: whether it starts from the bare encoder in place of the first model.
    """

    about: str
    settings: dict[str, Any] = field(default_factory=dict)
    mixed: str | None = None
    fresh: bool = False


ARMS = {
    "base": Arm("gold passages, all of the below"),
    "no-augmentation": Arm(
        "no other numbers, names and dates, no joined texts, no other letter case, no hidden pieces",
        {"rewrite_rate": 0.0, "join_rate": 0.0, "case_rate": 0.0, "mask_rate": 0.0},
    ),
    "no-rewriting": Arm("no other numbers, names and dates", {"rewrite_rate": 0.0}),
    "no-class-balance": Arm("no weights for rare classes", {"class_balance": 0.0}),
    "cases": Arm("half of the gold passages replaced by invented ones", mixed="cases"),
    "read": Arm("half of the gold passages replaced by newly annotated ones", mixed="read"),
    "no-first-model": Arm("from the bare encoder: no silver passages and no hidden words before", fresh=True),
}


def main(
    train: Annotated[Path, typer.Argument(help="Passages with gold claims.")],
    dev: Annotated[Path, typer.Argument(help="Passages to report on.")],
    runs: Annotated[Path, typer.Argument(help="Folder for the models.")],
    start: Annotated[Path, typer.Option(help="The first model.")],
    cases: Annotated[Path | None, typer.Option(help="Invented passages.")] = None,
    read: Annotated[Path | None, typer.Option(help="Newly annotated passages.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Arms to run; all where none is named.")] = None,
    passages: Annotated[int, typer.Option(help="Passages that a run learns from.")] = 450,
    epochs: Annotated[int, typer.Option(help="How often it sees them.")] = 2,
    seeds: Annotated[int, typer.Option(help="Runs of each arm.")] = 3,
) -> None:
    """Run what has not been run, then print the mean and the spread of each arm."""
    gold = read_passages(train)
    other = {name: read_passages(path) for name, path in (("cases", cases), ("read", read)) if path is not None}
    for seed in range(seeds):
        for name in only or ARMS:
            arm, output = ARMS[name], runs / f"{name}-{seed}"
            if (output / "metrics.json").exists() or (arm.mixed and arm.mixed not in other):
                continue
            config = TrainingConfig(
                **{"epochs": epochs, "batch_tokens": 1000, "encoder_learning_rate": 1.5e-4, "head_learning_rate": 7e-4}
                | {"class_balance": 0.4, "seed": seed}
                | arm.settings
            )
            networks = fresh_networks(minilm_path(), config) if arm.fresh else trained_networks(start, config)
            corpora = _corpora(gold, other.get(arm.mixed or "", ()), passages, seed, read_passages(dev))
            output.mkdir(parents=True, exist_ok=True)
            train_model(corpora, output, networks, config)
    Console(width=120).print(table(runs, seeds))


def _corpora(
    gold: Sequence[Passage], mixed: Sequence[Passage], size: int, seed: int, dev: Sequence[Passage]
) -> TrainingCorpora:
    """A sample of the passages: the same gold ones for every arm of a seed."""
    chosen = random.Random(seed).sample(list(gold), size)
    if not mixed:
        return TrainingCorpora(train=chosen, dev=dev)
    also = random.Random(seed).sample(list(mixed), size // 2)
    return TrainingCorpora(train=chosen[: size - size // 2], also=also, dev=dev)


def table(runs: Path, seeds: int) -> Table:
    """Mean and sample standard deviation of each arm's dev figures."""
    made = Table("arm", "what differs", *_FIGURES, "runs")
    for name, arm in ARMS.items():
        found = [runs / f"{name}-{seed}" / "metrics.json" for seed in range(seeds)]
        metrics = [json.loads(path.read_text(encoding="utf-8")) for path in found if path.exists()]
        cells = []
        for figure in _FIGURES:
            values = [run[figure]["f1"] for run in metrics if figure in run]
            spread = f" ± {statistics.stdev(values):.3f}" if len(values) > 1 else ""
            cells.append(f"{statistics.mean(values):.3f}{spread}" if values else "")
        made.add_row(name, arm.about, *cells, str(len(metrics)))
    return made


if __name__ == "__main__":
    typer.run(main)
