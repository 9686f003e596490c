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
def _read(value: float, noise: float, at: int, mean: Floats, cov: Floats) -> tuple[float, float]:
    """Take in one reading of house `at`, counted from 1; mean and covariance change in place.

    Returns what was missed and its variance.
    """
    size = len(mean)
    column = cov[:, 0] + cov[:, at]
    total = column[0] + column[at] + noise
    miss = value - mean[0] - mean[at]
    for i in range(size):
        gain = column[i] / total
        mean[i] += gain * miss
        for j in range(size):
            cov[i, j] -= gain * column[j]
    return miss, total


@compiled
def filter_level(
    values: Floats, spread: Floats, house: NDArray[np.int64], start: Floats, prior: Floats
) -> tuple[Floats, Floats]:
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
    means, covariances
        After every step, shapes (steps, 1 + houses) and (steps, 1 + houses, 1 + houses).
    """
    steps, size = len(values), len(start)
    means, covs = np.empty((steps, size)), np.empty((steps, size, size))
    mean, cov, begun = start.copy(), prior.copy(), False
    for k in range(steps):
        cov[0, 0] += spread[k, 1] if begun else 0.0
        if not math.isnan(values[k]):
            at = 1 + house[k]
            if not begun:
                mean[0] = values[k] - mean[at]
            _read(values[k], spread[k, 0], at, mean, cov)
            begun = True
        means[k], covs[k] = mean, cov
    return means, covs


@compiled
def last_level(
    values: Floats, spread: Floats, house: NDArray[np.int64], start: Floats, prior: Floats
) -> tuple[Floats, Floats, float]:
    """Filter as `filter_level` does, keeping only the last step.

    Returns
    -------
    mean, variance, log_likelihood
        After the last step, shape (1 + houses,) each, and of all readings but the first.
    """
    mean, cov, begun = start.copy(), prior.copy(), False
    fit = 0.0
    for k in range(len(values)):
        cov[0, 0] += spread[k, 1] if begun else 0.0
        if not math.isnan(values[k]):
            at = 1 + house[k]
            if not begun:
                mean[0] = values[k] - mean[at]
            miss, total = _read(values[k], spread[k, 0], at, mean, cov)
            if begun:
                fit -= 0.5 * (math.log(2.0 * math.pi * total) + miss * miss / total)
            begun = True
    return mean, np.diag(cov).copy(), fit


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
    means, variances
        Of the level, and of level and house effect together, shape (steps, 2) each.
    """
    steps, size = means.shape
    late, unsure = np.empty((steps, 2)), np.empty((steps, 2))
    pull, sure = np.zeros(size), np.zeros((size, size))
    for k in range(steps - 1, -1, -1):
        at = 1 + house[k]
        alone, both = covs[k][:, 0].copy(), covs[k][:, 0] + covs[k][:, at]
        late[k, 0] = means[k, 0] + alone @ pull
        late[k, 1] = means[k, 0] + means[k, at] + both @ pull
        unsure[k, 0] = alone[0] - alone @ (sure @ alone)
        unsure[k, 1] = both[0] + both[at] - both @ (sure @ both)
        if math.isnan(values[k]) or k == 0:
            continue
        column = covs[k - 1][:, 0] + covs[k - 1][:, at]
        column[0] += spread[k, 1]
        total = column[0] + column[at] + spread[k, 0]
        miss = values[k] - means[k - 1, 0] - means[k - 1, at]
        # what is read is the sum of places 0 and `at`: only these rows and columns change
        gain = column / total
        taken = sure @ gain
        add = (miss / total) - gain @ pull
        twice = gain @ taken + 1.0 / total
        for place in (0, at):
            pull[place] += add
            sure[place] -= taken
        for place in (0, at):
            sure[:, place] -= taken
        for one in (0, at):
            for other in (0, at):
                sure[one, other] += twice
    return late, unsure


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
