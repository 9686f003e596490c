"""Where the lists stand on the day of the vote as far as the polls can tell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.campaign import PLACES, chances, peak
from formateur.votes.state_space.kalman import last_level, start_of
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.tails import StandIn, with_tails
from formateur.votes.state_space.walk import walked

Floats = NDArray[np.float64]

PACE_SPREAD, HOUSE_SPREAD = 0.25, 0.35
"""Standard deviations, on the log, of this campaign's pace and house effects around past ones."""

LOOKS = 2
"""How often tails and the campaign's likely numbers are worked out in turns."""


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The lists on the day of the vote, on scaled logs; averaged over paces and house effects.

    Attributes
    ----------
    mean
        Shape (lists,).
    sampled, moving
        Variance through sampling and houses, and through movement until the vote; shape (lists,).
    houses, houses_variance
        House effects, shape (lists, houses).
    likely
        The pace and house effects that fit the polls best.
    readings
        What stands in for the readings and their tails.
    """

    mean: Floats
    sampled: Floats
    moving: Floats
    houses: Floats
    houses_variance: Floats
    likely: Motion
    readings: StandIn

    @property
    def variance(self) -> Floats:
        """Variance in all, shape (lists,)."""
        return self.sampled + self.moving


def level_of(seen: Observations, motion: Motion, effects: Floats) -> Level:
    """Filter the polls and carry the lists forward to the vote.

    Parameters
    ----------
    effects
        House effects as expected, shape (lists, houses).
    """
    centre, factor = np.zeros(2), np.eye(2)
    readings = with_tails(seen, motion, effects)
    for _ in range(LOOKS):
        centre, factor = peak(partial(_density, seen, motion, readings, effects), centre, factor)
        readings = with_tails(seen, _like(motion, centre), effects, readings)
    places = centre + PLACES @ factor.T
    motions = [_like(motion, place) for place in places]
    found = [_filtered(seen, one, readings, effects) for one in motions]
    fits = np.array([one.fit for one in found]) - 0.5 * (places**2).sum(axis=1)
    chance = chances(fits, places, centre, factor)
    return _mixed(seen, motions, found, chance, readings)


def level_like(seen: Observations, motion: Motion, readings: StandIn, effects: Floats) -> Level:
    """Filter a campaign whose pace and house effects are just as given.

    Parameters
    ----------
    readings
        What stands in for the readings and their tails.
    effects
        House effects as expected, shape (lists, houses).
    """
    found = _filtered(seen, motion, readings, effects)
    return _mixed(seen, [motion], [found], np.ones(1), readings)


@dataclass(frozen=True, slots=True, eq=False)
class _Filtered:
    """Level and house effects after the last poll, shape (lists, 1 + houses), and the fit."""

    mean: Floats
    variance: Floats
    fit: float


def _mixed(
    seen: Observations,
    motions: Sequence[Motion],
    found: Sequence[_Filtered],
    chance: Floats,
    readings: StandIn,
) -> Level:
    """Average over campaigns."""
    means, variances = np.array([x.mean for x in found]), np.array([x.variance for x in found])
    mean = np.einsum("p,pls->ls", chance, means)
    variance = np.einsum("p,pls->ls", chance, variances + (means - mean) ** 2)
    last, vote = np.maximum(seen.day[-1:], 0.0), np.zeros(1)
    until = np.array([walked(last, vote, one)[0] for one in motions])
    return Level(
        mean=mean[:, 0],
        sampled=variance[:, 0],
        moving=np.full(len(mean), chance @ until),
        houses=mean[:, 1:],
        houses_variance=variance[:, 1:],
        likely=motions[int(np.argmax(chance))],
        readings=readings,
    )


def _like(motion: Motion, place: Floats) -> Motion:
    """Pace and house effects of a campaign so many standard deviations from past ones."""
    return replace(
        motion,
        pace=motion.pace * math.exp(PACE_SPREAD * place[0]),
        house=motion.house * math.exp(HOUSE_SPREAD * place[1]),
    )


def _density(
    seen: Observations, motion: Motion, readings: StandIn, effects: Floats, place: Floats
) -> float:
    """Log density of a campaign, given the polls, but for a constant."""
    fit = _filtered(seen, _like(motion, place), readings, effects).fit
    return fit - 0.5 * float(place @ place)


def _filtered(seen: Observations, motion: Motion, readings: StandIn, effects: Floats) -> _Filtered:
    moved = seen.moved(motion)
    size = (len(seen.lists), 1 + len(seen.houses))
    mean, variance, fit = np.zeros(size), np.zeros(size), 0.0
    for k in range(size[0]):
        start, prior = start_of(effects[k], motion.house**2)
        spread = np.stack([readings.noise[:, k], moved], axis=1)
        own = np.ascontiguousarray(readings.values[:, k])
        mean[k], variance[k], one = last_level(own, spread, seen.house, start, prior)
        fit += one
    return _Filtered(mean, variance, fit)
