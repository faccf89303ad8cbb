"""The casualty claim: who says that how many of whom were killed, injured, missing or abducted.

Field names and their meaning are those of the project's annotation guidelines; a claim's JSON is one element of
the ``claims`` list of a corpus line (see :mod:`claimx.schema.passage`).
"""

from collections.abc import Iterator
from datetime import date

from pydantic import Field, field_validator, model_validator

from claimx.schema.actor import Actor
from claimx.schema.labels import CauseType, Modifier, Outcome, Scope, Stance, Unit, VictimCategory
from claimx.schema.location import Location
from claimx.schema.quote import OptionalQuote, Quote, Record


class Count(OptionalQuote):
    """How many: the quantity expression and the numbers that it stands for.

    ``text`` is null where the count is implied by a name or a bare noun ("the ambassador", "civilians").
    """

    value: int | None = Field(default=None, ge=0, description="The number said; null for a range or 'several'.")
    min: int | None = Field(default=None, ge=0, description="The lowest number consistent with the words, or null.")
    max: int | None = Field(default=None, ge=0, description="The highest number consistent with the words, or null.")
    modifier: Modifier | None = Field(default=None, description="How the words qualify the number; null if unread.")

    @model_validator(mode="after")
    def _min_not_above_max(self) -> "Count":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class Victims(OptionalQuote):
    """Of whom: the noun phrase without its number, null when nothing names them, and its category."""

    category: VictimCategory = Field(description="What kind of people the noun names; 'unspecified' without a noun.")


class Cause(Quote):
    """By what means: "air strike", "car bomb", "earthquake", "Ebola"."""

    type: CauseType = Field(description="The kind of means.")


class Time(Quote):
    """When it happened: the expression and the ISO dates, both inclusive, that it resolves to."""

    earliest: date | None = Field(default=None, description="First day it may mean; null where it does not resolve.")
    latest: date | None = Field(default=None, description="Last day it may mean; null where it does not resolve.")

    @model_validator(mode="after")
    def _in_order(self) -> "Time":
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")
        return self


#: The fields that hold one quote, or none.
QUOTE_FIELDS = ("trigger", "evidence", "count", "victims", "cause", "time")

#: The fields that hold a list of quotes.
QUOTE_LIST_FIELDS = ("perpetrators", "locations", "sources")

#: The fields that have a confidence of their own. That of ``victims`` covers the category, that of ``cause`` the type,
#: that of ``time`` the dates; ``event`` is right when, of the other claims that are in gold, the right ones share it.
CONFIDENT_FIELDS = (
    "outcome",
    "trigger",
    "evidence",
    "count",
    "unit",
    "victims",
    "perpetrators",
    "cause",
    "locations",
    "time",
    "sources",
    "stance",
    "scope",
    "event",
    "subset_of",
)


class Claim(Record):
    """One statement, in one place of a text, of one outcome for one group of victims by one teller."""

    outcome: Outcome = Field(description="What happened to the victims.")
    trigger: Quote = Field(description="The word or words of the evidence that carry the outcome.")
    evidence: Quote = Field(description="The sentence or clause that makes the claim.")
    count: Count = Field(description="How many.")
    unit: Unit = Field(description="What is counted: people (also bodies), families or incidents.")
    victims: Victims = Field(description="Of whom.")
    perpetrators: tuple[Actor, ...] = Field(default=(), description="Who is said to have caused it; may be empty.")
    cause: Cause | None = Field(default=None, description="The means, or null when it is not stated.")
    locations: tuple[Location, ...] = Field(default=(), description="Where it happened, most specific first.")
    time: Time | None = Field(default=None, description="When it happened, or null when no time is given.")
    sources: tuple[Actor, ...] = Field(default=(), description="Who tells it; empty when the text itself does.")
    stance: Stance = Field(description="How firmly it is told: asserted, acknowledged, alleged, possible, denied.")
    scope: Scope = Field(description="One event (incident) or a sum over many or a period (cumulative).")
    event: str | None = Field(default=None, description="Claims of one text that share it speak of one happening.")
    subset_of: int | None = Field(
        default=None, ge=0, description="Index, in the text's list, of the claim whose victims include these."
    )
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="Probability that outcome and count are right; null in gold annotation."
    )

    confidences: dict[str, float] | None = Field(
        default=None, description="Probability that each field is right, by field name; null in gold annotation."
    )

    @field_validator("confidences")
    @classmethod
    def _confidences_of_fields(cls, confidences: dict[str, float] | None) -> dict[str, float] | None:
        for name, confidence in (confidences or {}).items():
            if name not in CONFIDENT_FIELDS:
                raise ValueError(f"{name!r} is not a field that has a confidence")
            if not 0 <= confidence <= 1:
                raise ValueError(f"the confidence {confidence} of {name!r} is outside [0, 1]")
        return confidences

    def quotes(self) -> Iterator[tuple[str, Quote | OptionalQuote]]:
        """Yield ``(field path, quote)`` for every quote that the claim holds (missing ones left out)."""
        for name in QUOTE_FIELDS:
            quote = getattr(self, name)
            if quote is not None and quote.text is not None:
                yield name, quote
        for name in QUOTE_LIST_FIELDS:
            for i, quote in enumerate(getattr(self, name)):
                yield f"{name}[{i}]", quote
