"""Who did it or who tells it: the words and the actor of the text that they mean."""

from typing import Any

from pydantic import Field, model_validator

from claimx.schema.labels import ActorType
from claimx.schema.quote import Quote


class Actor(Quote):
    """A quoted actor; mentions of one actor in a text share an id."""

    id: str | None = Field(default=None, description="The actor's id in this text: a1, a2, ...; null in gold.")
    name: str | None = Field(default=None, description="The actor's canonical name.")
    type: ActorType | None = Field(default=None, description="What kind of actor it is.")

    @model_validator(mode="before")
    @classmethod
    def _from_quote(cls, value: Any) -> Any:
        return value.model_dump() if type(value) is Quote else value
