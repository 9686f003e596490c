"""``formateur serve``: pages and data of any forecast, over HTTP."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from formateur.cli.options import Folders, whole_number
from formateur.errors import UsageError


def serve(
    *,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", parser=whole_number, help="0: any free one.")
    ] = 8000,
    folders: Folders = None,
    processes: Annotated[
        int,
        typer.Option("--jobs", metavar="N", parser=whole_number, help="Processes that compute."),
    ] = 1,
) -> None:
    """Serve the pages of the report, and their data, for any day and any what-if."""
    try:
        from formateur.web.server.desk import Desk
        from formateur.web.server.run import serve as run
    except ModuleNotFoundError as missing:
        raise UsageError(
            f"{missing.name} is not installed: pip install 'formateur[web]' brings what the server "
            "needs."
        ) from None
    from formateur.web.shelf import Shelf

    if processes < 1:
        raise UsageError(f"--jobs {processes}: at least 1 process has to compute.")
    run(Shelf(folders or ()), Desk(processes=processes), host, port, _tell)


def _tell(address: str) -> None:
    sys.stdout.write(f"Formateur serves at {address} until Ctrl-C.\n")
    sys.stdout.flush()
