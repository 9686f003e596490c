"""The parts of the forecast document that tell how the votes came about."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from formateur.reporting.messages import MessagePart
from formateur.reporting.record import Record


class TrendPoint(Record):
    """Share of a list on one day, percent: quantiles."""

    date: date
    q05: float
    q25: float
    q50: float
    q75: float
    q95: float


Points = list[TrendPoint]


class TrendPart(Record):
    """What all polls, earlier and later ones, say of a list on the days of the campaign.

    The error that all polls share is not in it, so the last day is surer than the forecast.
    """

    list: str
    points: Points = Field(
        description="Oldest first, from the first poll of the list to the day of the forecast: "
        "every day of the last 60, every seventh before."
    )


class HousePart(Record):
    """By how much a house shows a list higher than the other houses do, percentage points."""

    pollster: str
    list: str
    points: float
    low: float = Field(description="Lower bound of the interval that holds 90 percent.")
    high: float = Field(description="Upper bound of it.")


class PastPollsPart(Record):
    """How far the last polls of a house before earlier votes were off."""

    pollster: str
    elections: int
    error: float = Field(description="Mean absolute error of a list, percentage points.")


class UncertaintyPart(Record):
    """What makes a list's votes unsure, and what moved them away from the polls."""

    polls: float = Field(
        description="Standard deviation through sampling and houses, percentage points."
    )
    movement: float = Field(
        description="The same through opinion that moves from the last poll to the vote."
    )
    shared: float = Field(description="The same through the error that all polls share.")
    previous: float = Field(
        description="Percentage points by which the previous result moves the list."
    )
    previous_weight: float = Field(description="Weight of the previous result, 0 to 1.")
    record: float = Field(
        description="Percentage points by which the record of earlier elections moves the list."
    )


class OrderPart(Record):
    """Two lists that are neighbours in expected votes, and how sure their order is."""

    first: str
    second: str
    p_more_votes: float = Field(description="Chance that the first has more votes.")
    p_more_seats: float = Field(description="Chance that it has more seats.")
    p_equal_seats: float


class PollPart(Record):
    """One poll known on the day, newest first."""

    id: str
    pollster: str
    sponsor: str
    fieldwork_start: date | None
    fieldwork_end: date
    published: date | None
    sample_size: int | None
    scale: Literal["percent", "seats"]
    kind: Literal["poll", "exit"]
    readings: dict[str, str] = Field(description="By list, as a cell of polls.csv.")
    shares: dict[str, float] = Field(
        description="By list: percent of the valid votes that the model read from the poll; empty "
        "where it does not tell."
    )
    used: bool
    reason: str = Field(description="Why it is used or not.")
    reason_message: MessagePart = Field(description="The same, to be said in any language.")
    weight: float = Field(description="Weights of the used polls add up to 1.")
    surprise: float | None = Field(
        description="Standard deviations, root mean square over the lists, by which it missed what "
        "the polls before it led to expect; null where the model does not tell."
    )
    note: str
    source: str
