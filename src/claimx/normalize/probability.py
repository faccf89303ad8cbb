"""A least confidence as users give it."""

from claimx.errors import InvalidConfidenceError


def probability(value: float | None) -> float | None:
    """Read a probability.

    Args:
        value: a number from 0 to 1, or None where none is asked for.

    Raises:
        InvalidConfidenceError: it is neither.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise InvalidConfidenceError(f"not a confidence from 0 to 1: {value!r}")
    return float(value)
