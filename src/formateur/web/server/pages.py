"""Pages for people, at the addresses that a site of files has too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from formateur.language import LANGUAGES, open_language
from formateur.reporting.page.assets import Linked, page_assets
from formateur.reporting.page.navigation import Ask, DayLink, LanguageLink, Navigation
from formateur.web.asked import Asked
from formateur.web.frames import ElectionRow, Offered, index_page
from formateur.web.questions import ForecastQuestion, Form, PageQuestion
from formateur.web.rendered import rendered, rendered_page
from formateur.web.server.desk import Desk
from formateur.web.server.problems import Problem
from formateur.web.server.query import ElectionQuery, LanguageQuery, PageQuery, in_language
from formateur.web.server.reading import Reading
from formateur.web.server.sending import FOREVER, send
from formateur.web.shelf import Offer
from formateur.web.story_page import story_style

WEEK = timedelta(days=7)
ANYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Pages:
    """Answers requests for pages."""

    reading: Reading
    desk: Desk

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/", self.index)
        router.add_api_route("/assets/{file}", self.asset)
        router.add_api_route("/embed/{election}/{day}/", self.embedded)
        router.add_api_route("/{election}/", self.usual)
        router.add_api_route("/{election}/{day}/", self.page)
        router.add_api_route("/{election}/{day}/forecast.json", self.as_json)
        router.add_api_route("/{election}/{day}/forecast.csv", self.as_csv)
        return router

    async def index(self, request: Request, query: Annotated[LanguageQuery, Query()]) -> Response:
        """List the elections."""
        language = open_language(query.lang)
        settings = in_language("", language.code)
        today = date.today()  # noqa: DTZ011 - the operator's day
        rows = [
            ElectionRow(
                name=one.facts.names.get(language.code, one.facts.name),
                address=f"{one.facts.id}/{settings}",
                vote=one.facts.date,
                day=one.usual_day(today),
                polls=len(one.facts.polls),
            )
            for one in self.reading.shelf
        ]
        html = index_page(
            rows,
            language,
            Linked("assets/"),
            languages=tuple(
                LanguageLink(one, f"./{in_language('', one)}")
                for one in LANGUAGES
                if one != language.code
            ),
            offered=Offered("api/v1/openapi.json", f"story{settings}"),
        )
        return send(request, rendered_page(html))

    async def asset(self, request: Request, file: str) -> Response:
        """Return a file that pages share."""
        for one in (*page_assets(), story_style()):
            if one.file == file:
                return send(request, rendered(one.content, one.media_type), cache=FOREVER)
        raise Problem(HTTPStatus.NOT_FOUND, f"There is no file {file[:100]!r}.")

    async def usual(self, election: str, query: Annotated[ElectionQuery, Query()]) -> Response:
        """Lead to the page of the day that is asked for, or of the usual one."""
        offer = self.reading.offer(election)
        day = self.reading.day(offer, query.as_of)
        asked = self.reading.asked(offer, day, query)
        open_language(query.lang)
        settings = in_language(asked.query, query.lang)
        return RedirectResponse(f"{day}/{settings}", HTTPStatus.TEMPORARY_REDIRECT)

    async def page(
        self, request: Request, election: str, day: str, query: Annotated[PageQuery, Query()]
    ) -> Response:
        """Show a forecast."""
        offer, asked = self._asked(election, day, query)
        navigation = around(offer, asked, query.lang)
        question = PageQuestion(asked, query.lang, Linked("../../assets/"), navigation)
        return send(request, await self.desk.ask(question))

    async def embedded(
        self, request: Request, election: str, day: str, query: Annotated[PageQuery, Query()]
    ) -> Response:
        """Show a forecast within the page of another site."""
        _, asked = self._asked(election, day, query)
        question = PageQuestion(asked, query.lang, Linked("../../../assets/"), None)
        return send(request, await self.desk.ask(question), ancestors=ANYWHERE)

    async def as_json(
        self, request: Request, election: str, day: str, query: Annotated[PageQuery, Query()]
    ) -> Response:
        """Return the figures of a page."""
        return await self._data(request, self._asked(election, day, query)[1], "json")

    async def as_csv(
        self, request: Request, election: str, day: str, query: Annotated[PageQuery, Query()]
    ) -> Response:
        """Return the figures of a page, one a row."""
        return await self._data(request, self._asked(election, day, query)[1], "csv")

    async def _data(self, request: Request, asked: Asked, form: Form) -> Response:
        return send(request, await self.desk.ask(ForecastQuestion(asked, form)))

    def _asked(self, election: str, day: str, query: PageQuery) -> tuple[Offer, Asked]:
        open_language(query.lang)
        offer = self.reading.offer(election)
        return offer, self.reading.asked(offer, self.reading.day(offer, day), query)


def around(offer: Offer, asked: Asked, language: str) -> Navigation:
    """Return what lies around the page of a forecast: a week on, a week back, any other day."""
    settings = in_language(asked.query, language)
    earlier, later = asked.day - WEEK, asked.day + WEEK
    return Navigation(
        home=f"../../{in_language('', language)}",
        json=f"forecast.json{asked.query}",
        csv=f"forecast.csv{asked.query}",
        earlier=DayLink(earlier, f"../{earlier}/{settings}") if earlier >= offer.first else None,
        later=DayLink(later, f"../{later}/{settings}") if later <= offer.last else None,
        languages=tuple(
            LanguageLink(one, in_language(asked.query, one) or "./")
            for one in LANGUAGES
            if one != language
        ),
        ask=Ask("../", offer.first, offer.last, asked.changes),
    )
