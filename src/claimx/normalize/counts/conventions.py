"""Recasts a literal count into the figures that a conflict dataset would record for it."""

from __future__ import annotations

from claimx.normalize.counts.value import PLURAL_FLOOR, CountValue

# What ACLED codes for an unknown number of dead, in a smaller and in a larger event.
_ACLED_SMALL = 3
_ACLED_LARGE = 10


def to_acled(count: CountValue) -> CountValue:
    """Recast a count as ACLED would code it.

    Args:
        count: the count, read with one unit as the floor of plurals such as "dozens".

    Returns:
        The count with the figure ACLED would record as ``value``; see :func:`.counts.parse_count`.
    """
    if count.modifier == "range":
        return CountValue(count.min, count.min, count.max, "range")
    if count.modifier != "indefinite":
        return count
    if count.min is None or count.min <= PLURAL_FLOOR:
        return CountValue(_ACLED_SMALL, _ACLED_SMALL, _ACLED_LARGE, "indefinite")
    return CountValue(count.min, count.min, None, "indefinite")


def to_ucdp(count: CountValue) -> CountValue:
    """Recast a literal count as UCDP's low, best and high estimates.

    Args:
        count: the literal count.

    Returns:
        The count with ``min`` the low, ``value`` the best and ``max`` the high estimate; see
        :func:`.counts.parse_count`.
    """
    best = count.value if count.value is not None else count.min
    if best is None:
        return count
    low = count.min
    if low is None and count.modifier in ("about", "nearly"):
        low = best
    return CountValue(best, low, count.max if count.max is not None else best, count.modifier)
