"""Reads the tables that lie beside the code."""

from __future__ import annotations

from importlib.resources import files


def read_table(name: str) -> list[list[str]]:
    """Read a table of tab-separated values.

    Args:
        name: the file's name in this package.

    Returns:
        The fields of every row, without the row of headings.
    """
    text = files("claimx.normalize.actors").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n")[1:] if line]
