"""``claimx extract``: the claims of one article."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.errors import InvalidTextError


class Format(StrEnum):
    """How claims are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def extract_command(
    file: Annotated[str, typer.Argument(help="A text file in UTF-8, or - for standard input.")] = "-",
    published: Annotated[
        str | None, typer.Option(help="Publication date (2019-05-31), against which 'on Friday' is resolved.")
    ] = None,
    output: Annotated[
        Format, typer.Option("--format", "-f", help="table for people; json (one list) or jsonl (one claim a line).")
    ] = Format.table,
    min_confidence: Annotated[
        float | None,
        typer.Option(help="Least confidence of a claim to print (0 to 1); the model's own if not given."),
    ] = None,
    model: Annotated[Path | None, typer.Option(help="A model folder; the default model where none is named.")] = None,
) -> None:
    """Read a news article and print its casualty claims."""
    from claimx.api import extract
    from claimx.normalize.probability import probability
    from claimx.normalize.publication import publication_date

    day = publication_date(published)  # before the text is read or a model loaded: the cheapest error first
    least = probability(min_confidence)
    claims = extract(_read(file), day, min_confidence=least, model=model)
    if output is Format.table:
        from rich.console import Console

        from claimx.reports.claims_table import claims_table

        console = Console()
        if not console.is_terminal:
            console = Console(width=120)
        console.print(claims_table(claims))
        return
    records = [claim.model_dump(mode="json") for claim in claims]
    if output is Format.json:
        typer.echo(json.dumps(records, indent=2, ensure_ascii=False))
    else:
        for record in records:
            typer.echo(json.dumps(record, ensure_ascii=False))


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InvalidTextError(f"{file}: cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidTextError(
            f"{'standard input' if file == '-' else file}: not UTF-8 text (byte {error.start}: {error.reason})"
        ) from error
