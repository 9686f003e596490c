"""Answers to questions; run in processes that compute, so that others can serve meanwhile."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, TypedDict

from pydantic import TypeAdapter

from formateur import api, questions
from formateur.errors import FormateurError
from formateur.forecasting import Forecast
from formateur.language import open_language
from formateur.law_changes import parse_changes
from formateur.reporting.coalitions import CoalitionsView, coalitions_view
from formateur.reporting.events_document import make_events_document
from formateur.reporting.explain import explain
from formateur.reports import EventsReport, Report
from formateur.web.asked import Asked
from formateur.web.forecast_page import forecast_page
from formateur.web.questions import (
    CalendarQuestion,
    ChangesQuestion,
    CoalitionsQuestion,
    EventsQuestion,
    ExplainQuestion,
    ForecastQuestion,
    MotionQuestion,
    PageQuestion,
    Question,
    StoryQuestion,
)
from formateur.web.rendered import Refusal, Rendered, rendered, rendered_page
from formateur.web.story_answers import story_answer

KEPT = 4
"""Forecasts that a process keeps: a page and its figures are often asked for in turn."""

TableQuestion = (
    ForecastQuestion | ChangesQuestion | MotionQuestion | EventsQuestion | CalendarQuestion
)


class Table(Protocol):
    """What is written for programs."""

    def to_json(self) -> str:
        """Return it as JSON text."""
        ...

    def to_csv(self) -> str:
        """Return it as CSV text."""
        ...


class Settings(TypedDict):
    """What every forecast is given."""

    draws: int
    seed: int
    model: str


WARMING_DRAWS = 10

MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def answer(question: Question) -> Rendered | Refusal:
    """Answer a question, or say why there is no answer."""
    try:
        match question:
            case StoryQuestion():
                return story_answer(question, lambda asked: _report(asked).document)
            case PageQuestion():
                return _page(question)
            case CoalitionsQuestion():
                view = coalitions_view(_forecast(question.asked), question.wanted)
                body = TypeAdapter(CoalitionsView).dump_json(view, indent=1) + b"\n"
                return rendered(body, MEDIA_TYPES["json"])
            case ExplainQuestion():
                document = _report(question.asked).document
                told = explain(document, question.figure, open_language(question.language))
                return rendered(told.to_json(), MEDIA_TYPES["json"])
            case _:
                report = _told(question)
    except FormateurError as error:
        return Refusal(type(error).__name__, str(error))
    text = report.to_json() if question.form == "json" else report.to_csv()
    return rendered(text, MEDIA_TYPES[question.form])


def _page(question: PageQuestion) -> Rendered:
    report = _report(question.asked)
    page = forecast_page(report, question.language, question.assets, question.navigation)
    return rendered_page(page)


def _told(question: TableQuestion) -> Table:
    """Return an answer that can be written as JSON and as CSV."""
    asked = question.asked
    settings: Settings = {"draws": asked.draws, "seed": asked.seed, "model": asked.model}
    match question:
        case ForecastQuestion():
            return _report(asked)
        case ChangesQuestion():
            return api.compare(asked.place, asked.day, question.last, **settings)
        case MotionQuestion():
            return questions.motion(
                asked.place,
                question.motion,
                as_of=asked.day,
                positions=dict(question.positions),
                majority=question.majority,
                **settings,
            )
        case EventsQuestion():
            return EventsReport(make_events_document(_forecast(asked), question.event))
        case CalendarQuestion():
            return questions.calendar(asked.place, as_of=asked.day)


def warm_up() -> None:
    """Make a small forecast, so that loops are compiled before somebody waits for one."""
    first = api.elections()[0]
    api.report(api.forecast(first, draws=WARMING_DRAWS))


@lru_cache(maxsize=KEPT)
def _forecast(asked: Asked) -> Forecast:
    return api.forecast(
        asked.place,
        as_of=asked.day,
        without=asked.without,
        changes=parse_changes(asked.changes),
        draws=asked.draws,
        seed=asked.seed,
        model=asked.model,
    )


@lru_cache(maxsize=KEPT)
def _report(asked: Asked) -> Report:
    return api.report(_forecast(asked))
