"""What a user asks of a run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimx.batch.cursor import InputFile
from claimx.batch.location import MOST_RECORDS
from claimx.batch.model_identity import ModelIdentity
from claimx.batch.outputs.formats import OutputFormat
from claimx.errors import BatchError

#: Records of a part where none are asked for: what a kill can cost is the work on one part.
PART_SIZE = 200

#: Texts that resemble each other less are no duplicates, and comparing them takes too many bands.
LEAST_RESEMBLANCE = 0.5


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A run over an archive.

    Attributes:
        files: the inputs, in order.
        output: file to write.
        form: its format.
        model: the model that reads, for plan and manifest.
        flat: one row a claim in place of one an article; CSV is always flat.
        near_duplicates: least resemblance of near duplicates to mark (0.5 to 1); None marks exact ones only.
        part_size: records of a part.
        options: other options on which the claims depend, by name, as plain JSON values.
        restart: throw away what an earlier run left.
        overwrite: replace an output that exists.
        engine: what the articles are read on, for the manifest; no claim depends on it.
    """

    files: Sequence[InputFile]
    output: Path
    form: OutputFormat
    model: ModelIdentity
    flat: bool = False
    near_duplicates: float | None = None
    part_size: int = PART_SIZE
    options: Mapping[str, Any] = field(default_factory=dict)
    restart: bool = False
    overwrite: bool = False
    engine: str = "local"

    def __post_init__(self) -> None:
        if not 1 <= self.part_size <= MOST_RECORDS:
            raise BatchError(f"a part has 1 to {MOST_RECORDS:,} records, not {self.part_size}")
        if self.near_duplicates is not None and not LEAST_RESEMBLANCE <= self.near_duplicates <= 1:
            raise BatchError(f"near duplicates resemble each other by 0.5 to 1, not {self.near_duplicates}")

    def all_options(self) -> dict[str, Any]:
        """Every option on which the output depends."""
        return {
            **self.options,
            "format": self.form.value,
            "flat": self.flat or self.form is OutputFormat.csv,
            "near_duplicates": self.near_duplicates,
            "part_size": self.part_size,
        }
