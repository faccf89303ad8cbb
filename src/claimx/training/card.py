"""The model card: what a model is, what it learned from, what it reaches, and what it must not be trusted with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimx import __version__
from claimx.evaluation.entity_scoring import EntityReport
from claimx.evaluation.field_calibration import Reliability
from claimx.evaluation.report import EvaluationReport
from claimx.evaluation.score_value import Score
from claimx.training.config import TrainingConfig

#: The picture of the reliability diagrams, beside the card.
RELIABILITY_FILE = "reliability.svg"


@dataclass(frozen=True)
class ModelCard:
    """The facts of a training run (the form follows Mitchell et al., 2019, "Model cards for model reporting").

    Attributes:
        origin: where the run started from.
        config: its settings.
        sources: number of annotated passages of each source collection.
        held_out: how many of them were kept back to calibrate confidence.
        also: number of further annotated passages of each source.
        silver: number of passages of each source that a model labelled.
        sentences: number of sentences with named entities.
        about: Markdown that says where the corpora come from; may be empty.
        report: the figures on the dev passages, or None where there were none.
        reliabilities: of their confidences, or None.
        entities: the figures on dev sentences with named entities, or None where there were none.
        number_format: what the figures were read in.
        minutes: how long training took.
    """

    origin: str
    config: TrainingConfig
    sources: dict[str, int]
    held_out: int
    also: dict[str, int]
    silver: dict[str, int]
    sentences: int
    about: str
    report: EvaluationReport | None
    reliabilities: Mapping[str, Reliability] | None
    entities: EntityReport | None
    number_format: str
    minutes: float

    def markdown(self) -> str:
        """The card as Markdown with the metadata block that model hubs read."""
        parts = [
            _HEADER,
            self._data(),
            self._training(),
            self._figures(),
            self._entities(),
            self._confidence(),
            _LIMITS,
        ]
        return "\n".join(part for part in parts if part)

    def _data(self) -> str:
        total = sum(self.sources.values())
        lines = [
            "## Trained on\n",
            f"{total} news passages annotated by hand with casualty claims ({self.held_out} of them kept back from "
            "training, to calibrate confidence):\n",
        ]
        lines += _table(("source", "passages"), [(name, str(n)) for name, n in sorted(self.sources.items())])
        others = ((self.also, "further annotated passages"), (self.silver, "passages that a model labelled"))
        for passages, kind in others:
            if passages:
                lines += [f"\nand {sum(passages.values())} {kind}:\n"]
                lines += _table(("source", "passages"), [(name, str(n)) for name, n in sorted(passages.items())])
        if self.sentences:
            lines.append(f"\nand {self.sentences} sentences with gold named entities, for the entity tagger.\n")
        if self.about:
            lines.append(f"\n{self.about.strip()}\n")
        return "\n".join(lines)

    def _training(self) -> str:
        c = self.config
        return (
            "## Training\n\n"
            f"claimx {__version__} (`claimx train`), {self.origin}, seed {c.seed}, {c.epochs} epochs, "
            f"{self.minutes:.0f} minutes. One joint loss for entities, mentions, anchors, roles, attributes, "
            "events, subsets and hidden words. "
            "All settings are in `training.json`. Weights are stored in half precision.\n"
        )

    def _figures(self) -> str:
        if self.report is None:
            return ""
        named = {
            "detection": self.report.detection,
            "core": self.report.core,
            "full": self.report.full,
            "slots": self.report.slots,
            **self.report.by_slot,
            "event links": self.report.event_links,
        }
        lines = [
            "## Figures\n",
            "On the dev passages, which were not trained on (with those kept back they chose the least confidence of a "
            "claim), measured "
            f"with the weights as stored and read in {self.number_format}, which the machine was fastest with; "
            "`claimx evaluate MODEL DEV.jsonl` prints them again. `core` is the headline: "
            "outcome, unit and count right.\n",
            *_score_table("measure", named),
            "",
            *_table(("source", "core F1"), [(k, f"{v:.3f}") for k, v in self.report.core_by_source.items()]),
        ]
        return "\n".join([*lines, ""])

    def _entities(self) -> str:
        if self.entities is None:
            return ""
        named = {**self.entities.by_type, "all (micro)": self.entities.micro}
        lines = [
            "## Entities\n",
            "`doc.ents` against the named entities of dev sentences; spans and types must be exact.\n",
            *_score_table("type", named),
        ]
        return "\n".join([*lines, ""])

    def _confidence(self) -> str:
        if self.report is None or self.report.calibration is None or self.reliabilities is None:
            return ""
        calibration = self.report.calibration
        rows = [
            (name, f"{r.confidence:.3f}", f"{r.accuracy:.3f}", f"{r.ece:.3f}") for name, r in self.reliabilities.items()
        ]
        at_recall = ", ".join(
            f"{precision:.3f} at recall {recall}"
            for recall, precision in calibration.precision_at_recall.items()
            if precision is not None
        )
        lines = [
            "## Confidence\n",
            "`claim.confidence` is the probability that outcome and count are right, `claim.confidences` has one for "
            "each field: logistic regressions on the networks' scores, fitted on the passages kept back from "
            f"training. On dev, `claim.confidence` has an expected calibration error of {calibration.ece:.3f} (Brier "
            f"score {calibration.brier:.3f}); the most confident claims have a precision of {at_recall}.\n",
            f"![Reliability diagrams of the claims' confidence and of each field's]({RELIABILITY_FILE})\n",
            *_table(("confidence of", "mean confidence", "share right", "ECE"), rows),
        ]
        return "\n".join([*lines, ""])


def _score_table(heading: str, scores: Mapping[str, Score]) -> list[str]:
    rows = [
        (name, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", str(s.predicted), str(s.gold))
        for name, s in scores.items()
    ]
    return _table((heading, "precision", "recall", "F1", "predicted", "gold"), rows)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [
        "| " + " | ".join(header) + " |",
        "|" + " --- |" * len(header),
        *("| " + " | ".join(row) + " |" for row in rows),
    ]


_HEADER = """---
license: apache-2.0
language: en
library_name: claimx
pipeline_tag: token-classification
tags: [casualty-recording, information-extraction, conflict-data]
---

# claimx English model

Reads news text and returns casualty claims: who says that how many of whom were killed, injured, missing or abducted,
where, when and by whom. Load it with `claimx.load(FOLDER)` or `spacy.load(FOLDER)`.

A transformer encoder reads the text once; taggers find entities and mentions, an anchor scorer finds the places where a
claim of each outcome is made, and a claim reader, asked about one anchor at a time, points at the spans of the claim's
fields and classifies its attributes. Counts and dates are then read from their words by rules.

## For whom

Casualty recorders, conflict researchers, humanitarian analysts and data journalists who read claims **with** the words
that they were read from. It is made to find and sort what is told, not to say what is true: it does not weigh sources.
"""

_LIMITS = """## Limits

* English news text. Other kinds of text (social media, reports with tables, translations by machine) were not measured.
* A figure that the model gives can be wrong: every claim carries its evidence, its offsets and a confidence. Do not
  add up claims without looking at them; several claims often tell one event.
* Two claims that lie farther apart than a window (about 300 words) are compared with each other, but a role is found
  only within the window of its claim.
* Named persons are part of news text, and the model quotes them. Treat output as personal data where the law says so.
"""
