"""Quotes: exact substrings of a text, with the offsets they were read from."""

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Base of every claimx record: immutable, and strict about the names of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Record):
    """An exact substring of the text as the user gave it: ``source_text[start:end] == text``."""

    text: str = Field(min_length=1, description="The quoted words, exactly as they stand in the text.")
    start: int = Field(ge=0, description="Offset of the first character (Unicode code points, from 0).")
    end: int = Field(gt=0, description="Offset just past the last character.")

    @model_validator(mode="after")
    def _offsets_span_the_text(self) -> "Quote":
        if self.end - self.start != len(self.text):
            raise ValueError(f"offsets {self.start}:{self.end} do not span {len(self.text)} characters of text")
        return self


class OptionalQuote(Record):
    """A quote that may be missing: ``text``, ``start`` and ``end`` are then all null."""

    text: str | None = Field(default=None, min_length=1, description="The quoted words, or null.")
    start: int | None = Field(default=None, ge=0, description="Offset of the first character, or null.")
    end: int | None = Field(default=None, gt=0, description="Offset just past the last character, or null.")

    @model_validator(mode="after")
    def _all_or_none(self) -> "OptionalQuote":
        given = [x is not None for x in (self.text, self.start, self.end)]
        if any(given) and not all(given):
            raise ValueError("text, start and end must be given together or be null together")
        if self.text is not None and self.end - self.start != len(self.text):  # type: ignore[operator]
            raise ValueError(f"offsets {self.start}:{self.end} do not span {len(self.text)} characters of text")
        return self
