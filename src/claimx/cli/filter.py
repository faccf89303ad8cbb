"""``claimx filter``: teach a model's filter, which spares the encoder what tells no casualty."""

import logging
from pathlib import Path
from typing import Annotated

import typer


def filter_command(
    model: Annotated[Path, typer.Argument(help="The model folder; the filter is written into it.")],
    corpus: Annotated[Path, typer.Argument(help="Passages to learn from, of which most have claims (JSON Lines).")],
    also: Annotated[
        list[Path] | None,
        typer.Option(help="More texts to learn from (JSON Lines with a field text, also gzipped); may be repeated."),
    ] = None,
    dev: Annotated[Path | None, typer.Option(help="Passages to report on; never learned from.")] = None,
    lost: Annotated[
        float, typer.Option(min=0, max=0.1, help="Share of the corpus' claims that may be lost, out of fold.")
    ] = 0.004,
    limit: Annotated[int | None, typer.Option(min=1, help="Read at most so many passages of each file.")] = None,
) -> None:
    """Learn a model's filter from what the model finds in texts, measure it, and write it into the model folder."""
    from itertools import islice

    from rich.console import Console
    from rich.logging import RichHandler

    from claimx.api import load
    from claimx.corpora.jsonl import iter_passages
    from claimx.corpora.texts import iter_texts
    from claimx.filtering.install import install_filter
    from claimx.filtering.train import train_filter
    from claimx.pipeline.filter import ClaimFilter
    from claimx.reports.filter_table import filter_table

    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[RichHandler(show_path=False)])
    logging.getLogger("claimx").setLevel(logging.INFO)
    lots = {path.name.split(".")[0]: list(islice(iter_texts(path), limit)) for path in also or ()}
    component = ClaimFilter("claimx_filter")
    component.set_filter(
        *train_filter(
            load(model),
            list(islice(iter_passages(corpus), limit)),
            lots,
            list(islice(iter_passages(dev), limit)) if dev else [],
            lost,
        )
    )
    install_filter(component, model)
    Console().print(filter_table(component.measured))
    typer.echo(f"filter written to {model / 'claimx_filter'}")
