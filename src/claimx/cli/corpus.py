"""``claimx corpus``: look after annotated corpora."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Check and describe annotated corpora.", no_args_is_help=True)


@app.command("validate")
def validate_command(corpus: Annotated[Path, typer.Argument(help="A JSON Lines corpus.")]) -> None:
    """Check every line of a corpus: fields, offsets, events; the first error is named with file, line and field."""
    from claimx.corpora.jsonl import read_passages

    passages = read_passages(corpus)
    claims = [claim for passage in passages for claim in passage.claims]
    outcomes = Counter(claim.outcome for claim in claims)
    told = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()) or "none"
    typer.echo(f"{corpus}: {len(passages)} passages, {len(claims)} claims ({told}): all in order")
