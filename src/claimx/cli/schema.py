"""``claimx schema``: the JSON Schema of claims."""

import json
from typing import Annotated, Literal

import typer

Record = Literal["claim", "passage"]


def schema_command(
    record: Annotated[Record, typer.Argument(help="A claim, or a passage (a corpus line) with its claims.")] = "claim",
) -> None:
    """Print the JSON Schema of a claim or of an annotated passage."""
    from claimx.schema.claim import Claim
    from claimx.schema.passage import Passage

    model = Claim if record == "claim" else Passage
    typer.echo(json.dumps(model.model_json_schema(), indent=2))
