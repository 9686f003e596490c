"""The Kalman filter and smoother of one list: a level that walks, and an effect of every house.

Literature: Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd edition (Oxford
2012), chapter 4; de Jong, Smoothing and interpolation with the state-space model, JASA 84 (1989);
Jackman, Pooling the polls over an election campaign, Australian Journal of Political Science 40
(2005).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled

Floats = NDArray[np.float64]

DIFFUSE = 4.0
"""Variance of the level before the first poll, on the scaled log: next to no knowledge."""


def start_of(effects: Floats, variance: float) -> tuple[Floats, Floats]:
    """Mean and covariance of level (place 0) and house effects before the first poll.

    Parameters
    ----------
    effects
        House effects as expected, shape (houses,).
    variance
        Of a house effect around it. Effects add up to 0 over the houses.

    Returns
    -------
    mean, covariance
        Shapes (1 + houses,) and (1 + houses, 1 + houses).
    """
    houses = len(effects)
    prior = np.zeros((houses + 1, houses + 1))
    prior[0, 0] = DIFFUSE
    prior[1:, 1:] = variance * (np.eye(houses) - 1.0 / houses)
    return np.concatenate([[0.0], effects - effects.mean()]), prior


@compiled
def filter_level(
    values: Floats, spread: Floats, house: NDArray[np.int64], start: Floats, prior: Floats
) -> tuple[Floats, Floats, float]:
    """Filter the readings of one list.

    Parameters
    ----------
    values
        Scaled logs in order of time, shape (steps,); not a number where nothing is read.
    spread
        Variance of each reading, and variance that the level gathers before it, shape (steps, 2).
    house
        House of each reading, shape (steps,).
    start, prior
        As `start_of` gives them.

    Returns
    -------
    means, covariances, log_likelihood
        After every step, shapes (steps, 1 + houses) and (steps, 1 + houses, 1 + houses).
    """
    steps, size = len(values), len(start)
    means, covs = np.empty((steps, size)), np.empty((steps, size, size))
    mean, cov = start.copy(), prior.copy()
    fit, begun = 0.0, False
    for k in range(steps):
        cov[0, 0] += spread[k, 1] if begun else 0.0
        if not math.isnan(values[k]):
            at = 1 + house[k]
            if not begun:
                mean[0] = values[k] - mean[at]
            column = cov[:, 0] + cov[:, at]
            total = column[0] + column[at] + spread[k, 0]
            miss = values[k] - mean[0] - mean[at]
            if begun:
                fit -= 0.5 * (math.log(2.0 * math.pi * total) + miss * miss / total)
            gain = column / total
            mean += gain * miss
            cov -= gain.reshape(size, 1) * column.reshape(1, size)
            begun = True
        means[k], covs[k] = mean, cov
    return means, covs, fit


@compiled
def smooth_level(
    values: Floats, spread: Floats, house: NDArray[np.int64], means: Floats, covs: Floats
) -> tuple[Floats, Floats]:
    """Go back from the last step: what all readings say of every step.

    Parameters
    ----------
    values, spread, house
        As for `filter_level`.
    means, covs
        As `filter_level` gives them.

    Returns
    -------
    means, covariances
        Shapes as given.
    """
    steps, size = means.shape
    late_means, late_covs = means.copy(), covs.copy()
    pull, sure = np.zeros(size), np.zeros((size, size))
    for k in range(steps - 1, -1, -1):
        late_means[k] = means[k] + covs[k] @ pull
        late_covs[k] = covs[k] - covs[k] @ sure @ covs[k]
        if math.isnan(values[k]) or k == 0:
            continue
        at = 1 + house[k]
        column = covs[k - 1][:, 0] + covs[k - 1][:, at]
        column[0] += spread[k, 1]
        total = column[0] + column[at] + spread[k, 0]
        miss = values[k] - means[k - 1, 0] - means[k - 1, at]
        step = np.eye(size)
        step[:, 0] -= column / total
        step[:, at] -= column / total
        pull = step.T @ pull
        sure = step.T @ sure @ step
        pull[0] += miss / total
        pull[at] += miss / total
        sure[0, 0] += 1.0 / total
        sure[at, at] += 1.0 / total
        sure[0, at] += 1.0 / total
        sure[at, 0] += 1.0 / total
    return late_means, late_covs


@compiled
def pull_of_readings(house: NDArray[np.int64], noise: Floats, covs: Floats) -> Floats:
    """How far the last level moves when a reading does, shape (steps,).

    Parameters
    ----------
    noise
        Variance of each reading, infinite where nothing is read.
    covs
        After every step.
    """
    steps, size = len(noise), covs.shape[1]
    weight = np.zeros(steps)
    reach = np.zeros(size)
    reach[0] = 1.0
    for k in range(steps - 1, -1, -1):
        if math.isinf(noise[k]):
            continue
        at = 1 + house[k]
        weight[k] = reach @ (covs[k][:, 0] + covs[k][:, at]) / noise[k]
        reach[0] -= weight[k]
        reach[at] -= weight[k]
    return weight
