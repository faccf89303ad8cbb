"""Faults of the way to a file, which may be over in a moment, told from faults of the file, which stay."""

import errno
from collections.abc import Iterator

# What the system says of a file, not of the disk or network that it lies on.
_OF_THE_FILE = {
    errno.ENOENT,
    errno.EACCES,
    errno.EPERM,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.EINVAL,
    errno.EFBIG,
    errno.EOVERFLOW,
    errno.EOPNOTSUPP,
}
# Packages that carry bytes over a network. fsspec's file systems let their exceptions through, and none may be imported
# here only to be named. What these packages say of a URL that is no URL is a ValueError.
_CARRIERS = {
    "adlfs",
    "aiobotocore",
    "aiohttp",
    "azure",
    "botocore",
    "gcsfs",
    "google",
    "http",
    "httpcore",
    "httpx",
    "paramiko",
    "requests",
    "smbprotocol",
    "socket",
    "ssl",
    "urllib",
    "urllib3",
}
# Of the answers that put the blame on the question, those that mean "not now", or "not you, any more".
_LATER = {401, 407, 408, 425, 429}
_EXPIRED = {"ExpiredToken", "ExpiredTokenException", "InvalidToken", "RequestTimeTooSkewed", "TokenRefreshRequired"}


def is_transport(error: BaseException) -> bool:
    """Whether it tells of the way to a file rather than of the file: trying again may help.

    Such are the system's errors, but for those that say that a file is not there, may not be read or is none; lost
    connections and time that ran out; whatever the packages raise that carry bytes over a network, but for answers of
    a server that refuses. Not such are the errors of what unpacks or parses, some of which are an ``OSError`` too.
    """
    return any(_is_carriers(link) for link in _chain(error))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what it was raised from: fsspec calls a file missing that it could not ask for."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__


def _is_carriers(error: BaseException) -> bool:
    status = _status(error)
    if status is not None and 400 <= status < 600:
        return status >= 500 or status in _LATER
    if isinstance(error, (ConnectionError, TimeoutError)):
        return True
    if any(kind.__module__.partition(".")[0] in _CARRIERS for kind in type(error).__mro__):
        return isinstance(error, OSError) or not isinstance(error, ValueError)
    return isinstance(error, OSError) and error.errno is not None and error.errno not in _OF_THE_FILE


def _status(error: BaseException) -> int | None:
    """The HTTP status of an answer, where the error is about one."""
    answer = getattr(error, "response", None)
    if isinstance(answer, dict):  # botocore
        about, of = answer.get("Error") or {}, answer.get("ResponseMetadata") or {}
        status = 401 if about.get("Code") in _EXPIRED else of.get("HTTPStatusCode")
    else:
        told = (getattr(at, name, None) for at in (error, answer) for name in ("status", "status_code", "code"))
        status = next((value for value in told if value is not None), None)
    if isinstance(status, str) and status.isdecimal():
        status = int(status)
    return status if isinstance(status, int) else None
