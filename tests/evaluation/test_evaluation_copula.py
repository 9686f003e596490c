"""The score of dependence: against the Gaussian formula, and where it must not move."""

from __future__ import annotations

import numpy as np
import pytest

from formateur.evaluation.copula import SHRINKAGE, copula_log_score


def draws_with(correlation: float, count: int = 40_000) -> np.ndarray:
    rng = np.random.default_rng(3)
    return rng.multivariate_normal([0, 0], [[1, correlation], [correlation, 1]], count)


@pytest.mark.parametrize(
    ("correlation", "z"), [(0.6, (1.0, 1.0)), (-0.8, (0.5, 0.7)), (0.3, (0, 2))]
)
def test_is_the_gaussian_formula(correlation: float, z: tuple[float, float]) -> None:
    r, (x, y) = (1 - SHRINKAGE) * correlation, z
    expected = -0.5 * np.log(1 - r**2) - (r**2 * (x**2 + y**2) - 2 * r * x * y) / (2 * (1 - r**2))
    found = copula_log_score(draws_with(correlation), np.array(z))
    assert found == pytest.approx(expected, abs=0.05)


def test_margins_play_no_part() -> None:
    draws, observed = draws_with(0.6), np.array([0.4, -0.2])
    assert copula_log_score(np.exp(draws), np.exp(observed)) == copula_log_score(draws, observed)


def test_independent_draws_score_next_to_nothing() -> None:
    draws = np.random.default_rng(4).normal(0, 1, (40_000, 3))
    assert copula_log_score(draws, np.array([1.0, -1.0, 0.5])) == pytest.approx(0.0, abs=0.02)


def test_shares_that_add_up_and_results_beyond_all_draws_have_a_score() -> None:
    one = np.random.default_rng(5).normal(50, 2, 1000)
    assert np.isfinite(copula_log_score(np.column_stack([one, 100 - one]), np.array([99.0, 1.0])))


def test_right_dependence_pays_on_average() -> None:
    draws = draws_with(-0.7, 2000)
    mean = np.mean([copula_log_score(draws, one) for one in draws_with(-0.7, 400)])
    assert mean == pytest.approx(-0.5 * np.log(1 - 0.49), abs=0.1)
