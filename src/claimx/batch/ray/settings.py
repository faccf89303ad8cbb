"""What a process of the cluster must know to read as this one would."""

from dataclasses import dataclass
from pathlib import Path

from claimx.batch.model_identity import ModelIdentity


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How articles are read.

    Attributes:
        model: the model that is to read.
        folder: its folder, which every machine must see under this path; None for the default model, which each
            machine has with its claimx.
        claimx: the version of claimx that is to read.
        min_confidence: least confidence of a claim; None keeps to the model's own.
        filtered: whether to pass over what the model's filter finds no sign of a casualty in.
        threads: cores of each process that reads.
        precision: as for :func:`claimx.load`.
    """

    model: ModelIdentity
    folder: Path | None
    claimx: str
    min_confidence: float | None
    filtered: bool = False
    threads: int = 1
    precision: str | None = None
