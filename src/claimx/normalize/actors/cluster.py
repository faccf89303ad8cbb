"""An actor in the making: the readings that were linked so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.normalize.actors.reading import Reading


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one actor.

    Attributes:
        readings: their readings, in the document's order.
    """

    readings: list[Reading] = field(default_factory=list)

    @property
    def first(self) -> Reading:
        """The reading that began the cluster."""
        return self.readings[0]

    @property
    def type(self) -> str:
        """The type of the first reading that tells one; "unknown" if none does."""
        return next((r.type for r in self.readings if r.kind == "known"), None) or next(
            (r.type for r in self.readings if r.type != "unknown"), "unknown"
        )
