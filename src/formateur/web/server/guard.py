"""Around everything: security headers on every answer, and bounds on what comes in."""

from __future__ import annotations

import json
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from formateur.web.server.problems import Problem

MOST_BODY = 1 << 16
"""Bytes that a request may carry."""

MOST_STORY = 1 << 20
"""Bytes that a story may have: pages of news are long, a story is not."""

STORIES = ("/story", "/api/v1/story")
"""Addresses that take stories."""

MOST_DRAINED = 1 << 24
"""Bytes of a story too large that are still taken in, and dropped: a browser that is cut off while
it sends does not show why."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What an answer says when it does not say otherwise itself."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """An application with its security headers.

    Parameters
    ----------
    hosts
        Names under which the server may be addressed; any when empty. Without it, a page of
        another site could read a server on this machine by pointing its own name here.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = ()) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._hosts and _name(headers.get("host", "")) not in self._hosts:
            wrong = Problem(
                HTTPStatus.MISDIRECTED_REQUEST,
                f"This server answers to {', '.join(self._hosts)} only.",
            )
            await _refuse(wrong, with_headers(send))
            return
        most, at_once = MOST_BODY, MOST_BODY
        if scope["path"] in STORIES:
            most, at_once = MOST_STORY, MOST_DRAINED
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:12]) > at_once:
            await _refuse(_too_large(most), with_headers(send))
            return
        if scope["method"] == "HEAD":  # the server sends no body for it, whatever comes
            scope = {**scope, "method": "GET"}
        await self._app(scope, _bounded(receive, most), with_headers(send))


def with_headers(send: Send) -> Send:
    """Return a way to send that adds the headers which an answer lacks."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if "frame-ancestors *" in headers["Content-Security-Policy"]:
                del headers["X-Frame-Options"]
        await send(message)

    return sending


def _name(host: str) -> str:
    """Return the host without its port."""
    return host if host.endswith("]") else host.rpartition(":")[0] if ":" in host else host


def _too_large(most: int) -> Problem:
    return Problem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A request may carry {most:,} bytes at most here."
    )


def _bounded(receive: Receive, most: int) -> Receive:
    """Return a way to receive that stops when too much comes, its length told or not."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            while message.get("more_body", False) and seen < MOST_DRAINED:
                message = await receive()
                seen += len(message.get("body", b""))
            raise _too_large(most)
        return message

    return receiving


async def _refuse(problem: Problem, send: Send) -> None:
    body = json.dumps(problem.document.model_dump()).encode()
    headers = [(b"content-type", b"application/problem+json"), (b"connection", b"close")]
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": problem.status.value, "headers": headers})
    await send({"type": "http.response.body", "body": body})
