"""Running forecasts on a Dask cluster: the one file that needs the extra ``cluster``."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from formateur.errors import UsageError


@contextmanager
def dask_cluster(address: str) -> Iterator[Executor]:
    """Run on a Dask cluster, whose workers must have this version of Formateur.

    Parameters
    ----------
    address
        Of the scheduler, ``tcp://10.0.0.1:8786``.

    Raises
    ------
    UsageError
        When Dask is not installed, no scheduler answers there, or workers die again and again.
    """
    try:
        # only who asks for a cluster needs it
        from distributed import Client, KilledWorker  # noqa: PLC0415
        from distributed.comm.addressing import get_address_host_port  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            "--cluster needs Dask. Install it with: pip install 'formateur[cluster]'."
        ) from None
    try:
        # a client that is made and cannot be used complains once more when it is cleared away
        get_address_host_port(address)
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {address!r} ({error}). Start one with `dask scheduler`, "
            "and give the address that it prints."
        ) from None
    try:
        yield client.get_executor()
    except KilledWorker:
        raise UsageError(
            "workers of the cluster died again and again at one forecast. What is done is kept: "
            "look at their logs, and give the same command again."
        ) from None
    finally:
        client.close()
