"""The JSON API, version 1: the documents of the command line, by address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import Field
from starlette.responses import Response

from formateur.reporting.changes_schema import ChangesDocument
from formateur.reporting.coalitions import Asked as Coalitions
from formateur.reporting.coalitions import CoalitionsView
from formateur.reporting.record import Record
from formateur.reporting.schema import ForecastDocument
from formateur.web.questions import ChangesQuestion, CoalitionsQuestion, ForecastQuestion
from formateur.web.rendered import rendered
from formateur.web.server.desk import Desk
from formateur.web.server.problems import ProblemDocument
from formateur.web.server.query import ChangesQuery, CoalitionsQuery, ForecastQuery
from formateur.web.server.reading import Reading
from formateur.web.server.sending import send

Election = Annotated[
    str, Path(min_length=1, max_length=100, description="Id; `/elections` lists them.")
]

CSV = {"text/csv": {"schema": {"type": "string"}}}

REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": ProblemDocument, "description": "Something asked cannot be."},
    404: {"model": ProblemDocument, "description": "No such election, statement or day."},
    413: {"model": ProblemDocument, "description": "The request carries too much."},
    422: {"model": ProblemDocument, "description": "The change of the law cannot be."},
    503: {"model": ProblemDocument, "description": "Too busy, or it took too long: try again."},
}


class OfferedElection(Record):
    """An election that can be asked for."""

    id: str
    name: str
    names: dict[str, str] = Field(description="By language.")
    country: str
    chamber: str
    vote: date = Field(description="The day of the vote.")
    law: str
    first_day: date = Field(description="The first day that may be asked for.")
    last_day: date
    usual_day: date = Field(description="The day when none is asked for.")
    polls: int
    statements: int
    motions: int


class ElectionsDocument(Record):
    """The elections, the latest vote first."""

    elections: list[OfferedElection]


@dataclass(frozen=True, slots=True)
class Data:
    """Answers requests for data."""

    reading: Reading
    desk: Desk

    def router(self) -> APIRouter:
        """Return the addresses, below ``/api/v1``."""
        router = APIRouter(prefix="/api/v1", responses=REFUSALS)
        add = router.add_api_route
        add("/elections", self.elections, responses={200: {"model": ElectionsDocument}})
        add(
            "/forecast/{election}",
            self.forecast,
            responses={200: {"model": ForecastDocument, "content": CSV}},
        )
        add("/coalitions/{election}", self.coalitions, responses={200: {"model": CoalitionsView}})
        add(
            "/changes/{election}",
            self.changes,
            responses={200: {"model": ChangesDocument, "content": CSV}},
        )
        return router

    async def elections(self, request: Request) -> Response:
        """List the elections."""
        today = date.today()  # noqa: DTZ011 - the operator's day
        found = [
            OfferedElection(
                id=one.facts.id,
                name=one.facts.name,
                names=dict(one.facts.names),
                country=one.facts.country,
                chamber=one.facts.chamber,
                vote=one.facts.date,
                law=one.facts.law,
                first_day=one.first,
                last_day=one.last,
                usual_day=one.usual_day(today),
                polls=len(one.facts.polls),
                statements=len(one.facts.statements),
                motions=len(one.facts.motions),
            )
            for one in self.reading.shelf
        ]
        text = ElectionsDocument(elections=found).model_dump_json(indent=1) + "\n"
        return send(request, rendered(text, "application/json"))

    async def forecast(
        self, request: Request, election: Election, query: Annotated[ForecastQuery, Query()]
    ) -> Response:
        """Forecast votes, seats, coalitions and motions as of a day."""
        asked = self.reading.read(election, query.as_of, query)
        return send(request, await self.desk.ask(ForecastQuestion(asked, query.format)))

    async def coalitions(
        self, request: Request, election: Election, query: Annotated[CoalitionsQuery, Query()]
    ) -> Response:
        """Show coalitions with what they could and what they would do."""
        asked = self.reading.read(election, query.as_of, query)
        wanted = Coalitions(
            include=tuple(query.include),
            exclude=tuple(query.exclude),
            without=asked.without,
            minority=query.minority,
            min_seats=query.min_seats,
        )
        return send(request, await self.desk.ask(CoalitionsQuestion(asked, wanted)))

    async def changes(
        self, request: Request, election: Election, query: Annotated[ChangesQuery, Query()]
    ) -> Response:
        """Say what changed between two days, and why."""
        offer = self.reading.offer(election)
        asked = self.reading.asked(offer, self.reading.day(offer, query.first), query)
        last = self.reading.day(offer, query.last)
        return send(request, await self.desk.ask(ChangesQuestion(asked, last, query.format)))
