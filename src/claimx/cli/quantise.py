"""``claimx quantise``: let a trained model read in 8-bit integers."""

from pathlib import Path
from typing import Annotated

import typer


def quantise_command(
    model: Annotated[Path, typer.Argument(help="The model folder; what is measured is written into it.")],
    corpus: Annotated[Path, typer.Argument(help="Passages to measure on, 200 of them (JSON Lines).")],
    dev: Annotated[Path | None, typer.Option(help="Annotated passages to score both number formats on.")] = None,
) -> None:
    """Measure what the layers of a model are given, so that it reads faster; ``claimx train`` has done it already."""
    from rich.console import Console

    from claimx.api import load
    from claimx.corpora.jsonl import read_passages
    from claimx.evaluation.scoring import score_passages
    from claimx.pipeline.number_format import number_format, reading_device
    from claimx.pipeline.precision import Precision
    from claimx.pipeline.predict import predict_passages
    from claimx.reports.score_table import format_report
    from claimx.training.ranges import write_ranges

    write_ranges(load(model), read_passages(corpus), model)
    (model / "meta.json").touch()  # a folder is loaded anew when this file is
    gold = read_passages(dev) if dev else []
    for precision in Precision if gold else ():
        name = number_format(precision, reading_device())
        typer.echo(f"{precision}, which is {name} on this machine:")
        Console().print(format_report(score_passages(gold, predict_passages(load(model, precision=precision), gold))))
    typer.echo(f"ranges written to {model}")
