"""``claimx batch``: the claims of a whole archive."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.batch.engines import EngineName
from claimx.batch.job import LEAST_RESEMBLANCE, PART_SIZE
from claimx.batch.outputs.formats import OutputFormat
from claimx.batch.termination import INTERRUPTED, terminated_as_interrupted
from claimx.pipeline.precision import Precision

if TYPE_CHECKING:
    from claimx.batch.progress.progress import Progress


def batch_command(
    inputs: Annotated[list[str], typer.Argument(help="Files and folders of articles, in any format that is known.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .jsonl, .jsonl.gz, .parquet or .csv.")],
    form: Annotated[
        OutputFormat | None, typer.Option("--format", "-f", help="Format of the output, if its name does not tell it.")
    ] = None,
    flat: Annotated[
        bool, typer.Option("--flat", help="One row a claim, for spreadsheets and SQL; CSV always is.")
    ] = False,
    text_field: Annotated[str | None, typer.Option(help="Field or column of the text.")] = None,
    date_field: Annotated[str | None, typer.Option(help="Field or column of the publication date.")] = None,
    id_field: Annotated[str | None, typer.Option(help="Field or column of the article's id.")] = None,
    title_field: Annotated[str | None, typer.Option(help="Field or column of the headline.")] = None,
    input_format: Annotated[
        str | None, typer.Option(help="Format of the inputs, if their names do not tell it.")
    ] = None,
    model: Annotated[Path | None, typer.Option(help="A model folder; the default model where none is named.")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(help="Least confidence of a claim to keep (0 to 1); the model's own if not given.")
    ] = None,
    use_filter: Annotated[
        bool,
        typer.Option(
            "--filter/--no-filter", help="Pass over what shows no sign of a casualty (docs/filter.md), or read all."
        ),
    ] = True,
    precision: Annotated[
        Precision, typer.Option(help="Read with what this machine is fastest with, or alike on every machine.")
    ] = Precision.auto,
    near_duplicates: Annotated[
        float | None,
        typer.Option(
            min=LEAST_RESEMBLANCE, max=1, help="Mark near duplicates too, from this resemblance on: 0.9, say."
        ),
    ] = None,
    part_size: Annotated[
        int, typer.Option(min=1, help="Records of a part: a run that is killed loses the work on one part.")
    ] = PART_SIZE,
    engine: Annotated[
        EngineName, typer.Option(help="What reads the articles: this process, or processes of Ray's (docs/scaling.md).")
    ] = EngineName.local,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that read, on Ray; as many as there are cores for if not given."),
    ] = None,
    restart: Annotated[bool, typer.Option("--restart", help="Throw away what an unfinished run left.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an output that exists.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
) -> None:
    """Read an archive of articles into one file of claims; killed and started again, it goes on where it was.

    Beside the output stand OUTPUT.manifest.json, which tells what was read by which model, and, where records could
    not be read, OUTPUT.quarantine.jsonl.
    """
    from claimx.archives.packages import check_extra

    check_extra()
    from claimx.archives.fields import FieldNames
    from claimx.archives.files import list_files
    from claimx.archives.limits import Limits
    from claimx.archives.read import read_file
    from claimx.batch.engines import reading_engine
    from claimx.batch.job import BatchJob
    from claimx.batch.manifest import quarantine_path
    from claimx.batch.model_identity import model_identity
    from claimx.batch.outputs.formats import output_format
    from claimx.batch.own_files import without_own_files
    from claimx.batch.run import run_batch
    from claimx.normalize.probability import probability
    from claimx.pipeline.model_folder import default_model_path
    from claimx.pipeline.number_format import number_format, reading_device

    fields = FieldNames(text=text_field, title=title_field, date=date_field, id=id_field)
    folder = default_model_path() if model is None else model
    if use_filter and folder.is_dir() and not (folder / "claimx_filter").is_dir():
        use_filter = False
        typer.echo("claimx: the model has no filter, so everything is read (claimx filter teaches it one)", err=True)
    try:
        with terminated_as_interrupted():
            job = BatchJob(
                files=without_own_files(list_files(inputs, input_format), output),
                output=output,
                form=output_format(output, form),
                model=model_identity(folder),
                flat=flat,
                near_duplicates=near_duplicates,
                part_size=part_size,
                options={
                    "text_field": text_field,
                    "title_field": title_field,
                    "date_field": date_field,
                    "id_field": id_field,
                    "min_confidence": probability(min_confidence),
                    "filter": use_filter,
                    "number_format": number_format(precision, reading_device()).value,
                },
                restart=restart,
                overwrite=overwrite,
                engine=engine,
            )
            with reading_engine(
                engine,
                job.model,
                model,
                min_confidence=min_confidence,
                filtered=use_filter,
                workers=workers,
                precision=precision,
            ) as read:
                counts = run_batch(
                    job, read, lambda file, start: read_file(file, fields, Limits(), start), _progress(quiet)
                )
    except KeyboardInterrupt:
        again = "the same command, without --restart," if restart else "the same command"
        typer.echo(f"claimx: interrupted; {again} goes on where it was", err=True)
        raise typer.Exit(INTERRUPTED) from None
    put_aside = f", {counts.quarantined:,} quarantined ({quarantine_path(output)})" if counts.quarantined else ""
    typer.echo(f"{output}: {counts.claims:,} claims in {counts.articles:,} articles{put_aside}")


def _progress(quiet: bool) -> "Progress":
    from rich.console import Console

    from claimx.batch.progress.progress import Progress
    from claimx.batch.progress.progress_bar import ProgressBar
    from claimx.batch.progress.progress_log import ProgressLog

    if quiet:
        return Progress()
    console = Console(stderr=True)
    return ProgressBar(console) if console.is_terminal else ProgressLog(lambda line: typer.echo(line, err=True))
