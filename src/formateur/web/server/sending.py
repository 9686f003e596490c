"""Answers on their way: compressed where it is understood, and not sent again where it is known."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from formateur.web.rendered import Rendered
from formateur.web.server.desk import Answer
from formateur.web.server.problems import problem_of

FRESH = "no-cache"
"""Kept by browsers, but asked about each time: facts and days move on."""

FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""


def send(
    request: Request, given: Answer, *, cache: str = FRESH, ancestors: str = "'none'"
) -> Response:
    """Return the response for an answer.

    Parameters
    ----------
    cache
        How long it may be kept.
    ancestors
        Which pages may frame it.

    Raises
    ------
    Problem
        When the answer is a refusal.
    """
    if not isinstance(given, Rendered):
        raise problem_of(given)
    headers = {"ETag": given.etag, "Cache-Control": cache}
    if _knows(request, given.etag):
        headers |= _headers(given, ancestors)
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return _response(request, given, headers, ancestors)


def send_once(request: Request, given: Rendered, status: HTTPStatus = HTTPStatus.OK) -> Response:
    """Return the response for what nobody on its way may keep."""
    return _response(request, given, {"Cache-Control": "no-store"}, "'none'", status)


def _response(
    request: Request,
    given: Rendered,
    headers: Mapping[str, str],
    ancestors: str,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    headers = {**headers, **_headers(given, ancestors), "Content-Type": given.media_type}
    if not _understands_gzip(request):
        return Response(given.plain, status, headers)
    return Response(given.packed, status, {**headers, "Content-Encoding": "gzip"})


def _headers(given: Rendered, ancestors: str) -> dict[str, str]:
    policy = given.policy or "default-src 'none'"
    return {
        "Vary": "Accept-Encoding",
        "Content-Security-Policy": f"{policy}; frame-ancestors {ancestors}",
    }


def _knows(request: Request, etag: str) -> bool:
    known = request.headers.get("if-none-match", "").split(",")
    return any(one.strip().removeprefix("W/") in (etag, "*") for one in known)


def _understands_gzip(request: Request) -> bool:
    for one in request.headers.get("accept-encoding", "").split(","):
        coding, _, quality = one.partition(";")
        if coding.strip().lower() in ("gzip", "*"):
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
