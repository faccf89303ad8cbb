"""One error, before errors are counted by kind."""

from dataclasses import dataclass

from claimx.evaluation.errors.faults import Fault
from claimx.evaluation.errors.kinds import ErrorExample


@dataclass(frozen=True)
class Finding:
    """One error: what it counts under, and where it is.

    Attributes:
        group: the measure that it counts under: 'claims', the name of a slot, 'event_links' or 'subset_of'.
        fault: whether something is missed, wrong or spurious.
        kind: what is wrong with it.
        example: the claims and the words concerned.
    """

    group: str
    fault: Fault
    kind: str
    example: ErrorExample
