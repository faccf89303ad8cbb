"""Precision, recall and F1 of one measure."""

from pydantic import Field

from claimx.evaluation.agreement import Agreement
from claimx.schema.quote import Record


class Score(Record):
    """Precision, recall and their harmonic mean, each 0 where it would divide by 0."""

    precision: float = Field(description="The share of what was predicted that is right.")
    recall: float = Field(description="The share of gold that was found.")
    f1: float = Field(description="The harmonic mean of precision and recall.")
    predicted: int = Field(description="How many things were predicted.")
    gold: int = Field(description="How many there are to find.")

    @classmethod
    def of(cls, counts: Agreement) -> "Score":
        """The score that some counts of agreement amount to."""
        precision = counts.agreeing / counts.predicted if counts.predicted else 0.0
        recall = counts.agreeing / counts.gold if counts.gold else 0.0
        either = precision + recall
        return cls(
            precision=precision,
            recall=recall,
            f1=2 * precision * recall / either if either else 0.0,
            predicted=counts.predicted,
            gold=counts.gold,
        )
