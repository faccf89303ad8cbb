"""Named exceptions: whatever a user can get wrong has a class of its own and one clear line.

Every exception that claimx raises on purpose derives from :class:`ClaimxError`, so that
``except claimx.ClaimxError`` catches them all; the command line prints their message and exits with status 2.
"""


class ClaimxError(Exception):
    """Base class of every error that claimx raises on purpose."""


class InvalidTextError(ClaimxError, TypeError):
    """A text to read that is not a ``str``."""


class InvalidDateError(ClaimxError, ValueError):
    """A publication date that is not an ISO date (``YYYY-MM-DD``), ``date`` or ``datetime``."""


class InvalidConfidenceError(ClaimxError, ValueError):
    """A least confidence that is not a number from 0 to 1."""


class InvalidPrecisionError(ClaimxError, ValueError):
    """A precision to read with that is neither ``auto`` nor ``float32``."""


class ModelNotFoundError(ClaimxError, FileNotFoundError):
    """A model or encoder folder that does not exist."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class ModelDamagedError(ClaimxError, RuntimeError):
    """A model folder whose files are missing, truncated or do not fit one another."""


class CorpusError(ClaimxError, ValueError):
    """A corpus line that does not parse; the message names file, line and field."""


class ArchiveError(ClaimxError, ValueError):
    """Archive files that cannot be found or told apart, or whose packages are missing; nothing was read."""


class ArchiveUnreachableError(ClaimxError, OSError):
    """A file of an archive that its disk or network does not give now; once it does, reading can go on."""


class OutputError(ClaimxError, OSError):
    """A file or folder that cannot be written."""


class TrainingError(ClaimxError, ValueError):
    """A training configuration or corpus that cannot be trained on."""


class BatchError(ClaimxError, RuntimeError):
    """A run over an archive that cannot start, or not go on: an output that exists, other options than before."""


class GazetteerError(ClaimxError, RuntimeError):
    """A gazetteer whose packages are missing or whose files cannot be read."""
