"""The figures of a filter as a table for the terminal."""

from typing import Any

from rich.table import Table

_COLUMNS = {
    "claims": "Claims",
    "lost": "Lost",
    "lost_near": "None near",
    "claim_free": "Claim-free",
    "let_through": "Read",
    "archive": "Archive",
}


def filter_table(measured: dict[str, Any]) -> Table:
    """Lay out the figures of a filter, a row for each lot of passages.

    Args:
        measured: as :func:`~claimx.filtering.train.train_filter` gives them.
    """
    table = Table("Passages", caption="None near: no sentence within two passes. Read: of the claim-free ones.")
    for heading in _COLUMNS.values():
        table.add_column(heading, justify="right")
    for name, figures in measured.items():
        if isinstance(figures, dict):
            table.add_row(name, *(_cell(figures[column]) for column in _COLUMNS))
    return table


def _cell(figure: float | int) -> str:
    return f"{figure:.2%}" if isinstance(figure, float) else f"{figure}"
