"""Distributions told by quantiles: places and densities against closed forms."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.evaluation.backtest.rows import LEVELS
from formateur.evaluation.quantile_cdf import SMALLEST_PERCENT, place_results


def percent(logit: np.ndarray) -> np.ndarray:
    return np.asarray(100 / (1 + np.exp(-logit)))


def logistic_normal(mean: float, sd: float, count: int) -> np.ndarray:
    at = np.array([NormalDist(mean, sd).inv_cdf(level) for level in LEVELS])
    return np.tile(percent(at), (count, 1))


def test_places_of_the_quantiles_are_their_levels() -> None:
    quantiles = logistic_normal(-1.0, 0.2, len(LEVELS))
    found = place_results(quantiles, LEVELS, quantiles[0]).pit
    assert found == pytest.approx(np.array(LEVELS))


def test_density_between_two_quantiles_is_their_slope_on_the_logit() -> None:
    quantiles = percent(np.array([[-1.0, 0.0, 1.0]]))
    found = place_results(quantiles, (0.25, 0.5, 0.75), percent(np.array([0.5])))
    assert found.log_score[0] == pytest.approx(-np.log(0.25))
    assert found.pit[0] == pytest.approx(0.625)


def test_tails_run_out_exponentially() -> None:
    quantiles = percent(np.array([[-1.0, 0.0, 1.0]]))
    low, high = (place_results(quantiles, (0.2, 0.5, 0.8), percent(np.array([x]))) for x in (-3, 3))
    # the mass of 0.2 outside starts with the density 0.3 and so falls at the rate 1.5
    assert low.pit[0] == pytest.approx(0.2 * np.exp(-3.0))
    assert high.pit[0] == pytest.approx(1 - 0.2 * np.exp(-3.0))
    assert low.log_score[0] == pytest.approx(-np.log(0.3) + 3.0)
    assert high.log_score[0] == pytest.approx(-np.log(0.3) + 3.0)


def test_the_density_is_one() -> None:
    at = np.linspace(-9, 7, 40_001)
    quantiles = logistic_normal(-1.0, 0.3, len(at))
    density = np.exp(-place_results(quantiles, LEVELS, percent(at)).log_score)
    inside = np.abs(at) < 8.9  # farther out the share is cut off
    assert float(np.trapezoid(density[inside], at[inside])) == pytest.approx(1.0, abs=1e-3)


def test_nearly_the_true_log_score_where_the_quantiles_are_right() -> None:
    true = NormalDist(-1.0, 0.2)
    results = np.array([true.inv_cdf((k + 0.5) / 4000) for k in range(4000)])
    found = place_results(logistic_normal(-1.0, 0.2, 4000), LEVELS, percent(results))
    entropy = 0.5 * np.log(2 * np.pi * np.e * 0.04)
    assert float(found.log_score.mean()) == pytest.approx(entropy, abs=0.03)


@given(
    quantiles=st.lists(st.floats(0, 100), min_size=9, max_size=9).map(sorted),
    result=st.floats(0, 100),
)
def test_every_result_has_a_place_and_a_score(quantiles: list[float], result: float) -> None:
    found = place_results(np.array([quantiles]), LEVELS, np.array([result]))
    assert 0 <= found.pit[0] <= 1
    assert np.isfinite(found.log_score[0])
    assert SMALLEST_PERCENT > 0
