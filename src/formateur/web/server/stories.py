"""News stories over the network: by a form for people, by the JSON API for programs."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response

from formateur.language import LANGUAGES, open_language
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import LanguageLink
from formateur.story.schema import StoryDocument
from formateur.web.questions import StoryQuestion
from formateur.web.rendered import Refusal, rendered_page
from formateur.web.server.data import REFUSALS
from formateur.web.server.desk import Desk
from formateur.web.server.problems import Problem, problem_of
from formateur.web.server.query import LanguageQuery, Story, StoryQuery, in_language
from formateur.web.server.reading import Reading
from formateur.web.server.sending import send_once
from formateur.web.story_page import Filled, Surroundings, story_page

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
TEXTS = ("text/plain", "text/html")

MOST_FIELDS = 8

TAKEN: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {"schema": Story.model_json_schema()},
            **{one: {"schema": {"type": "string", "minLength": 1}} for one in TEXTS},
        },
    }
}

UNKNOWN_TYPE: dict[int | str, dict[str, Any]] = {
    415: {**REFUSALS[400], "description": "A story is sent as JSON, plain text or HTML."}
}


@dataclass(frozen=True, slots=True)
class Stories:
    """Answers requests about stories; no text is kept, logged or passed on."""

    reading: Reading
    desk: Desk

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter()
        router.add_api_route("/story", self.form, include_in_schema=False)
        router.add_api_route("/story", self.page, methods=["POST"], include_in_schema=False)
        router.add_api_route(
            "/api/v1/story",
            self.document,
            methods=["POST"],
            responses={**REFUSALS, **UNKNOWN_TYPE, 200: {"model": StoryDocument}},
            openapi_extra=TAKEN,
        )
        return router

    async def form(self, request: Request, query: Annotated[LanguageQuery, Query()]) -> Response:
        """Show the form."""
        html = story_page(self._around(query.lang), open_language(query.lang), Filled())
        return send_once(request, rendered_page(html))

    async def page(self, request: Request, query: Annotated[LanguageQuery, Query()]) -> Response:
        """Show which claims of the story in the form hold."""
        language, around = open_language(query.lang), self._around(query.lang)
        _expect(request, (FORM,))
        fields = _fields(await request.body())
        filled = Filled(fields.get("text", ""), fields.get("date", ""), fields.get("election", ""))
        try:
            question = self._question(
                filled.text.encode(), filled.date, filled.election, (around, query.lang)
            )
            given = await self.desk.ask(question)
            if not isinstance(given, Refusal):
                return send_once(request, given)
            problem = problem_of(given)
        except Problem as found:
            problem = found
        html = story_page(around, language, filled, problem=problem.detail)
        return send_once(request, rendered_page(html), problem.status)

    async def document(self, request: Request, query: Annotated[StoryQuery, Query()]) -> Response:
        """Say which claims of a news story hold; its text is not kept."""
        kind = _expect(request, (JSON, *TEXTS))
        body = await request.body()
        text, day, election = body, query.date, query.election
        if kind == JSON:
            if day or election:
                raise Problem(
                    HTTPStatus.BAD_REQUEST, "With JSON, give date and election beside the text."
                )
            story = _story(body)
            text, day, election = story.text.encode(), story.date, story.election
        given = await self.desk.ask(self._question(text, day or "", election or "", None))
        if isinstance(given, Refusal):
            raise problem_of(given)
        return send_once(request, given)

    def _question(
        self, text: bytes, day: str, election: str, page: tuple[Surroundings, str] | None
    ) -> StoryQuestion:
        if not election:
            return StoryQuestion(text, day, page=page)
        offer = self.reading.offer(election)
        return StoryQuestion(text, day, election, offer.place, offer.stamp, page)

    def _around(self, language: str) -> Surroundings:
        open_language(language)
        return Surroundings(
            assets=Linked("assets/"),
            home=f"./{in_language('', language)}",
            action=f"story{in_language('', language)}",
            elections=tuple(
                (one.facts.id, one.facts.names.get(language, one.facts.name))
                for one in self.reading.shelf
            ),
            languages=tuple(
                LanguageLink(one, f"story{in_language('', one)}")
                for one in LANGUAGES
                if one != language
            ),
        )


def _expect(request: Request, kinds: tuple[str, ...]) -> str:
    """Return the media type of what was sent."""
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent not in kinds:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send the story as {' or '.join(kinds)}.")
    return sent


def _fields(body: bytes) -> dict[str, str]:
    try:
        found = parse_qsl(body.decode(), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise Problem(
            HTTPStatus.BAD_REQUEST, "The form cannot be read: send text, date and election."
        ) from None
    return dict(found)


def _story(body: bytes) -> Story:
    try:
        return Story.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False)
        raise RequestValidationError(
            [{**one, "loc": ("body", *(one["loc"] or ("body",)))} for one in found]
        ) from None
