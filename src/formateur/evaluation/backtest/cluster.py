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
        When Dask is not installed, or no scheduler answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - only who asks for a cluster needs it
    except ImportError:
        raise UsageError(
            "--cluster needs Dask. Install it with: pip install 'formateur[cluster]'."
        ) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {address!r} ({error}). Start one with `dask scheduler`, "
            "and give the address that it prints."
        ) from None
    try:
        yield client.get_executor()
    finally:
        client.close()
