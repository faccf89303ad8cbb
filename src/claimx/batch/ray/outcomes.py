"""What comes of a batch of articles, on its way from a process of the cluster to this one."""

import pickle
from collections.abc import Sequence

from claimx import errors
from claimx.batch.reading_queue import Outcomes
from claimx.errors import BatchError
from claimx.schema.claim import Claim

_Failure = tuple[str, str]


def packed(outcomes: Outcomes) -> bytes:
    """The outcomes as bytes: an exception as its name and what it says, as not every one can be pickled."""
    told = [_failure(each) if isinstance(each, Exception) else tuple(each) for each in outcomes]
    return pickle.dumps((told, None))


def packed_fault(error: Exception) -> bytes:
    """What is no article's fault, and ends the run, as bytes."""
    return pickle.dumps(((), _failure(error)))


def unpacked(data: bytes) -> Outcomes:
    """What :func:`packed` was given.

    Raises:
        ClaimxError: what :func:`packed_fault` was given, or a BatchError that says what it says.
    """
    told, fault = pickle.loads(data)
    if fault is not None:
        raise _fault(*fault)
    return [_exception(*each) if _is_failure(each) else each for each in told]


def _is_failure(each: Sequence[Claim] | _Failure) -> bool:
    return bool(each) and isinstance(each[0], str)


def _failure(error: Exception) -> _Failure:
    return type(error).__name__, str(error)


def _exception(name: str, said: str) -> Exception:
    return type(name, (Exception,), {})(said)


def _fault(name: str, said: str) -> Exception:
    kind = getattr(errors, name, None)
    if isinstance(kind, type) and issubclass(kind, errors.ClaimxError):
        return kind(said)
    return BatchError(f"a process that reads ended: {name}: {' '.join(said.split())[:300]}")
