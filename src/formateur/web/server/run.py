"""Running the server until it is told to end."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

import uvicorn

from formateur.errors import UsageError
from formateur.web.server.app import make_app
from formateur.web.server.desk import Desk
from formateur.web.server.guard import LOOPBACK
from formateur.web.shelf import Shelf

MOST_PORT = 65_535

MOST_CONNECTIONS = 1000
"""Beyond that, a connection is told at once that there are too many."""


def serve(shelf: Shelf, desk: Desk, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted, which is the usual way to end.

    Parameters
    ----------
    host, port
        Where to listen; port 0 takes any free one.
    ready
        Is told the address once it can be asked.

    Raises
    ------
    UsageError
        When nothing can listen there.
    """
    with listen(host, port) as listening:
        server = make_server(shelf, desk, listening)
        named = f"[{host}]" if ":" in host else host
        ready(f"http://{named}:{listening.getsockname()[1]}/")
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listening])


def make_server(shelf: Shelf, desk: Desk, listening: socket.socket) -> uvicorn.Server:
    """Return a server for that socket, not running yet.

    Where only this machine can ask, only its own names are answered to.
    """
    local = listening.getsockname()[0] in ("127.0.0.1", "::1")
    config = uvicorn.Config(
        make_app(shelf, desk, LOOPBACK if local else ()),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def listen(host: str, port: int) -> socket.socket:
    """Listen at an address.

    Raises
    ------
    UsageError
        When that cannot be: the port is taken, or the address is not of this machine.
    """
    if not 0 <= port <= MOST_PORT:
        raise UsageError(f"--port {port}: a port is a number from 0 to {MOST_PORT}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(
            f"nothing can listen at {host}, port {port}: {error.strerror}. Choose another "
            "--port, or 0 for any free one."
        ) from None
