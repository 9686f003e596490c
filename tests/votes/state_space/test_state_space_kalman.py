"""The filter and the smoother against the posterior worked out with dense matrices."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from formateur.votes.state_space.kalman import (
    filter_level,
    last_level,
    pull_of_readings,
    smooth_level,
    start_of,
)

Floats = NDArray[np.float64]
STEPS, HOUSES = 7, 3


@pytest.fixture
def campaign() -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Readings, their variances beside the walk's, and houses; the fourth step is silent."""
    rng = np.random.default_rng(5)
    values = rng.normal(1.0, 0.2, STEPS)
    values[3] = np.nan
    spread = np.stack([rng.uniform(0.01, 0.03, STEPS), rng.uniform(0.0, 0.02, STEPS)], axis=1)
    return values, spread, np.array([0, 1, 2, 0, 1, 1, 0])


def dense(
    values: Floats, spread: Floats, house: NDArray[np.int64], upto: int
) -> tuple[Floats, Floats, float]:
    """Mean and covariance of all levels and house effects given the readings before `upto`."""
    start, prior = start_of(np.array([0.1, 0.0, -0.1]), 0.05)
    start[0] = values[0] - start[1]
    size = STEPS + HOUSES
    mean = np.concatenate([np.full(STEPS, start[0]), start[1:]])
    cov = np.zeros((size, size))
    gathered = np.cumsum(np.concatenate([[0.0], spread[1:, 1]]))
    cov[:STEPS, :STEPS] = prior[0, 0] + np.minimum.outer(gathered, gathered)
    cov[STEPS:, STEPS:] = prior[1:, 1:]
    read = [k for k in range(upto) if not np.isnan(values[k])]
    see = np.zeros((len(read), size))
    for row, k in enumerate(read):
        see[row, k] = see[row, STEPS + house[k]] = 1.0
    total = see @ cov @ see.T + np.diag(spread[read, 0])
    miss = values[read] - see @ mean
    gain = np.linalg.solve(total, see @ cov).T
    fit = -0.5 * (miss @ np.linalg.solve(total, miss) + np.linalg.slogdet(2 * np.pi * total)[1])
    first = -0.5 * np.log(2 * np.pi * total[0, 0])  # the first reading tells nothing of the fit
    return mean + gain @ miss, cov - gain @ see @ cov, float(fit - first)


def at(k: int) -> list[int]:
    return [k, *range(STEPS, STEPS + HOUSES)]


def test_filter_gives_the_posterior(
    campaign: tuple[Floats, Floats, NDArray[np.int64]],
) -> None:
    values, spread, house = campaign
    start, prior = start_of(np.array([0.1, 0.0, -0.1]), 0.05)
    means, covs = filter_level(values, spread, house, start, prior)
    for k in range(STEPS):
        mean, cov, _ = dense(values, spread, house, k + 1)
        assert means[k] == pytest.approx(mean[at(k)], abs=1e-9)
        assert covs[k] == pytest.approx(cov[np.ix_(at(k), at(k))], abs=1e-9)
    last, variance, fit = last_level(values, spread, house, start, prior)
    assert last == pytest.approx(means[-1])
    assert variance == pytest.approx(np.diagonal(covs[-1]))
    assert fit == pytest.approx(dense(values, spread, house, STEPS)[2])


def test_smoother_gives_the_posterior_of_every_step(
    campaign: tuple[Floats, Floats, NDArray[np.int64]],
) -> None:
    values, spread, house = campaign
    start, prior = start_of(np.array([0.1, 0.0, -0.1]), 0.05)
    filtered = filter_level(values, spread, house, start, prior)
    means, variances = smooth_level(values, spread, house, *filtered)
    mean, cov, _ = dense(values, spread, house, STEPS)
    for k in range(STEPS):
        seen = np.zeros((2, len(mean)))
        seen[:, k] = 1.0
        seen[1, STEPS + house[k]] = 1.0
        assert means[k] == pytest.approx(seen @ mean, abs=1e-9)
        assert variances[k] == pytest.approx(np.diagonal(seen @ cov @ seen.T), abs=1e-9)


def test_pull_is_how_far_the_last_level_moves_with_a_reading(
    campaign: tuple[Floats, Floats, NDArray[np.int64]],
) -> None:
    values, spread, house = campaign
    start, prior = start_of(np.zeros(HOUSES), 0.05)
    means, covs = filter_level(values, spread, house, start, prior)
    noise = np.where(np.isnan(values), np.inf, spread[:, 0])
    pull = pull_of_readings(house, noise, covs)
    for k in (1, 2, 4, 6):
        moved = values.copy()
        moved[k] += 0.01
        after = filter_level(moved, spread, house, start, prior)[0]
        assert pull[k] == pytest.approx((after[-1, 0] - means[-1, 0]) / 0.01, abs=1e-9)
    assert pull[3] == 0.0


def test_house_effects_begin_with_a_sum_of_zero_and_keep_it(
    campaign: tuple[Floats, Floats, NDArray[np.int64]],
) -> None:
    values, spread, house = campaign
    start, prior = start_of(np.array([0.4, 0.1, 0.1]), 0.05)
    means, covs = filter_level(values, spread, house, start, prior)
    assert start[1:].sum() == pytest.approx(0.0)
    assert means[:, 1:].sum(axis=1) == pytest.approx(0.0, abs=1e-12)
    assert covs[-1, 1:, 1:].sum() == pytest.approx(0.0, abs=1e-12)
