"""``python -m tests.behaviour``: the pass rates of a model, capability by capability."""

from pathlib import Path
from typing import Annotated

import typer

import claimx
from tests.behaviour.measure import measure
from tests.behaviour.suite import SUITE
from tests.behaviour.table import failure_lines, table_lines


def main(
    model: Annotated[Path | None, typer.Option(help="A model folder; the default model where none is named.")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="List the cases that failed, and why.")] = False,
    capability: Annotated[list[str] | None, typer.Option(help="Only this one; may be given several times.")] = None,
) -> None:
    """Run the behaviour tests and print the pass rate of each capability."""
    if unknown := set(capability or ()) - SUITE.keys():
        raise typer.BadParameter(f"no such capability: {', '.join(sorted(unknown))}")
    results = measure(claimx.load(model), {name: SUITE[name] for name in capability or SUITE})
    if failures:
        typer.echo("\n".join([*failure_lines(results), ""]))
    typer.echo("\n".join(table_lines(results)))


if __name__ == "__main__":
    typer.run(main)
