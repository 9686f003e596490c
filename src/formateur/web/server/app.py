"""The application: addresses, what becomes of errors, and the description of the API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from formateur.control import visible
from formateur.errors import FormateurError
from formateur.language import LANGUAGES, open_language
from formateur.reporting.page.assets import Linked
from formateur.settings import DEFAULT_LANGUAGE
from formateur.version import __version__
from formateur.web.frames import problem_page
from formateur.web.rendered import rendered_page
from formateur.web.server.data import Data
from formateur.web.server.desk import BusyError, Desk
from formateur.web.server.guard import Guard
from formateur.web.server.pages import Pages
from formateur.web.server.problems import Problem, problem_of
from formateur.web.server.query import in_language
from formateur.web.server.reading import Reading
from formateur.web.server.single import Single
from formateur.web.server.stories import Stories
from formateur.web.server.workers import TooLongError
from formateur.web.shelf import Shelf

API = "/api/"
SHOWN_INPUT = 60

REFUSED: tuple[type[Exception], ...] = (
    *(Problem, FormateurError, RequestValidationError, HTTPException),
    *(BusyError, TooLongError, BrokenProcessPool, Exception),
)
"""What becomes an answer; the last is a mistake of ours, which goes to the log as well."""

TOO_BUSY = Problem(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "Too many forecasts are being worked out at once. Ask again in a few seconds.",
    retry_after=5,
)
TOO_LONG = Problem(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "Working this out took too long and was ended. Ask for fewer draws.",
    retry_after=60,
)
OUR_MISTAKE = Problem(
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "An error in Formateur itself; please report it with the address.",
)


def make_app(shelf: Shelf, desk: Desk, hosts: tuple[str, ...] = ()) -> Guard:
    """Return the application.

    Parameters
    ----------
    shelf
        The elections that are offered.
    desk
        Where questions are asked; it is closed when the application ends.
    hosts
        Names under which it may be addressed; any when empty.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        opening = asyncio.create_task(desk.open())  # pages that need no forecast do not wait
        yield
        opening.cancel()
        await desk.close()

    app = Application(
        title="Formateur",
        summary="Forecasts of elections, governments and motions, each figure with its source.",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    reading = Reading(shelf)
    app.include_router(Data(reading, desk).router())
    app.include_router(Single(reading, desk).router())
    app.include_router(Stories(reading, desk).router())
    app.include_router(Pages(reading, desk).router())
    for kind in REFUSED:
        app.add_exception_handler(kind, _refuse)
    return Guard(app, hosts)


class Application(FastAPI):
    """FastAPI, with refusals described as the media type that they are."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API."""
        if self.openapi_schema is None:
            described = super().openapi()
            for path in described["paths"].values():
                for operation in path.values():
                    for status, response in operation["responses"].items():
                        content = response.get("content", {})
                        if int(status) >= HTTPStatus.BAD_REQUEST and "application/json" in content:
                            content["application/problem+json"] = content.pop("application/json")
        return super().openapi()


async def _refuse(request: Request, error: Exception) -> Response:
    problem = _problem(error)
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after else {}
    if isinstance(error, HTTPException) and error.headers:
        headers |= error.headers  # which methods are allowed, say
    if request.url.path.startswith(API):
        body = problem.document.model_dump_json()
        return Response(body, problem.status, headers, media_type="application/problem+json")
    up = "../" * (request.url.path.count("/") - 1)
    spoken = request.query_params.get("lang", DEFAULT_LANGUAGE)
    code = spoken if spoken in LANGUAGES else DEFAULT_LANGUAGE
    html = problem_page(
        problem.status.phrase,
        problem.detail,
        open_language(code),
        Linked(f"{up}assets/"),
        home=(up or "./") + in_language("", code),
    )
    page = rendered_page(html)
    headers["Content-Security-Policy"] = f"{page.policy}; frame-ancestors 'none'"
    return Response(html, problem.status, headers, media_type="text/html")


def _problem(error: Exception) -> Problem:
    found = {BusyError: TOO_BUSY, TooLongError: TOO_LONG}.get(type(error), OUR_MISTAKE)
    match error:
        case Problem():
            found = error
        case FormateurError():
            found = problem_of(error)
        case RequestValidationError():
            found = Problem(HTTPStatus.BAD_REQUEST, _in_words(error.errors()))
        case HTTPException():
            status = HTTPStatus(error.status_code)
            found = Problem(status, f"{status.description or status.phrase}.")
    return found


def _in_words(errors: Sequence[Any]) -> str:
    """Say what is wrong with the parameters, one a line."""
    lines = []
    for one in errors:
        name = ".".join(str(part) for part in one["loc"][1:])
        if one["type"] == "extra_forbidden":
            lines.append(f"{visible(name)[:SHOWN_INPUT]}: there is no such parameter here.")
            continue
        given = visible(str(one.get("input", "")))[:SHOWN_INPUT]
        lines.append(f"{name}, {given!r}: {one['msg'].removeprefix('Input ')}.")
    return "\n".join(lines)
