"""The JSON API, version 1: what is asked about one thing: a motion, a figure, events."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from formateur.language import open_language
from formateur.reporting.calendar_document import CalendarDocument
from formateur.reporting.events_document_schema import EventsDocument
from formateur.reporting.explain import Explanation
from formateur.reporting.motion_document import MotionDocument
from formateur.web.questions import (
    CalendarQuestion,
    EventsQuestion,
    ExplainQuestion,
    MotionQuestion,
)
from formateur.web.server.data import CSV, REFUSALS, Election
from formateur.web.server.desk import Desk
from formateur.web.server.problems import Problem
from formateur.web.server.query import (
    CalendarQuery,
    EventsQuery,
    ExplainQuery,
    MotionQuery,
    Settings,
)
from formateur.web.server.reading import Reading
from formateur.web.server.sending import send

MotionId = Annotated[
    str, Path(min_length=1, max_length=100, description="Id; the forecast lists motions.")
]
Figure = Annotated[
    str, Path(min_length=1, max_length=300, description="Name, such as `seats.likud`.")
]


@dataclass(frozen=True, slots=True)
class Single:
    """Answers requests about one thing."""

    reading: Reading
    desk: Desk

    def router(self) -> APIRouter:
        """Return the addresses, below ``/api/v1``."""
        router = APIRouter(prefix="/api/v1", responses=REFUSALS)
        for path, answer, model in (
            ("/motion/{election}/{motion}", self.motion, MotionDocument),
            ("/events/{election}", self.events, EventsDocument),
            ("/calendar/{election}", self.calendar, CalendarDocument),
        ):
            router.add_api_route(path, answer, responses={200: {"model": model, "content": CSV}})
        router.add_api_route(
            "/explain/{election}/{figure}", self.explain, responses={200: {"model": Explanation}}
        )
        return router

    async def motion(
        self,
        request: Request,
        election: Election,
        motion: MotionId,
        query: Annotated[MotionQuery, Query()],
    ) -> Response:
        """Say what becomes of a motion: a majority, a government that brings it, who decides it."""
        asked = self.reading.read(election, query.as_of, query)
        positions = tuple(_position(one) for one in query.positions)
        question = MotionQuestion(asked, motion, positions, query.majority, query.format)
        return send(request, await self.desk.ask(question))

    async def events(
        self, request: Request, election: Election, query: Annotated[EventsQuery, Query()]
    ) -> Response:
        """Say what each event of a campaign did, as far as polls can tell."""
        asked = self.reading.read(election, query.as_of, query)
        return send(request, await self.desk.ask(EventsQuestion(asked, query.event, query.format)))

    async def calendar(
        self, request: Request, election: Election, query: Annotated[CalendarQuery, Query()]
    ) -> Response:
        """Say what is past, what is due by law, and what may follow."""
        asked = self.reading.read(election, query.as_of, Settings())
        return send(request, await self.desk.ask(CalendarQuestion(asked, query.format)))

    async def explain(
        self,
        request: Request,
        election: Election,
        figure: Figure,
        query: Annotated[ExplainQuery, Query()],
    ) -> Response:
        """Say where a figure comes from: law, votes, polls with weights, sources."""
        asked = self.reading.read(election, query.as_of, query)
        open_language(query.lang)
        return send(request, await self.desk.ask(ExplainQuestion(asked, figure, query.lang)))


def _position(words: str) -> tuple[str, str]:
    """Read where a list is taken to stand."""
    one, sign, position = words.partition("=")
    if not (one and sign and position):
        raise Problem(
            HTTPStatus.BAD_REQUEST, f"set, {words!r}: write LIST=POSITION, as in likud=support."
        )
    return one, position
