"""Running the server until it is told to end."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from formateur.errors import UsageError
from formateur.web.server.app import make_app
from formateur.web.server.desk import Desk
from formateur.web.server.guard import LOOPBACK
from formateur.web.shelf import Shelf

MOST_CONNECTIONS = 1000


def serve(shelf: Shelf, desk: Desk, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted.

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
    listening = _listen(host, port)
    local = listening.getsockname()[0] in ("127.0.0.1", "::1")
    app = make_app(shelf, desk, LOOPBACK if local else ())
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=2,
    )
    named = f"[{host}]" if ":" in host else host
    ready(f"http://{named}:{listening.getsockname()[1]}/")
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:  # the usual way to end it
        pass
    finally:
        listening.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"nothing can listen at {host}, port {port}: {why}. Choose another --port, or 0 for "
            "any free one."
        ) from None
