"""``claimx corpus``: look after annotated corpora."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Check, describe and make annotated corpora.", no_args_is_help=True)


@app.command("validate")
def validate_command(corpus: Annotated[Path, typer.Argument(help="A JSON Lines corpus.")]) -> None:
    """Check every line of a corpus: fields, offsets, events; the first error is named with file, line and field."""
    from claimx.corpora.jsonl import read_passages

    passages = read_passages(corpus)
    claims = [claim for passage in passages for claim in passage.claims]
    outcomes = Counter(claim.outcome for claim in claims)
    told = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()) or "none"
    typer.echo(f"{corpus}: {len(passages)} passages, {len(claims)} claims ({told}): all in order")


@app.command("label")
def label_command(
    texts: Annotated[Path, typer.Argument(help="Passages without claims (JSON Lines, also gzipped).")],
    output: Annotated[Path, typer.Argument(help="File to write the labelled passages to (JSON Lines).")],
    model: Annotated[
        list[Path] | None,
        typer.Option(help="A model that labels; of several, their consensus. The default model if none is named."),
    ] = None,
    least: Annotated[float, typer.Option(min=0, max=1, help="Least confidence of a claim to keep.")] = 0.08,
    empty: Annotated[float, typer.Option(min=0, max=1, help="Share to keep of passages where nothing is found.")] = 0.3,
) -> None:
    """Let models label texts, for another model to learn from (claimx train --silver)."""
    from claimx.api import load
    from claimx.corpora.jsonl import read_passages, write_passages
    from claimx.reports.output import check_writable
    from claimx.training.silver import silver_passages

    check_writable(output)
    passages = read_passages(texts)
    labelled = list(silver_passages([load(path) for path in model or (None,)], passages, least, empty))
    write_passages(labelled, output)
    n_claims = sum(len(passage.claims) for passage in labelled)
    typer.echo(f"{output}: {n_claims} claims in {len(labelled)} of {len(passages)} passages")


@app.command("detach")
def detach_command(
    corpus: Annotated[Path, typer.Argument(help="Annotated passages (JSON Lines).")],
    output: Annotated[Path, typer.Argument(help="File to write the annotations to, without any text.")],
) -> None:
    """Write the annotations of a corpus without its texts, to share them where the texts may not be shared."""
    from claimx.corpora.jsonl import read_passages
    from claimx.corpora.standoff import write_standoff
    from claimx.reports.output import check_writable

    check_writable(output)
    passages = read_passages(corpus)
    write_standoff(passages, output)
    typer.echo(f"{output}: annotations of {len(passages)} passages")


@app.command("attach")
def attach_command(
    annotations: Annotated[Path, typer.Argument(help="Annotations without texts (claimx corpus detach).")],
    texts: Annotated[Path, typer.Argument(help="Passages that have the texts (JSON Lines, also gzipped).")],
    output: Annotated[Path, typer.Argument(help="File to write the annotated passages to.")],
) -> None:
    """Join annotations to the texts that they were made on."""
    from claimx.corpora.jsonl import iter_passages, write_passages
    from claimx.corpora.standoff import read_standoff
    from claimx.reports.output import check_writable

    check_writable(output)
    passages = read_standoff(annotations, iter_passages(texts))
    write_passages(passages, output)
    typer.echo(f"{output}: {len(passages)} annotated passages")


@app.command("compare")
def compare_command(
    gold: Annotated[Path, typer.Argument(help="Annotated passages.")],
    other: Annotated[Path, typer.Argument(help="The same passages, or some of them, annotated by somebody else.")],
) -> None:
    """Tell how well two annotators agree on the passages that both annotated, by the measures of claimx evaluate."""
    from rich.console import Console

    from claimx.corpora.jsonl import read_passages
    from claimx.errors import CorpusError
    from claimx.evaluation.scoring import score_passages
    from claimx.reports.score_table import format_report

    annotated = read_passages(other)
    ids = {passage.id for passage in annotated}
    shared = [passage for passage in read_passages(gold) if passage.id in ids]
    if not shared:
        raise CorpusError(f"{gold} and {other} have no passage in common")
    Console().print(format_report(score_passages(shared, annotated)))
