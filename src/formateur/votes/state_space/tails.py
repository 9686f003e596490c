"""Heavy tails: a reading far from what all the others say counts for less.

A Student t is a normal whose variance varies; the expected precision of each reading, given its
distance from the smoothed level, takes the place of the fixed one, in turns (Lange, Little and
Taylor, Robust statistical modeling using the t distribution, JASA 84 (1989)).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.kalman import filter_level, smooth_level, start_of
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.observations import Observations

TAIL = 4.0
"""Degrees of freedom of a reading's error."""

ROUNDS = 3


def with_tails(
    seen: Observations, motion: Motion, effects: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Variance of every reading with its tail counted in, shape (polls, lists).

    Parameters
    ----------
    effects
        House effects as expected, shape (lists, houses).
    """
    values, plain = seen.values(), seen.noise(motion)
    moved = seen.moved(motion)
    noise = plain.copy()
    for k in range(len(seen.lists)):
        own = np.ascontiguousarray(values[:, k])
        start, prior = start_of(effects[k], motion.house**2)
        for _ in range(ROUNDS):
            spread = np.stack([noise[:, k], moved], axis=1)
            means, covs, _ = filter_level(own, spread, seen.house, start, prior)
            far = _distance(own, seen.house, *smooth_level(own, spread, seen.house, means, covs))
            weight = (TAIL + 1.0) / (TAIL + far / plain[:, k])
            noise[:, k] = plain[:, k] / np.where(np.isnan(own), 1.0, weight)
    return noise


def _distance(
    values: NDArray[np.float64],
    house: NDArray[np.int64],
    means: NDArray[np.float64],
    covs: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the expected square of each reading's error, shape (polls,)."""
    step, at = np.arange(len(values)), house + 1
    miss = values - means[:, 0] - means[step, at]
    unsure = covs[:, 0, 0] + covs[step, at, at] + 2.0 * covs[step, 0, at]
    return np.asarray(miss**2 + unsure)
