"""The mean below a bound."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.votes.censored import mean_below


def at(mean: float, bound: float) -> float:
    return float(mean_below(np.array([mean]), np.array([bound]))[0])


def test_at_the_bound_it_is_a_half_normal() -> None:
    sd = math.sqrt(0.04 * 0.96 / 600)
    assert at(0.04, 0.04) == pytest.approx(0.04 - sd * math.sqrt(2 / math.pi))


def test_it_agrees_with_a_simulation() -> None:
    draws = np.random.default_rng(1).normal(0.035, math.sqrt(0.035 * 0.965 / 600), 400_000)
    assert at(0.035, 0.0325) == pytest.approx(draws[draws < 0.0325].mean(), abs=1e-4)


def test_a_bound_far_above_says_nothing() -> None:
    assert at(0.01, 0.2) == pytest.approx(0.01)


@given(st.floats(0.0, 0.9), st.floats(0.001, 0.2))
def test_it_lies_between_nothing_and_the_bound(mean: float, bound: float) -> None:
    assert 0.0 <= at(mean, bound) <= bound
