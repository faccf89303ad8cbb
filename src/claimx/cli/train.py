"""``claimx train``: a model of one's own from annotated text."""

import logging
from pathlib import Path
from typing import Annotated

import typer


def train_command(
    corpus: Annotated[Path, typer.Argument(help="Annotated passages to train on (JSON Lines).")],
    output: Annotated[Path, typer.Argument(help="Folder to write the model to.")],
    dev: Annotated[
        Path | None, typer.Option(help="Annotated passages to choose the threshold on and report; never trained on.")
    ] = None,
    entities: Annotated[
        list[Path] | None,
        typer.Option(help="Named-entity corpus (CoNLL: token, tab, BIO tag) to learn doc.ents from; may be repeated."),
    ] = None,
    dev_entities: Annotated[
        Path | None, typer.Option(help="Sentences with named entities to report on; never trained on.")
    ] = None,
    encoder: Annotated[
        str | None, typer.Option(help="Encoder to start from: a folder or hub id; MiniLM-L6 where none is named.")
    ] = None,
    start: Annotated[
        list[Path] | None,
        typer.Option(
            help="Model folder to go on from (fine-tuning), in place of an encoder; of several, the mean of their "
            "weights."
        ),
    ] = None,
    also: Annotated[
        list[Path] | None,
        typer.Option(
            help="More annotated passages to learn from, of which none is kept back to calibrate confidence; may be "
            "repeated."
        ),
    ] = None,
    silver: Annotated[
        list[Path] | None,
        typer.Option(help="Passages that models labelled (claimx corpus label) to learn from too; may be repeated."),
    ] = None,
    about: Annotated[
        Path | None, typer.Option(help="Markdown for the model card: where the corpora come from.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="Settings (JSON); what it leaves out keeps its default.")] = None,
    epochs: Annotated[
        int | None, typer.Option(min=0, help="Passes over the corpus; overrides the settings; 0 only calibrates.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Seed of every random choice; overrides the settings.")
    ] = None,
) -> None:
    """Train a model on annotated passages and write it to a folder, with its metrics and model card."""
    from rich.console import Console
    from rich.logging import RichHandler

    from claimx.corpora.conll import read_conll
    from claimx.corpora.jsonl import read_passages
    from claimx.errors import TrainingError
    from claimx.reports.output import make_folder
    from claimx.reports.score_table import format_report
    from claimx.training.config import TrainingConfig
    from claimx.training.networks import averaged_networks, fresh_networks
    from claimx.training.pretrained import check_extra, minilm_path
    from claimx.training.run import TrainingCorpora, train_model

    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[RichHandler(show_path=False)])
    logging.getLogger("claimx").setLevel(logging.INFO)
    if output.exists() and not (output.is_dir() and (not any(output.iterdir()) or (output / "training.json").exists())):
        raise TrainingError(f"{output}: is not empty and not a model that claimx trained; name another folder")
    check_extra()
    if start and encoder is not None:
        raise TrainingError("--start goes on from a model, --encoder starts anew: name one of them")
    settings = TrainingConfig() if config is None else TrainingConfig.load(config)
    overrides = {name: value for name, value in (("epochs", epochs), ("seed", seed)) if value is not None}
    corpora = TrainingCorpora(
        train=read_passages(corpus),
        dev=read_passages(dev) if dev else (),
        also=[passage for path in also or () for passage in read_passages(path)],
        silver=[passage for path in silver or () for passage in read_passages(path)],
        entities=[sentence for path in entities or () for sentence in read_conll(path)],
        dev_entities=read_conll(dev_entities) if dev_entities else (),
        about=_read_about(about),
    )
    settings = settings.model_copy(update=overrides)
    networks = averaged_networks(start, settings) if start else fresh_networks(encoder or minilm_path(), settings)
    make_folder(output)
    report = train_model(corpora, output, networks, settings)
    if report is not None:
        Console().print(format_report(report))
    typer.echo(f"model written to {output}")


def _read_about(path: Path | None) -> str:
    from claimx.errors import TrainingError

    try:
        return path.read_text(encoding="utf-8") if path else ""
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path}: cannot be read: {error}") from error
