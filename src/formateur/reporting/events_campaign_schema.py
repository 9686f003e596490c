"""The parts of documents that tell of all events of a campaign, and of what a shift would change.

Shifts are on the log-ratio of a list to all others, points are percentage points of the valid
votes.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from formateur.reporting.events_schema import Interval
from formateur.reporting.record import Record


class ManyPart(Record):
    """All effects asked at once: how many stand out, and how many would by chance."""

    asked: int = Field(description="Effects of which the polls tell something.")
    outstanding: int = Field(description="With a `p_placebo` up to 0.05.")
    by_chance: float = Field(description="How many are expected to have one by chance.")
    found: int = Field(description="With a `q` up to 0.10.")
    scale: float = Field(
        description="Common scale of all lasting shifts as the polls leave it, log-ratio."
    )
    prior_scale: float


class KinPart(Record):
    """What a kind of event, or an actor, brings a list concerned on average, log-ratio."""

    role: Literal["kind", "actor"]
    name: str
    events: list[str] = Field(description="Election and id of the events that polls tell of.")
    shift: Interval
    prior_sd: float


class ExpectedPart(Record):
    """What its kind and its actors would let expect of an event without polls, in points."""

    event: str
    list: str
    points: Interval


class HeadlinePart(Record):
    """A yes or no of the forecast, and the shift of the list that would change it."""

    what: Literal["majority", "first"] = Field(
        description="`majority`: the bloc has one; `first`: the first list has more seats than the "
        "second (ties are shared)."
    )
    of: list[str] = Field(description="Id of the bloc, or of the two lists.")
    names: list[str]
    p: list[float] = Field(description="Its chance for each of `shifts`.")
    break_even: float | None = Field(
        description="Smallest shift at which the likelier answer changes; null beyond 0.8."
    )
    break_even_points: float | None
    p_beyond: float = Field(
        description="Chance of a shift that large, either way, before any poll."
    )


Numbers = list[float]
Headlines = list[HeadlinePart]


class SensitivityPart(Record):
    """The headlines for shifts of one list, of an event that no poll was wholly after."""

    list: str
    name: str
    shifts: Numbers = Field(description="On the log-ratio of the list to all others.")
    points: Numbers
    seats: Numbers = Field(description="Mean seats of the list.")
    headlines: Headlines
    shared_error: float = Field(
        description="Standard deviation of the error that all polls of the election share, points: "
        "beside it even the result cannot show a small effect."
    )


class CampaignPart(Record):
    """What goes beyond the effect of one event."""

    many: ManyPart = Field(description="Over all events of the campaign.")
    expected: list[ExpectedPart] = Field(description="Of events that no poll was wholly after.")
    sensitivity: list[SensitivityPart] = Field(
        description="For every list that an event concerns which no poll was wholly after."
    )
    kin: list[KinPart] = Field(
        description="Kinds and actors, over this campaign and earlier ones of the country."
    )
