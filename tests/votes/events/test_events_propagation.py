"""Posterior and evidence against brute force: sums over a fine grid of two shifts."""

from __future__ import annotations

import numpy as np
import pytest

from formateur.votes.events.posterior import PRIOR, Mixture, mixture_of
from formateur.votes.events.prior import PASSING, SCALE, chance_beyond
from formateur.votes.events.propagation import propagate
from formateur.votes.events.series import Evidence

PAIR = SCALE * np.array([1.0, PASSING])
LINE = np.linspace(-1.5, 1.5, 2401)


def evidence(estimate: float, error: float, shared: float = 0.7) -> Evidence:
    """What polls say of two shifts that they tell apart poorly."""
    precision = np.array([[1.0, shared], [shared, 0.8]]) / error**2
    return Evidence(precision, precision @ np.array([estimate, 0.0]))


def by_grid(told: Evidence, scale: np.ndarray) -> tuple[np.ndarray, float]:
    """Density of the first shift on `LINE`, and the log of the evidence."""
    x, y = np.meshgrid(LINE, LINE, indexing="ij")
    (a, b), (_, c) = told.precision
    fit = told.pull[0] * x + told.pull[1] * y - 0.5 * (a * x * x + 2 * b * x * y + c * y * y)
    prior = -2.5 * (np.log1p((x / scale[0]) ** 2 / 4) + np.log1p((y / scale[1]) ** 2 / 4))
    logs = fit + prior - np.log(scale).sum()
    density = np.exp(logs - logs.max())
    return density.sum(axis=1) / density.sum(), float(np.log(density.sum()) + logs.max())


def posterior(told: Evidence, scale: np.ndarray = PAIR) -> Mixture:
    return mixture_of([propagate(told, scale)], np.ones(1), 0)


@pytest.mark.parametrize("estimate", [0.0, 0.08, 0.3])
@pytest.mark.parametrize("error", [0.03, 0.1, 0.3])
def test_mean_spread_and_interval_are_those_of_the_grid(estimate: float, error: float) -> None:
    told = evidence(estimate, error)
    density, _ = by_grid(told, PAIR)
    found = posterior(told).summed_up()
    mean = density @ LINE
    sd = float(np.sqrt(density @ LINE**2 - mean**2))
    below = np.cumsum(density)
    assert found.mean == pytest.approx(mean, abs=0.1 * sd)
    assert found.sd == pytest.approx(sd, rel=0.06)
    assert found.low == pytest.approx(np.interp(0.05, below, LINE), abs=0.12 * sd)
    assert found.high == pytest.approx(np.interp(0.95, below, LINE), abs=0.12 * sd)
    assert found.p_positive == pytest.approx(density[LINE > 0].sum(), abs=0.02)


@pytest.mark.parametrize("error", [0.03, 0.1])
@pytest.mark.parametrize("estimate", [0.1, 0.3, 0.5])
def test_two_shifts_of_which_only_the_sum_is_known_share_it(estimate: float, error: float) -> None:
    precision = np.ones((2, 2)) / error**2
    told = Evidence(precision, precision @ np.array([estimate, 0.0]))
    same = SCALE * np.ones(2)
    density, _ = by_grid(told, same)
    found = posterior(told, same).summed_up()
    mean = density @ LINE
    assert found.mean == pytest.approx(mean, abs=0.02)
    assert found.sd == pytest.approx(float(np.sqrt(density @ LINE**2 - mean**2)), rel=0.15)


def test_the_evidence_ranks_scales_as_the_grid_does() -> None:
    scales = [0.4 * PAIR, PAIR, 2.0 * PAIR]
    for told in (evidence(0.02, 0.05), evidence(0.3, 0.05)):
        exact = np.array([by_grid(told, scale)[1] for scale in scales])
        found = np.array([float(propagate(told, scale).log_evidence) for scale in scales])
        assert found - found[0] == pytest.approx(exact - exact[0], abs=0.08)


def test_without_polls_the_posterior_is_the_prior() -> None:
    nothing = posterior(Evidence(np.zeros((2, 2)), np.zeros(2)))
    found = nothing.summed_up()
    assert found.mean == pytest.approx(0.0, abs=1e-12)
    assert found.sd == pytest.approx(PRIOR.sd, rel=0.01)
    assert found.high == pytest.approx(PRIOR.high, rel=0.02)
    assert found.p_positive == pytest.approx(0.5, abs=1e-6)
    assert found.learning == pytest.approx(0.0, abs=0.01)
    assert nothing.bayes_factor() == pytest.approx(1.0, abs=0.02)


def test_problems_side_by_side_are_the_same_as_one_by_one() -> None:
    several = [evidence(0.1, 0.05), evidence(-0.2, 0.1)]
    stacked = Evidence(*(np.stack([getattr(x, f) for x in several]) for f in ("precision", "pull")))
    together = propagate(stacked, PAIR)
    for at, one in enumerate(several):
        alone = propagate(one, PAIR)
        assert together.precision[at] == pytest.approx(alone.precision, rel=1e-3)
        assert together.pull[at] == pytest.approx(alone.pull, rel=1e-3, abs=1e-3)


def test_polls_speak_for_a_large_shift_and_against_one_that_does_not_show() -> None:
    assert posterior(evidence(0.3, 0.04)).bayes_factor() > 3
    assert posterior(evidence(0.0, 0.04)).bayes_factor() < 1


def test_chance_of_a_shift_so_large() -> None:
    assert chance_beyond(0.0) == 1.0
    assert chance_beyond(PRIOR.low) == pytest.approx(0.1, abs=1e-6)
    assert chance_beyond(0.2) < chance_beyond(-0.1)
