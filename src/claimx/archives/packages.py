"""The packages that a format needs, asked for before anything is read and imported only when it is."""

from importlib.util import find_spec

from claimx.archives.kinds import Compression, Format
from claimx.errors import ArchiveError

# Any text may need its encoding told or repaired, whatever it was read from.
_ALWAYS = ("ftfy", "charset_normalizer")
_FOR_FORMAT: dict[Format, tuple[str, ...]] = {
    "parquet": ("pyarrow",),
    "html": ("trafilatura",),
    "warc": ("fastwarc", "trafilatura"),
}
_NAMES = {"parquet": "Parquet", **{name: name.upper() for name in ("html", "warc", "jsonl", "json", "csv", "tsv")}}


def check_packages(format: Format, compression: Compression = "none", url: bool = False) -> None:
    """See that the packages to read such a file are installed, without importing them.

    Raises:
        ArchiveError: one is missing; the message says how to install it.
    """
    for package in (*_FOR_FORMAT.get(format, ()), *_ALWAYS):
        _check(package, _NAMES.get(format, format))
    if compression == "zstd":
        _check("backports.zstd", "zstd files")
    if url:
        _check("fsspec", "URLs")


def check_extra() -> None:
    """See that what reading any archive and writing its claims needs is installed.

    Raises:
        ArchiveError: it is not; the message says how to install it.
    """
    for package in (*_ALWAYS, "pyarrow"):
        _check(package, "archives")


def _check(package: str, what: str) -> None:
    try:
        found = find_spec(package) is not None
    except ModuleNotFoundError:  # the package it is part of is missing
        found = False
    if not found:
        raise ArchiveError(f"reading {what} needs {package.replace('_', '-')}: pip install 'claimx[archives]'")
