"""The formats that a run writes."""

from enum import StrEnum
from pathlib import Path

from claimx.errors import BatchError


class OutputFormat(StrEnum):
    """A format of output files."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"


_BY_ENDING = {
    ".jsonl": OutputFormat.jsonl,
    ".ndjson": OutputFormat.jsonl,
    ".jsonl.gz": OutputFormat.jsonl,
    ".ndjson.gz": OutputFormat.jsonl,
    ".parquet": OutputFormat.parquet,
    ".pq": OutputFormat.parquet,
    ".csv": OutputFormat.csv,
    ".csv.gz": OutputFormat.csv,
}


def output_format(output: Path, asked: OutputFormat | None = None) -> OutputFormat:
    """The format of an output: the one asked for, or else the one that its name ends in.

    Raises:
        BatchError: none is asked for and the name tells none.
    """
    if asked is not None:
        return asked
    name = output.name.lower()
    for ending, found in _BY_ENDING.items():
        if name.endswith(ending):
            return found
    raise BatchError(f"{output}: name a .jsonl, .jsonl.gz, .parquet or .csv file, or say --format")
