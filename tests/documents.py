"""Forecast documents to render: real ones, and one whose every text is hostile."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from formateur import api
from formateur.folder import open_election
from formateur.reporting.schema import ForecastDocument
from formateur.reports import Report

HOSTILE = "<script>alert('x')</script>\" onload=\"y\" & <b>'{{ 7 * 7 }}"

TEXTS = {
    "name", "leader", "title", "question", "summary", "note", "text", "reported_by", "pollster",
    "sponsor", "reason", "limits", "about_name", "firmness", "unless_without", "who", "step",
    "body", "time", "estimator", "run",
}  # fmt: skip
"""Fields that hold words out of a folder, or words that could be."""


@cache
def report(election: str = "il-2019-09", days_before: int = 3) -> Report:
    facts, _ = open_election(election)
    day = facts.date - timedelta(days=days_before)
    return api.report(api.forecast(election, as_of=day, draws=2000))


def document(election: str = "il-2019-09", days_before: int = 3) -> ForecastDocument:
    return report(election, days_before).document


def hostile() -> ForecastDocument:
    """Return the forecast with a script in every text and every reading of a poll."""
    return ForecastDocument.model_validate(_spoilt(document().model_dump(by_alias=True)))


def bare() -> ForecastDocument:
    """Return a forecast of a folder that holds polls and nothing else."""
    parts = ("blocs", "governments", "statements", "motions", "events", "calendar", "notes")
    return document().model_copy(update={**{part: [] for part in parts}, "campaign": None})


def _spoilt(value: object, field: str = "") -> object:
    if isinstance(value, dict):
        return {
            key: _spoilt(one, "text" if field == "readings" else key) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_spoilt(one, "text" if field == "notes" else "") for one in value]
    return f"{value}{HOSTILE}" if isinstance(value, str) and field in TEXTS else value
