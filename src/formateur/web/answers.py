"""Answers to questions; run in processes that compute, so that others can serve meanwhile."""

from __future__ import annotations

from functools import lru_cache

from pydantic import TypeAdapter

from formateur import api
from formateur.errors import FormateurError
from formateur.forecasting import Forecast
from formateur.law_changes import parse_changes
from formateur.reporting.coalitions import CoalitionsView, coalitions_view
from formateur.reports import ChangesReport, Report
from formateur.web.asked import Asked
from formateur.web.forecast_page import forecast_page
from formateur.web.questions import (
    ChangesQuestion,
    CoalitionsQuestion,
    ForecastQuestion,
    Form,
    PageQuestion,
    Question,
)
from formateur.web.rendered import Refusal, Rendered, rendered, rendered_page

KEPT = 4
"""Forecasts that a process keeps: a page and its figures are often asked for in turn."""

WARMING_DRAWS = 10

MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def answer(question: Question) -> Rendered | Refusal:
    """Answer a question, or say why there is no answer."""
    try:
        match question:
            case PageQuestion():
                document = _report(question.asked).document
                page = forecast_page(
                    document, question.language, question.assets, question.navigation
                )
                return rendered_page(page)
            case ForecastQuestion():
                return _written(_report(question.asked), question.form)
            case CoalitionsQuestion():
                view = coalitions_view(_forecast(question.asked), question.wanted)
                text = TypeAdapter(CoalitionsView).dump_json(view, indent=1) + b"\n"
                return rendered(text, MEDIA_TYPES["json"])
            case ChangesQuestion():
                return _written(_changes(question), question.form)
    except FormateurError as error:
        return Refusal(type(error).__name__, str(error))


def warm_up() -> None:
    """Make a small forecast, so that loops are compiled before somebody waits for one."""
    first = api.elections()[0]
    api.report(api.forecast(first, draws=WARMING_DRAWS))


def _written(report: Report | ChangesReport, form: Form) -> Rendered:
    text = report.to_json() if form == "json" else report.to_csv()
    return rendered(text, MEDIA_TYPES[form])


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


def _changes(question: ChangesQuestion) -> ChangesReport:
    asked = question.asked
    return api.compare(
        asked.place,
        asked.day,
        question.last,
        draws=asked.draws,
        seed=asked.seed,
        model=asked.model,
    )
