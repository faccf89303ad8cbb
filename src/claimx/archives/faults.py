"""What goes wrong inside the readers; read_file turns both into Unreadable, so that neither reaches a user."""


class UnreadableRecord(Exception):  # noqa: N818 - not an error of the program but a finding about the archive
    """One record that cannot be read; the next one can."""


class DamagedFile(Exception):  # noqa: N818
    """A file of which no more can be read."""


def one_line(reason: str, longest: int = 300) -> str:
    """The reason on one line, in characters that any file can hold, cut where it is overlong."""
    line = " ".join(reason.split()).encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")
    return line if len(line) <= longest else line[: longest - 1] + "…"


def reason_of(error: BaseException) -> str:
    """What an exception of the system or of another library says, in a few words."""
    said = getattr(error, "strerror", None) or str(error)
    return one_line(said) if said else type(error).__name__
