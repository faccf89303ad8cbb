"""Read an archive into one output file: streamed, in parts, so that a run that dies goes on where it was."""

from claimx.batch.counts import Counts
from claimx.batch.cursor import Cursor
from claimx.batch.duplicates import Duplicates
from claimx.batch.job import BatchJob
from claimx.batch.likeness.near_duplicates import NearDuplicates
from claimx.batch.manifest import Manifest, now
from claimx.batch.parts.finishing import assemble, publish, published
from claimx.batch.parts.lock import RunLock
from claimx.batch.parts.part_maker import PartMaker
from claimx.batch.parts.partial_folder import PartialFolder
from claimx.batch.plan import Plan, plan_of
from claimx.batch.progress.progress import Progress
from claimx.batch.reading_queue import ReadArticles, ReadsAhead
from claimx.batch.records import OpenFile, records_from
from claimx.errors import BatchError


def run_batch(
    job: BatchJob, read: ReadArticles | ReadsAhead, open_file: OpenFile, progress: Progress | None = None
) -> Counts:
    """Read an archive, or go on with a run that was killed.

    The output has its name only when it is whole; so have ``OUTPUT.manifest.json`` and, where records were put aside,
    ``OUTPUT.quarantine.jsonl``. Until then ``OUTPUT.partial`` holds the parts that are done. Killed at any moment and
    started again, the run reads no record twice that is in a finished part, and leaves none out.

    Args:
        job: what is asked.
        read: reads articles: for each its claims or the exception that it raised, here or elsewhere. What it raises
            itself ends the run.
        open_file: reads the records of an input from the one of a number on, always in the same order.
        progress: told what is done.

    Returns:
        The counts of the whole run.

    Raises:
        BatchError: the output exists, another process writes it, or an unfinished run had other options or inputs.
        OutputError: a file cannot be written; what is done stays, and the same command goes on.
    """
    progress = progress or Progress()
    plan = plan_of(job.files, job.all_options(), job.model)
    with RunLock(job.output) as lock, progress:
        folder = PartialFolder(job.output)
        counts = _killed_when_whole(folder, job, plan, lock.taken_over)
        if counts is None:
            started = _begin(folder, job, plan)
            counts = _read(folder, job, plan, started, read, open_file, progress)
        return counts


def _killed_when_whole(folder: PartialFolder, job: BatchJob, plan: Plan, taken_over: bool) -> Counts | None:
    """Finish a run that was killed when its output was whole; its counts, if it is the run that is asked for."""
    files = None if job.restart else folder.whole()
    if files is not None:
        publish(folder, files)
    elif not taken_over or job.overwrite or folder.begun() is not None:
        return None
    told = published(job.output)
    if told is None or any(told[0].differences(plan)):
        return None
    folder.clear()  # empty, where the kill came just before its removal
    return told[1]


def _begin(folder: PartialFolder, job: BatchJob, plan: Plan) -> str:
    """When this run was begun: it is, if it was not."""
    begun = None if job.restart else folder.begun()
    if begun is not None:
        for difference in Plan.from_dict(begun).differences(plan):
            raise BatchError(f"{folder.path}: an unfinished run with {difference}; --restart starts over")
    if job.output.is_dir():
        raise BatchError(f"{job.output}: is a folder; name a file")
    if job.output.exists() and not (job.overwrite or (begun is not None and begun["overwrite"])):
        raise BatchError(f"{job.output}: exists; --overwrite replaces it")
    if begun is not None:
        return str(begun["started"])
    started = now()
    folder.clear()
    folder.begin(plan, overwrite=job.overwrite, started=started)
    return started


def _read(
    folder: PartialFolder,
    job: BatchJob,
    plan: Plan,
    started: str,
    read: ReadArticles | ReadsAhead,
    open_file: OpenFile,
    progress: Progress,
) -> Counts:
    near = None if job.near_duplicates is None else NearDuplicates(job.near_duplicates)
    duplicates = Duplicates(folder.load, near)
    counts, cursor, number = Counts(), Cursor(), 0
    for number, head in enumerate(folder.heads(), start=1):
        duplicates.restore(number - 1, head)
        counts, cursor = counts + head.counts, head.end
    progress.begin(job.files, counts, cursor)
    maker = PartMaker(read, duplicates, near, progress.advance)
    records = records_from(job.files, open_file, cursor)
    for made in maker.parts(cursor, records, job.part_size):
        folder.write(number, made)
        counts, number = counts + made.head.counts, number + 1
        duplicates.begin(number)
    assemble(
        folder,
        job.output,
        job.form,
        flat=job.flat,
        parts=number,
        manifest=lambda: Manifest(job.output.name, plan, counts, started, now(), job.engine),
        advance=progress.assembled,
    )
    files = folder.whole()
    assert files is not None
    publish(folder, files)
    return counts
