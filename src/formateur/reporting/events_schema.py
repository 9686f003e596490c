"""The parts of documents that tell what events did.

A shift is on the log-ratio of a list to all others: 0.05 is about 1.0 point for a list of 28
percent. Points are percentage points of the valid votes.
"""

from __future__ import annotations

from pydantic import Field

from formateur.reporting.record import Record


class Interval(Record):
    """Mean, and the bounds that hold 90 percent."""

    mean: float
    low: float
    high: float


class QuietPart(Record):
    """What the same estimator finds at the dates of the campaign without an event."""

    dates: int = Field(description="With polls of the list wholly before and wholly after.")
    low: float = Field(description="Points; 90 percent of the estimates lie between the two.")
    high: float


class PolledPart(Record):
    """What the polls tell of an effect."""

    passing: Interval = Field(description="The shift that passes, in points, at its height.")
    passing_left: float = Field(description="Part of it that is left on the day of the vote.")
    by_polls: Interval = Field(
        description="Points: the polls only, with no prior and the event taken alone."
    )
    alone: Interval = Field(description="Points: with the prior, the event taken alone.")
    shrunken: Interval = Field(
        description="Points: under a common scale of all events of the campaign, so that many that "
        "show nothing make each smaller."
    )
    bayes_factor: float = Field(
        description="Odds of a lasting shift against none, the event taken alone; below 1 speaks "
        "against one."
    )
    p_campaign: float = Field(
        description="Share of the dates without an event in this campaign at which as much shows; "
        "those within a week of the event are left out."
    )
    past_dates: int = Field(description="Dates as near the vote in past campaigns; 0: not known.")
    past_elections: int
    p_past: float | None = Field(description="Share of those at which as much shows.")
    p_placebo: float = Field(description="The larger of the two shares.")
    q: float = Field(
        description="Share of false discoveries among the events of the campaign (Benjamini and "
        "Hochberg) at which this one would be found."
    )
    houses: int = Field(description="Houses with a poll wholly before and one wholly after.")
    house_change: float | None = Field(
        description="Mean change of the list within them, points; null without one."
    )


class EffectPart(Record):
    """The effect of an event on one list."""

    list: str
    name: str
    identified: bool = Field(description="False: no poll can show it; figures are the prior's.")
    in_polls: bool = Field(description="A poll that prints the list was wholly after the event.")
    points: Interval = Field(description="The shift that lasts.")
    seats: Interval = Field(
        description="Its mean seats: the same simulated elections counted again by the law with "
        "the list shifted."
    )
    shift: Interval = Field(description="The same on the log-ratio.")
    prior_sd: float = Field(description="Of the shift before any poll.")
    posterior_sd: float
    learning_ratio: float = Field(
        description="1 less posterior over prior sd: below 0.1 the polls tell next to nothing, "
        "unless they surprise; below 0 they surprise so much that doubt grows."
    )
    p_gain: float = Field(description="Chance that the list gained.")
    polled: PolledPart | None
    quiet: QuietPart
    together: dict[str, str] = Field(
        description="Events on the list within a day, hardly to be told apart: title by id."
    )
