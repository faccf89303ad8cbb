"""claimx: casualty claims from news text.

>>> import claimx
>>> claims = claimx.extract("Police said at least 12 people were killed in Aleppo on Friday.")  # doctest: +SKIP

Importing the package is light: spaCy, torch and the default model are loaded at first use.
"""

from typing import TYPE_CHECKING, Any

from claimx.errors import (
    ArchiveError,
    ArchiveUnreachableError,
    BatchError,
    ClaimxError,
    CorpusError,
    GazetteerError,
    InvalidConfidenceError,
    InvalidDateError,
    InvalidPrecisionError,
    InvalidTextError,
    ModelDamagedError,
    ModelNotFoundError,
    OutputError,
    TrainingError,
)

if TYPE_CHECKING:
    from claimx.api import extract, load, pipe
    from claimx.schema.actor import Actor
    from claimx.schema.claim import Cause, Claim, Count, Time, Victims
    from claimx.schema.location import Location
    from claimx.schema.passage import Passage
    from claimx.schema.quote import OptionalQuote, Quote

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "ArchiveError",
    "ArchiveUnreachableError",
    "BatchError",
    "Cause",
    "Claim",
    "ClaimxError",
    "CorpusError",
    "Count",
    "GazetteerError",
    "InvalidConfidenceError",
    "InvalidDateError",
    "InvalidPrecisionError",
    "InvalidTextError",
    "Location",
    "ModelDamagedError",
    "ModelNotFoundError",
    "OptionalQuote",
    "OutputError",
    "Passage",
    "Quote",
    "Time",
    "TrainingError",
    "Victims",
    "extract",
    "load",
    "pipe",
]

_HOMES = {
    "extract": "claimx.api",
    "load": "claimx.api",
    "pipe": "claimx.api",
    "Actor": "claimx.schema.actor",
    "Location": "claimx.schema.location",
    "Cause": "claimx.schema.claim",
    "Claim": "claimx.schema.claim",
    "Count": "claimx.schema.claim",
    "Time": "claimx.schema.claim",
    "Victims": "claimx.schema.claim",
    "Passage": "claimx.schema.passage",
    "OptionalQuote": "claimx.schema.quote",
    "Quote": "claimx.schema.quote",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
