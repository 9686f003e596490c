"""Where the lists stand on the day of the vote as far as the polls can tell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.kalman import filter_level, start_of
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.tails import with_tails
from formateur.votes.state_space.walk import walked

NODES = ((-1.0, 1.0 / 6.0), (0.0, 4.0 / 6.0), (1.0, 1.0 / 6.0))
"""Places in units of sqrt(3) standard deviations, and weights: Gauss-Hermite, three nodes."""

PACE_SPREAD, HOUSE_SPREAD = 0.5, 0.35
"""Standard deviations, on the log, of this campaign's pace and house effects around past ones."""


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """The lists on the day of the vote, on scaled logs; averaged over paces and house effects.

    Attributes
    ----------
    mean
        Shape (lists,).
    sampled, moving
        Variance through sampling and houses, and through movement until the vote; shape (lists,).
    likely
        The pace and house effects that fit the polls best.
    noise
        Variance of every reading, tails counted in, shape (polls, lists).
    """

    mean: NDArray[np.float64]
    sampled: NDArray[np.float64]
    moving: NDArray[np.float64]
    likely: Motion
    noise: NDArray[np.float64]

    @property
    def variance(self) -> NDArray[np.float64]:
        """Variance in all, shape (lists,)."""
        return self.sampled + self.moving


def level_of(seen: Observations, motion: Motion, effects: NDArray[np.float64]) -> Level:
    """Filter the polls and carry the lists forward to the vote.

    Parameters
    ----------
    effects
        House effects as expected, shape (lists, houses).
    """
    noise = with_tails(seen, motion, effects)
    found, fits, until, tried = [], [], [], []
    for one, weight in _motions(motion):
        mean, variance, fit = _filtered(seen, one, noise, effects)
        found.append((mean, variance))
        fits.append(fit + math.log(weight))
        until.append(float(walked(np.maximum(seen.day[-1:], 0.0), np.zeros(1), one)[0]))
        tried.append(one)
    chance = np.exp(np.array(fits) - max(fits))
    chance /= chance.sum()
    means, variances = (np.array(rows) for rows in zip(*found, strict=True))
    mean = chance @ means
    return Level(
        mean=mean,
        sampled=chance @ (variances + (means - mean) ** 2),
        moving=np.full(len(mean), chance @ np.array(until)),
        likely=tried[int(np.argmax(chance))],
        noise=noise,
    )


def _motions(motion: Motion) -> Iterator[tuple[Motion, float]]:
    """Paces and house effects that a campaign may have, and how likely each is beforehand."""
    for pace, of_pace in NODES:
        for house, of_house in NODES:
            yield (
                replace(
                    motion,
                    pace=motion.pace * math.exp(math.sqrt(3.0) * PACE_SPREAD * pace),
                    house=motion.house * math.exp(math.sqrt(3.0) * HOUSE_SPREAD * house),
                ),
                of_pace * of_house,
            )


def _filtered(
    seen: Observations,
    motion: Motion,
    noise: NDArray[np.float64],
    effects: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Filter every list; mean and variance of its level after the last poll, and the fit."""
    values, moved = seen.values(), seen.moved(motion)
    count = len(seen.lists)
    mean, variance, fit = np.zeros(count), np.zeros(count), 0.0
    for k in range(count):
        start, prior = start_of(effects[k], motion.house**2)
        spread = np.stack([noise[:, k], moved], axis=1)
        own = np.ascontiguousarray(values[:, k])
        means, covs, one = filter_level(own, spread, seen.house, start, prior)
        mean[k], variance[k] = means[-1, 0], covs[-1, 0, 0]
        fit += one
    return mean, variance, fit
