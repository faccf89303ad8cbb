"""The ``claimx`` command."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from claimx import __version__
from claimx.cli import batch, corpus, evaluate, extract, filter, quantise, schema, train
from claimx.errors import ClaimxError

app = typer.Typer(
    name="claimx",
    help="Casualty claims from news text: who says that how many of whom were killed, injured, missing or abducted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract")(extract.extract_command)
app.command("batch")(batch.batch_command)
app.command("train")(train.train_command)
app.command("evaluate")(evaluate.evaluate_command)
app.command("filter")(filter.filter_command)
app.command("quantise")(quantise.quantise_command)
app.command("schema")(schema.schema_command)
app.add_typer(corpus.app, name="corpus")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line: errors of the user's are one line on standard error, exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # News is full of characters that a terminal of the last century lacks; programs read UTF-8.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        app()
    except ClaimxError as error:
        typer.echo(f"claimx: {error}", err=True)
        sys.exit(2)
