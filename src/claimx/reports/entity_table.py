"""An entity report as a table for the terminal."""

from rich.table import Table

from claimx.evaluation.entity_scoring import EntityReport
from claimx.reports.score_table import HEADINGS, score_cells


def entity_table(report: EntityReport, title: str | None = None) -> Table:
    """Lay out the figures of entities, a row for each type and one for all of them.

    Args:
        report: the figures.
        title: what they are of.
    """
    table = Table("Entities", title=title)
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    for name, score in {**report.by_type, "all (micro)": report.micro}.items():
        table.add_row(name, *score_cells(score))
    return table
