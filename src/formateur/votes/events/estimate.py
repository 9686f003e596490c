"""Estimating the effects of all events of a campaign, list by list, each beside all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Event
from formateur.votes.events.alone import Alone, alone
from formateur.votes.events.discoveries import discoveries, q_values
from formateur.votes.events.effects import (
    CampaignEffects,
    EventEffects,
    Identified,
    ListEffect,
    ListEvidence,
    Placebo,
    QuietDates,
)
from formateur.votes.events.learned import PastPlacebos
from formateur.votes.events.pairs import rows_of, same_house_pairs
from formateur.votes.events.placebo import Placebos, placebos_of
from formateur.votes.events.polls import EventPolls
from formateur.votes.events.posterior import PRIOR, Shift, mixture_of
from formateur.votes.events.prior import PASSING, SCALE, SCALES
from formateur.votes.events.propagation import Beside, propagate
from formateur.votes.events.series import Evidence, series_of
from formateur.votes.events.shape import left_on, moment_of, shifts
from formateur.votes.state_space.sight import Sight

Floats = NDArray[np.float64]

TOGETHER_DAYS = 1.0
"""Events on the same list that are no farther apart than this are told of each other."""

SIDES = [0.05, 0.95]


@dataclass(frozen=True, slots=True, eq=False)
class _OnList:
    """List `k`, and the events on it that polls were taken wholly before and after, by time."""

    k: int
    around: tuple[EventPolls, ...]
    evidence: Evidence
    alone: Alone
    placebos: Placebos
    beside: Beside
    by_scale: tuple[Beside, ...]

    @property
    def quiet(self) -> QuietDates:
        """What was found at dates without an event."""
        found = self.placebos.estimate
        low, high = np.quantile(found, SIDES) if len(found) else (0.0, 0.0)
        return QuietDates(len(found), float(low), float(high))

    def shift(self, at: int) -> Shift:
        """Return a shift beside all others."""
        return mixture_of([self.beside], np.ones(1), at).summed_up()

    def shrunken(self, at: int, chances: Floats) -> Shift:
        """Return the same under the common scale, which all events tell of."""
        return mixture_of(self.by_scale, chances, at).summed_up()


_Asked = tuple[str, str]
"""Ids of an event and a list."""


def campaign_effects(
    sight: Sight, around: Sequence[EventPolls], past: PastPlacebos
) -> CampaignEffects:
    """Estimate the effect of every event on every list concerned.

    Parameters
    ----------
    around
        The events and the polls around each.
    past
        What was found at dates without events in past campaigns.
    """
    lists = sight.seen.lists
    taken = {one.event.date.toordinal() for one in around}
    concerned = {one for each in around for one in each.event.lists}
    numbers = [k for k, one in enumerate(lists) if one in concerned]
    told = [_on_list(sight, k, around, taken) for k in numbers]
    asked = [(one, at) for one in told for at in range(len(one.around))]
    placebos = [_placebo(sight, one, at, past) for one, at in asked]
    p = np.array([one.p for one in placebos])
    q = q_values(p)
    chances = _chances(told)
    effects: dict[_Asked, tuple[Shift, Identified]] = {
        (one.around[at].event.id, lists[one.k]): (
            one.shift(at),
            _identified(sight, one, at, chances, placebo, q=float(rate)),
        )
        for (one, at), placebo, rate in zip(asked, placebos, q, strict=True)
    }
    return CampaignEffects(
        events=tuple(_effects(sight, one, around, effects, told) for one in around),
        scale=float(chances @ SCALES),
        discoveries=discoveries(p, q),
        evidence=tuple(
            ListEvidence(lists[one.k], tuple(a.event for a in one.around), one.evidence)
            for one in told
            if one.around
        ),
    )


def _on_list(sight: Sight, k: int, around: Sequence[EventPolls], taken: set[int]) -> _OnList:
    polled = (one for one in around if _is_polled(sight, one, k))
    own = tuple(sorted(polled, key=lambda one: (moment_of(one.event), one.event.id)))
    series = series_of(sight, k)
    moments = np.array([moment_of(one.event) for one in own])
    evidence = series.evidence(np.hstack(shifts(sight.seen.polls, moments)))
    sizes = np.repeat([1.0, PASSING], len(own))
    return _OnList(
        k=k,
        around=own,
        evidence=evidence,
        alone=alone(sight, series, moments),
        placebos=placebos_of(sight, series, taken),
        beside=propagate(evidence, SCALE * sizes),
        by_scale=tuple(propagate(evidence, scale * sizes) for scale in SCALES),
    )


def _is_polled(sight: Sight, around: EventPolls, k: int) -> bool:
    """Whether a poll that prints the list was wholly before the event, and one wholly after."""
    if sight.seen.lists[k] not in around.event.lists:
        return False
    return all(len(rows_of(sight.seen, side, k)) for side in (around.before, around.after))


def _chances(told: Sequence[_OnList]) -> Floats:
    """Chance of each common scale, given the polls of all lists, shape (scales,)."""
    logs = np.zeros(len(SCALES))
    for one in told:
        logs += np.array([float(beside.log_evidence) for beside in one.by_scale])
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())


def _placebo(sight: Sight, one: _OnList, at: int, past: PastPlacebos) -> Placebo:
    surprise = float(one.alone.surprise[at])
    day = sight.vote - one.around[at].event.date.toordinal()
    band = past.near(day)
    return Placebo(
        p_campaign=one.placebos.p_value(surprise, day),
        past_dates=band.dates if band else 0,
        past_elections=band.elections if band else 0,
        p_past=band.p_value(surprise) if band else None,
    )


def _identified(
    sight: Sight, one: _OnList, at: int, chances: Floats, placebo: Placebo, *, q: float
) -> Identified:
    by_itself = one.alone.posteriors[at]
    return Identified(
        passing=one.shift(at + len(one.around)),
        shrunken=one.shrunken(at, chances),
        estimate=float(one.alone.estimate[at]),
        error=float(one.alone.error[at]),
        alone=by_itself.summed_up(),
        bayes_factor=by_itself.bayes_factor(),
        placebo=placebo,
        q=q,
        pairs=same_house_pairs(sight.seen, one.around[at], one.k),
    )


def _effects(
    sight: Sight,
    around: EventPolls,
    others: Sequence[EventPolls],
    effects: dict[_Asked, tuple[Shift, Identified]],
    told: Sequence[_OnList],
) -> EventEffects:
    """Put together what is known of one event, list by list."""
    event, found = around.event, []
    for one in told:
        name = sight.seen.lists[one.k]
        if name in event.lists:
            lasting, polled = effects.get((event.id, name), (PRIOR, None))
            found.append(
                ListEffect(
                    list=name,
                    share=float(sight.share[one.k]),
                    lasting=lasting,
                    left=left_on(sight.vote, moment_of(event)),
                    seen=len(rows_of(sight.seen, around.after, one.k)) > 0,
                    polled=polled,
                    quiet=one.quiet,
                    together=_together(event, name, others),
                )
            )
    return EventEffects(around, tuple(found))


def _together(event: Event, list_id: str, others: Sequence[EventPolls]) -> tuple[Event, ...]:
    return tuple(
        other
        for other in (one.event for one in others)
        if other.id != event.id
        and list_id in other.lists
        and abs(moment_of(other) - moment_of(event)) <= TOGETHER_DAYS
    )
