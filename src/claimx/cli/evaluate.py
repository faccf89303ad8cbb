"""``claimx evaluate``: score a model on an annotated corpus."""

import json
from pathlib import Path
from typing import Annotated

import typer

from claimx.pipeline.precision import Precision


def evaluate_command(
    model: Annotated[str, typer.Argument(help="A model folder, or 'default' for the model that comes with claimx.")],
    corpus: Annotated[Path, typer.Argument(help="An annotated corpus (JSON Lines).")],
    precision: Annotated[
        Precision, typer.Option(help="Read with what this machine is fastest with, or alike on every machine.")
    ] = Precision.auto,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the figures here as JSON.")] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="Write the predicted passages here (JSON Lines), to look at or score elsewhere.")
    ] = None,
    errors: Annotated[
        Path | None, typer.Option(help="Write the errors by kind here (Markdown; passage ids and indices, no text).")
    ] = None,
) -> None:
    """Print detection, core, slot, event and calibration figures of a model on a corpus."""
    from rich.console import Console

    from claimx.api import load
    from claimx.corpora.jsonl import read_passages, write_passages
    from claimx.evaluation.errors.analysis import analyse_errors
    from claimx.evaluation.scoring import score_passages
    from claimx.pipeline.predict import predict_passages
    from claimx.reports.error_table import error_markdown
    from claimx.reports.output import check_writable
    from claimx.reports.score_table import format_report

    for path in (json_file, predictions, errors):
        if path is not None:
            check_writable(path)
    gold = read_passages(corpus)
    predicted = predict_passages(load(None if model == "default" else model, precision=precision), gold)
    report = score_passages(gold, predicted)
    Console().print(format_report(report))
    if json_file is not None:
        json_file.write_text(json.dumps(report.to_dict(), indent=1) + "\n", encoding="utf-8")
    if predictions is not None:
        write_passages(predicted, predictions)
    if errors is not None:
        errors.write_text(error_markdown(analyse_errors(gold, predicted)), encoding="utf-8")
