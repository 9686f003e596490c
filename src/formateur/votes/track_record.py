"""How right the poll model was in past elections, forecast again with what was known on the day."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

LEAST_SHARE = 2.0
"""Percent of the votes: smaller lists are easy to get right, and are not counted."""


@dataclass(frozen=True, slots=True)
class PastForecast:
    """One past election, forecast so many days before the vote, beside its result.

    Attributes
    ----------
    country
        ISO 3166 alpha-2, lower case.
    lists
        Lists with `LEAST_SHARE` of the votes or more.
    mean_error
        Mean distance of forecast and result, percentage points.
    crps
        Mean continuous ranked probability score, percentage points.
    inside_50, inside_90
        Lists whose result lay in the 50 and in the 90 percent interval.
    """

    election: str
    country: str
    date: date
    days_before: int
    model: str
    lists: int
    mean_error: float
    crps: float
    inside_50: int
    inside_90: int


def past_forecasts(model: str, day: date) -> tuple[PastForecast, ...]:
    """Return how a model did in the elections before a day, latest first.

    The forecasts are made anew by today's model, whose numbers were learned from earlier
    elections only; elections in which too few polls are known are missing.
    """
    known = (one for one in _shipped() if one.model == model and one.date < day)
    return tuple(sorted(known, key=lambda one: (-one.date.toordinal(), one.election)))


@cache
def _shipped() -> tuple[PastForecast, ...]:
    file = files("formateur") / "data" / "record" / "forecasts.csv"
    return tuple(_read(file.read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[PastForecast]:
    for row in csv.DictReader(text.splitlines()):
        yield PastForecast(
            election=row["election_id"],
            country=row["election_id"].partition("-")[0],
            date=date.fromisoformat(row["election_date"]),
            days_before=int(row["days_before"]),
            model=row["model"],
            lists=int(row["lists"]),
            mean_error=float(row["mean_error"]),
            crps=float(row["crps"]),
            inside_50=int(row["inside_50"]),
            inside_90=int(row["inside_90"]),
        )
