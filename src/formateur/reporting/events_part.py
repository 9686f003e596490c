"""From the effects of events to their part of a document."""

from __future__ import annotations

import math

from formateur.forecasting import Forecast
from formateur.gauging import Gauged
from formateur.parliament import ShiftedSeats
from formateur.reporting import schema
from formateur.reporting.citations import Sources
from formateur.reporting.events_schema import EffectPart, Interval, PolledPart, QuietPart
from formateur.reporting.figures import chance
from formateur.votes import EventPolls, ListEffect
from formateur.votes.events.effects import Identified
from formateur.votes.events.posterior import Shift
from formateur.votes.events.prior import PRIOR_SD
from formateur.votes.state_space.account import NORMAL_90


def event_parts(
    forecast: Forecast, gauged: Gauged | None, sources: Sources, *, only: str | None = None
) -> list[schema.EventPart]:
    """Tell of every event: the polls around it, and its effect where a model tells one.

    Parameters
    ----------
    only
        Id of the event that is told; all of them by default.
    """
    if gauged is None:
        return [_event(around, [], sources) for around in forecast.events]
    names = {one.id: one.name for one in forecast.election.lists}
    return [
        _event(
            event.around,
            [_effect(one, names[one.list], gauged.seats[one.list]) for one in event.lists],
            sources,
        )
        for event in gauged.effects.events
        if only in (None, event.event.id)
    ]


def _event(around: EventPolls, effects: list[EffectPart], sources: Sources) -> schema.EventPart:
    event = around.event
    return schema.EventPart(
        id=event.id,
        date=event.date,
        time=event.time,
        title=event.title,
        kind=event.kind,
        actors=list(event.actors),
        lists=list(event.lists),
        summary=event.summary,
        polls_before=len(around.before),
        polls_after=len(around.after),
        polls_unclear=len(around.unclear),
        identified=around.identified,
        effects=effects,
        source=sources.cite(event.source),
    )


def _effect(effect: ListEffect, name: str, seats: ShiftedSeats) -> EffectPart:
    lasting = effect.lasting
    bounds = (lasting.mean, lasting.low, lasting.high)
    gained = [round(seats.gained(one), 2) for one in bounds]
    quiet = [points(effect.share, one) for one in (effect.quiet.low, effect.quiet.high)]
    return EffectPart(
        list=effect.list,
        name=name,
        identified=effect.polled is not None,
        in_polls=effect.seen,
        points=in_points(effect.share, lasting),
        seats=Interval(mean=gained[0], low=gained[1], high=gained[2]),
        shift=Interval(**dict(zip(("mean", "low", "high"), _four(*bounds), strict=True))),
        prior_sd=round(PRIOR_SD, 4),
        posterior_sd=round(lasting.sd, 4),
        learning_ratio=round(lasting.learning, 3) + 0.0,
        p_gain=chance(lasting.p_positive),
        polled=_polled(effect, effect.polled) if effect.polled else None,
        quiet=QuietPart(dates=effect.quiet.dates, low=quiet[0], high=quiet[1]),
        together={one.id: one.title for one in effect.together},
    )


def _polled(effect: ListEffect, polled: Identified) -> PolledPart:
    placebo, change = polled.placebo, polled.pairs.change
    half = NORMAL_90 * polled.error
    by_polls = [points(effect.share, polled.estimate + by) for by in (0.0, -half, half)]
    return PolledPart(
        passing=in_points(effect.share, polled.passing),
        passing_left=round(effect.left, 4),
        by_polls=Interval(mean=by_polls[0], low=by_polls[1], high=by_polls[2]),
        alone=in_points(effect.share, polled.alone),
        shrunken=in_points(effect.share, polled.shrunken),
        bayes_factor=round(polled.bayes_factor, 3),
        p_campaign=chance(placebo.p_campaign),
        past_dates=placebo.past_dates,
        past_elections=placebo.past_elections,
        p_past=None if placebo.p_past is None else chance(placebo.p_past),
        p_placebo=chance(placebo.p),
        q=chance(polled.q),
        houses=polled.pairs.houses,
        house_change=None if change is None else round(change, 2),
    )


def in_points(share: float, shift: Shift) -> Interval:
    """Tell a shift of a list with that share in percentage points."""
    mean, low, high = (points(share, one) for one in (shift.mean, shift.low, shift.high))
    return Interval(mean=mean, low=low, high=high)


def points(share: float, shift: float) -> float:
    """Percentage points by which a shift moves a list with that share.

    Examples
    --------
    >>> points(0.28, 0.107), points(0.28, -0.107)
    (2.21, -2.11)
    """
    grown = share * math.exp(shift)
    return round(100.0 * (grown / (grown + 1.0 - share) - share), 2) + 0.0


def _four(*values: float) -> list[float]:
    return [round(one, 4) + 0.0 for one in values]
