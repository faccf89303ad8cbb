"""Ray, started on this machine or joined on a cluster, and left as it was found."""

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from claimx.errors import BatchError

#: The cluster to join is told as every program of Ray's is told it.
ADDRESS_VARIABLE = "RAY_ADDRESS"

# What Ray keeps of the articles that are on their way; there are never many of them.
_STORE_BYTES = 512 << 20

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # what is read here is nobody's business
    "RAY_DEDUP_LOGS": "1",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}


def check_ray() -> None:
    """See that Ray Data is installed, without importing it.

    Raises:
        BatchError: it is not; the message says how to install it.
    """
    for package in ("ray", "pandas", "pyarrow"):
        if find_spec(package) is None:
            raise BatchError(f"--engine ray needs {package}: pip install 'claimx[ray]'")


@contextmanager
def ray_session(cpus: int | None) -> Iterator[None]:
    """Within it, Ray runs: the cluster that ``RAY_ADDRESS`` names, or one of this machine's cores, stopped at the end.

    Args:
        cpus: cores to give to Ray on this machine; None for all. A cluster has its own.

    Raises:
        BatchError: there is no such cluster, or Ray cannot start.
    """
    check_ray()
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    import ray

    if ray.is_initialized():  # by a program that runs Ray itself
        yield
        return
    address = os.environ.get(ADDRESS_VARIABLE, "").strip()
    address = "" if address == "local" else address
    _check_address(address)
    local = {"num_cpus": cpus, "object_store_memory": _STORE_BYTES, "include_dashboard": False}
    with _signals_kept(), _without_stderr():
        try:
            ray.init(
                address=address or "local",
                log_to_driver=False,
                logging_level=logging.ERROR,
                **({} if address else local),
            )
        except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
            where = (
                f"no Ray cluster can be joined at {address} (does it want a token?)"
                if address
                else "Ray cannot be started"
            )
            raise BatchError(f"{where}: {' '.join(str(error).split())[:200]}") from error
    _silence()
    try:
        yield
    finally:
        ray.shutdown()


def _check_address(address: str) -> None:
    """See that somebody listens at an address: Ray itself would wait for minutes, and end the process."""
    if address in ("", "auto"):
        return
    if "://" in address:
        raise BatchError(f"{ADDRESS_VARIABLE} is {address}: name the cluster itself, by HOST:PORT or auto")
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
    except (OSError, ValueError) as error:
        raise BatchError(f"no Ray cluster can be joined at {address}: {error}") from error


def _silence() -> None:
    """Keep what Ray Data tells off the terminal; it stands in the files of Ray's session."""
    import ray.data

    for handler in logging.getLogger(ray.data.__name__).handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setLevel(logging.CRITICAL)


@contextmanager
def _without_stderr() -> Iterator[None]:
    """Keep off the terminal what the parts of Ray that are not Python write there while it starts."""
    sys.stderr.flush()
    before, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)
        os.close(nothing)


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Keep what the program does when it is asked to end, which Ray would replace."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
