"""An evaluation report as a table for the terminal."""

from rich.table import Table
from rich.text import Text

from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.score_value import Score

#: The columns of a table of scores.
HEADINGS = ("P", "R", "F1", "predicted", "gold")


def format_report(report: EvaluationReport) -> Table:
    """Lay out an evaluation report.

    Args:
        report: the result of :func:`claimx.evaluation.scoring.score_passages`.

    Returns:
        A rich table with one row for each measure and slot (precision, recall, F1, numbers predicted and in
        gold), the core F1 of each source below them, and the calibration as caption.
    """
    table = Table("Slot", caption=_calibration_lines(report), caption_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    sections: tuple[dict[str, Score], ...] = (
        {"detection": report.detection, "core": report.core, "full": report.full},
        {"slots": report.slots, **report.by_slot},
        {"event_links": report.event_links},
    )
    for section in sections:
        for name, score in section.items():
            table.add_row(name, *score_cells(score))
        table.add_section()
    for source, f1 in report.core_by_source.items():
        table.add_row(Text(f"core: {source}"), "", "", _number(f1), "", "")
    return table


def score_cells(score: Score) -> tuple[str, ...]:
    """A score as the cells of a row under :data:`HEADINGS`."""
    rates = (_number(rate) for rate in (score.precision, score.recall, score.f1))
    return (*rates, str(score.predicted), str(score.gold))


def _calibration_lines(report: EvaluationReport) -> str | None:
    if report.calibration is None:
        return None
    at_recall = report.calibration.precision_at_recall.items()
    return "\n".join(
        [
            f"expected calibration error {_number(report.calibration.ece)}",
            f"Brier score {_number(report.calibration.brier)}",
            *(f"precision at recall {recall}: {_number(precision)}" for recall, precision in at_recall),
        ]
    )


def _number(value: float | None) -> str:
    return "not reached" if value is None else f"{value:.3f}"
