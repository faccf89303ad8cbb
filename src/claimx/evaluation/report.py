"""The result of an evaluation."""

from typing import Any

from pydantic import Field

from claimx.evaluation.claim_calibration import Calibration
from claimx.evaluation.score_value import Score
from claimx.schema.quote import Record


class EvaluationReport(Record):
    """How well predicted claims agree with gold ones, measure by measure."""

    detection: Score = Field(description="Claims found: the outcome agrees and the anchors overlap.")
    core: Score = Field(description="Claims found whose unit and count agree too: the headline figure.")
    full: Score = Field(description="Core claims of which every slot agrees.")
    slots: Score = Field(description="All slot fills together (micro-average).")
    by_slot: dict[str, Score] = Field(description="The fills of each slot; empty where there is no gold claim.")
    event_links: Score = Field(description="Pairs of found claims that are said to speak of one event.")
    core_by_source: dict[str, float] = Field(description="Core F1 of the passages of each source, by name.")
    calibration: Calibration | None = Field(description="Of the claims' confidences; null where none has any.")

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values, with the keys of the reference scorer's ``score.py --json``.

        Every slot stands under its own name beside the other measures; ``calibration`` is left out where there
        is none.
        """
        scores = {
            "detection": self.detection,
            "core": self.core,
            "full": self.full,
            "slots": self.slots,
            **self.by_slot,
            "event_links": self.event_links,
        }
        report: dict[str, Any] = {name: score.model_dump() for name, score in scores.items()}
        report["core_by_source"] = dict(self.core_by_source)
        if self.calibration is not None:
            report["calibration"] = self.calibration.to_dict()
        return report
