"""Bounds on what is read, so that no record, however made, takes all memory or all time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is larger, deeper or slower than these is :class:`~claimx.archives.article.Unreadable`.

    Attributes:
        record_bytes: longest record: a line, a table row, a text file, a WARC record, decompressed.
        html_bytes: longest HTML page, decompressed; extraction from a longer one takes seconds to minutes.
        html_elements: most elements of an HTML page; extraction takes time in their square.
        html_depth: deepest nesting of an HTML page; the parser drops whatever is nested deeper than 255.
        html_seconds: longest time to extract the text of one page, after which extraction is stopped.
        parquet_bytes: largest size that a Parquet file compressed as a whole (``.parquet.gz``) is unpacked to, on disk.
    """

    record_bytes: int = 50_000_000
    html_bytes: int = 10_000_000
    html_elements: int = 50_000
    html_depth: int = 200
    html_seconds: float = 30.0
    parquet_bytes: int = 10_000_000_000
