"""The part of the forecast document on how right such forecasts were before."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from formateur.reporting.record import Record


class PastForecastPart(Record):
    """A past election of the country, forecast as many days before its vote."""

    election: str
    date: date
    lists: int = Field(description="Lists with 2 percent of the votes or more.")
    mean_error: float = Field(description="Of forecast and result, percentage points.")
    inside_50: int = Field(description="Lists whose result lay in the 50 percent interval.")
    inside_90: int = Field(description="Lists whose result lay in the 90 percent interval.")


class PastForecastsPart(Record):
    """How right forecasts of the same model were so many days before earlier votes."""

    days_before: int = Field(description="Of 1, 7, 30 and 100 the one nearest to this forecast.")
    country: list[PastForecastPart] = Field(description="Elections of the country, latest first.")
    elections: int = Field(description="Elections of all countries.")
    lists: int = Field(description="Lists in them.")
    mean_error: float = Field(description="Mean over all these lists, percentage points.")
    inside_50: int = Field(description="Of all these lists.")
    inside_90: int = Field(description="Of all these lists.")
