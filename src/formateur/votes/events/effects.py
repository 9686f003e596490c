"""The effects of all events of a campaign, estimated together."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.facts import Event
from formateur.votes.events.discoveries import Discoveries
from formateur.votes.events.pairs import Pairs
from formateur.votes.events.polls import EventPolls
from formateur.votes.events.posterior import Shift
from formateur.votes.events.series import Evidence


@dataclass(frozen=True, slots=True)
class QuietDates:
    """The dates of a campaign without an event, for one list.

    Attributes
    ----------
    dates
        How many have polls of the list wholly before and after.
    low, high
        Where 90 percent of the estimates by the polls only lie, log-ratio.
    """

    dates: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Placebo:
    """How far an estimate stands out among dates without an event.

    Attributes
    ----------
    p_campaign
        Share of the dates of this campaign, the event's own among them and those next to it left
        out, with an estimate as far from 0 in standard errors.
    past_dates, past_elections
        Dates equally near the vote in past campaigns; 0 where none are known.
    p_past
        Share of those; ``None`` where none are known.
    """

    p_campaign: float
    past_dates: int
    past_elections: int
    p_past: float | None

    @property
    def p(self) -> float:
        """The larger of the two shares: the more careful one."""
        return max(self.p_campaign, self.p_past or 0.0)


@dataclass(frozen=True, slots=True)
class Identified:
    """What the polls tell of an event's effect on a list.

    Attributes
    ----------
    passing
        The shift that passes, at the hour of the event.
    shrunken
        The lasting shift under the common scale: many events that show nothing make each smaller.
    estimate, error
        Of the lasting shift by the polls only, the event taken alone.
    alone
        The lasting shift if the event had been the only one.
    bayes_factor
        Odds of a lasting shift against none, the event taken alone.
    q
        Rate of false discoveries among all events at which this one would be found.
    pairs
        Change within houses.
    """

    passing: Shift
    shrunken: Shift
    estimate: float
    error: float
    alone: Shift
    bayes_factor: float
    placebo: Placebo
    q: float
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class ListEffect:
    """The effect of an event on one list.

    Attributes
    ----------
    share
        Share of the list from which points are worked out, 0 to 1.
    lasting
        The shift that lasts, beside those of all other events; what is held of it before any poll
        where the polls tell nothing of it.
    left
        Part of a passing shift that is left on the day of the vote.
    seen
        Whether a poll that prints the list was wholly after the event.
    polled
        What the polls tell; ``None`` where the effect is not identified.
    quiet
        What the same estimator finds at dates of this campaign without an event.
    together
        Events on the same list so near in time that polls can hardly tell them apart.
    """

    list: str
    share: float
    lasting: Shift
    left: float
    seen: bool
    polled: Identified | None
    quiet: QuietDates
    together: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class EventEffects:
    """An event, the polls around it, and its effect on each list concerned that is polled."""

    around: EventPolls
    lists: tuple[ListEffect, ...]

    @property
    def event(self) -> Event:
        """The event."""
        return self.around.event


@dataclass(frozen=True, slots=True, eq=False)
class ListEvidence:
    """What the polls of one list say of all events on it.

    Attributes
    ----------
    events
        Of which they say something.
    evidence
        Of the lasting shifts, then of the passing ones.
    """

    list: str
    events: tuple[Event, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, eq=False)
class CampaignEffects:
    """All events of a campaign.

    Attributes
    ----------
    events
        Latest first.
    scale
        Common scale of the lasting shifts, as the polls of this campaign leave it.
    discoveries
        How many effects stand out, and how many would by chance.
    evidence
        Of every list.
    """

    events: tuple[EventEffects, ...]
    scale: float
    discoveries: Discoveries
    evidence: tuple[ListEvidence, ...]
