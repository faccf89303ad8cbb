"""What goes into the actor resolver and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A quoted perpetrator or source.

    Attributes:
        text: the words as quoted.
        start: the offset of its first character in the document; None where that is not known.
    """

    text: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """The actor that a mention stands for.

    Attributes:
        id: "a1", "a2", ... in the order in which a document first mentions its actors.
        name: the canonical name, the same for all mentions of one actor.
        type: one of :data:`~claimx.schema.labels.ACTOR_TYPES`.
    """

    id: str
    name: str
    type: str
