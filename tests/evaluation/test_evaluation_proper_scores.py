"""Scores against the integral they stand for, another library, and numbers worked by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import scoringrules  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from formateur.evaluation import brier_score, crps_of_draws

figures = st.integers(-30, 30).map(lambda n: n / 4)


def integral(draws: list[float], observed: float) -> float:
    """Integrate the squared distance of the two distributions step by step."""
    points = sorted({*draws, observed})
    area = 0.0
    for left, right in pairwise(points):
        below = sum(draw <= left for draw in draws) / len(draws)
        area += (right - left) * (below - (observed <= left)) ** 2
    return area


@given(st.lists(figures, min_size=1, max_size=12), figures)
def test_crps_is_the_integral(draws: list[float], observed: float) -> None:
    assert crps_of_draws(np.array(draws), observed) == pytest.approx(
        integral(draws, observed), abs=1e-12
    )


def test_crps_agrees_with_scoringrules() -> None:
    rng = np.random.default_rng(11)
    for draws in (rng.normal(3, 2, 5_000), rng.integers(0, 9, 5_000)):
        for observed in (-4.0, 0.0, 3.1, 8.0, 20.0):
            theirs = scoringrules.crps_ensemble(observed, draws.astype(float), estimator="nrg")
            assert crps_of_draws(draws, observed) == pytest.approx(float(theirs), abs=1e-9)


def test_crps_by_hand() -> None:
    assert crps_of_draws(np.array([2.0]), 5.0) == 3.0, "one draw: the plain error"
    assert crps_of_draws(np.array([4, 4, 4]), 4) == 0.0
    assert crps_of_draws(np.array([0, 2]), 1) == pytest.approx(1 - 0.5)
    assert crps_of_draws(np.array([2, 0]), 4) == pytest.approx(3 - 0.5), "in any order"


def test_crps_favours_the_sharper_of_two_that_are_right() -> None:
    sharp, wide = np.array([9.0, 11.0]), np.array([5.0, 15.0])
    assert crps_of_draws(sharp, 10.0) < crps_of_draws(wide, 10.0)
    assert crps_of_draws(sharp, 20.0) > crps_of_draws(wide, 20.0)


def test_brier_by_hand() -> None:
    assert brier_score([1.0, 0.0], [True, False]) == 0.0
    assert brier_score([0.5], [True]) == 0.25
    assert brier_score([0.9, 0.2, 0.0], [True, True, True]) == pytest.approx(
        (0.01 + 0.64 + 1.0) / 3
    )


def test_every_chance_needs_its_outcome() -> None:
    with pytest.raises(ValueError, match="shorter"):
        brier_score([0.5, 0.5], [True])
