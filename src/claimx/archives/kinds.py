"""The format and compression of a file, told by its name."""

from typing import Literal, get_args

from claimx.errors import ArchiveError

Format = Literal["jsonl", "json", "csv", "tsv", "parquet", "text", "html", "warc"]
Compression = Literal["none", "gzip", "zstd"]

FORMATS: tuple[Format, ...] = get_args(Format)

_FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".warc": "warc",
}
_COMPRESSIONS: dict[str, Compression] = {".gz": "gzip", ".gzip": "gzip", ".zst": "zstd", ".zstd": "zstd"}


def kind_of(path: str) -> tuple[Format | None, Compression]:
    """Tell the format and compression of a file by its name.

    Args:
        path: path or URL; what follows ``?`` or ``#`` in an http URL, and the outer parts of a chained one
            (``zip://a.jsonl::b.zip``), do not count.

    Returns:
        The format, None where the extension is not known, and the compression.
    """
    name = path.split("::")[0]
    if name.startswith(("http://", "https://")):
        name = name.split("?")[0].split("#")[0]
    name = name.rsplit("/", 1)[-1].lower()
    compression: Compression = "none"
    for extension, told in _COMPRESSIONS.items():
        if name.endswith(extension):
            name, compression = name.removesuffix(extension), told
    dot = name.rfind(".")
    return (_FORMATS.get(name[dot:]) if dot >= 0 else None), compression


def known_format(name: str) -> Format:
    """The format of that name.

    Raises:
        ArchiveError: there is none.
    """
    for known in FORMATS:
        if name == known:
            return known
    raise ArchiveError(f"no such format: {name!r}; there are {', '.join(FORMATS)}")
