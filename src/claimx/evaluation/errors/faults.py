"""What an error costs: recall, precision or both."""

from collections.abc import Hashable
from typing import Literal

Fault = Literal["missed", "wrong", "spurious"]
"""What an error costs: a gold thing that was not found, one of each side that stand for each other, or a predicted
thing that is not in gold. Missed and wrong ones cost recall, wrong and spurious ones precision."""

FAULTS: tuple[Fault, ...] = ("missed", "wrong", "spurious")
"""Every fault, in the order of a report."""


def fault_of(said: Hashable | None, true: Hashable | None) -> Fault:
    """What it costs when two values differ.

    Args:
        said: the predicted value, or None where there is none.
        true: the gold value, or None where there is none.

    Returns:
        The fault, if the two differ; whether they do is for the caller to find out.
    """
    if said is None:
        return "missed"
    return "spurious" if true is None else "wrong"
