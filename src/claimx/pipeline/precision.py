"""How exactly the networks are to read."""

from enum import StrEnum

from claimx.errors import InvalidPrecisionError


class Precision(StrEnum):
    """What a user may ask for: what this machine is fastest with, or the same on every machine."""

    auto = "auto"
    float32 = "float32"


def precision_of(name: str) -> Precision:
    """The precision of a name.

    Raises:
        InvalidPrecisionError: there is none of that name.
    """
    try:
        return Precision(name)
    except ValueError as error:
        known = " or ".join(repr(each.value) for each in Precision)
        raise InvalidPrecisionError(f"precision must be {known}, not {name!r}") from error
