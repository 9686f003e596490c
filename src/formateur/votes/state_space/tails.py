"""Heavy tails: a reading far from what all the others say counts for less.

The error of a reading is a Student t. A normal stands in for it, whose place and variance are
chosen so that, beside all other readings, it leaves the mean and the variance that the t would
leave: expectation propagation (Minka, Expectation propagation for approximate Bayesian inference,
UAI 2001; Jylänki, Vanhatalo and Vehtari, Robust Gaussian process regression with a Student-t
likelihood, JMLR 12 (2011)).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.kalman import filter_level, smooth_level, start_of
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.observations import Observations

Floats = NDArray[np.float64]

TAIL = 4.0
"""Degrees of freedom of a reading's error."""

ROUNDS = 4

PART = 0.8
"""Part of the way that a stand-in goes in one round: the whole way may swing to and fro."""

MOST = 3.0
"""A stand-in's variance is at most this multiple of what the reading's own distance explains.

Without a bound, readings that contradict each other would push each other ever farther away.
"""


@dataclass(frozen=True, slots=True, eq=False)
class StandIn:
    """Normal readings in the place of those with tails, shape (polls, lists) each.

    Attributes
    ----------
    values
        Scaled logs, not a number where nothing is read.
    noise
        Their variances.
    """

    values: Floats
    noise: Floats


def with_tails(
    seen: Observations, motion: Motion, effects: Floats, before: StandIn | None = None
) -> StandIn:
    """Find the normal readings that stand in for those with tails.

    Parameters
    ----------
    effects
        House effects as expected, shape (lists, houses).
    before
        Where to begin, if they were found already for much the same numbers.
    """
    values, plain = seen.values(), seen.noise(motion)
    moved = seen.moved(motion)
    found = before or StandIn(values.copy(), plain * (TAIL + 3.0) / (TAIL + 1.0))
    at, noise = found.values.copy(), found.noise.copy()
    for k in range(len(seen.lists)):
        start, prior = start_of(effects[k], motion.house**2)
        for _ in range(ROUNDS):
            spread = np.stack([noise[:, k], moved], axis=1)
            own = np.ascontiguousarray(at[:, k])
            after = filter_level(own, spread, seen.house, start, prior)
            mean, unsure = smooth_level(own, spread, seen.house, *after)
            others = _without(own, noise[:, k], mean[:, 1], unsure[:, 1])
            far = (values[:, k] - mean[:, 1]) ** 2 + unsure[:, 1]
            place, wide = _stand_in(values[:, k], plain[:, k], *others, far)
            old, new = (1.0 - PART) / noise[:, k], PART / wide
            at[:, k], noise[:, k] = (own * old + place * new) / (old + new), 1.0 / (old + new)
    return StandIn(at, noise)


def _without(at: Floats, noise: Floats, mean: Floats, unsure: Floats) -> tuple[Floats, Floats]:
    """Mean and variance that all readings but its own leave for each reading."""
    sure = np.maximum(1.0 / unsure - 1.0 / noise, 1e-3 / unsure)
    return (mean / unsure - at / noise) / sure, 1.0 / sure


PRECISIONS = np.exp(np.linspace(-7.0, 2.0, 24))
"""A Student t is a normal whose precision has a gamma distribution; here at these places."""

CHANCES = (PRECISIONS * np.exp(-PRECISIONS)) ** (TAIL / 2.0)
CHANCES /= CHANCES.sum()


def _stand_in(
    values: Floats, plain: Floats, mean: Floats, unsure: Floats, far: Floats
) -> tuple[Floats, Floats]:
    """Place and variance of the normal that does what the t does, shape (polls,).

    `mean` and `unsure` are what the others say, `far` the expected square of the reading's error.
    """
    miss = values - mean
    total = unsure[:, None] + plain[:, None] / PRECISIONS
    logs = np.log(CHANCES) - 0.5 * np.log(total) - 0.5 * miss[:, None] ** 2 / total
    chance = np.exp(logs - logs.max(axis=1, keepdims=True))
    chance /= chance.sum(axis=1, keepdims=True)
    # first and second derivatives of the log of the mixture, by the mean of the others
    slope = (chance / total).sum(axis=1) * miss
    bend = (chance * ((miss[:, None] / total) ** 2 - 1.0 / total)).sum(axis=1) - slope**2
    noise = np.where(bend < 0.0, -1.0 / np.minimum(bend, -1e-12) - unsure, np.inf)
    noise = np.clip(noise, 0.1 * plain, MOST * (TAIL * plain + far) / (TAIL + 1.0))
    # the place moves the mean of the others as far as the t does, whatever the variance
    at = mean + slope * (unsure + noise)
    read = ~np.isnan(values)
    return np.where(read, at, np.nan), np.where(read, noise, plain)
