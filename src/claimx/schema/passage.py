"""The annotated passage: a text and its gold (or predicted) claims, one line of a corpus file."""

from datetime import date

from pydantic import Field, field_validator, model_validator

from claimx.schema.claim import Claim
from claimx.schema.quote import Record


class Passage(Record):
    """A text, what is known about its publication, and the claims that it makes."""

    id: str = Field(min_length=1, description="Unique within a corpus.")
    source: str | None = Field(default=None, description="The collection or outlet that the text comes from.")
    published: date | None = Field(default=None, description="Publication date, or null.")
    title: str | None = Field(default=None, description="Headline kept apart from the text, or null.")
    text: str = Field(description="The text; every offset indexes it.")
    claims: tuple[Claim, ...] = Field(default=(), description="Every casualty claim of the text, in text order.")

    @field_validator("text")
    @classmethod
    def _text_is_unicode(cls, text: str) -> str:
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValueError(f"character {error.start} is a lone surrogate, which is no text") from None
        return text

    @model_validator(mode="after")
    def _quotes_stand_in_the_text(self) -> "Passage":
        for i, claim in enumerate(self.claims):
            for name, quote in claim.quotes():
                if self.text[quote.start : quote.end] != quote.text:
                    found = self.text[quote.start : quote.end]
                    raise ValueError(
                        f"claims[{i}].{name}: text[{quote.start}:{quote.end}] is {found!r}, not {quote.text!r}"
                    )
            if claim.subset_of is not None and not (claim.subset_of < len(self.claims) and claim.subset_of != i):
                raise ValueError(f"claims[{i}].subset_of: {claim.subset_of} is not another claim of this passage")
        return self
