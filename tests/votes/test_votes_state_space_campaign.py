"""Adaptive quadrature over pace and house effects."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.votes.state_space.campaign import PLACES, chances, peak

BEGIN = np.zeros(2), np.eye(2)


@given(
    st.tuples(st.floats(-4, 4), st.floats(-4, 4)),
    st.tuples(st.floats(0.1, 1), st.floats(0.1, 1)),
    st.floats(-0.8, 0.8),
)
def test_a_normal_is_found_wherever_it_is(
    centre: tuple[float, float], sds: tuple[float, float], correlation: float
) -> None:
    cross = correlation * sds[0] * sds[1]
    covariance = np.array([[sds[0] ** 2, cross], [cross, sds[1] ** 2]])
    inside = np.linalg.inv(covariance)

    def density(place: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        away = place - np.array(centre)
        return float(-0.5 * away @ inside @ away)

    found, factor = peak(density, *BEGIN)
    np.testing.assert_allclose(found, centre, atol=0.01)
    np.testing.assert_allclose(factor @ factor.T, covariance, rtol=0.01, atol=1e-6)


def test_moments_of_a_skewed_density() -> None:
    """The log of a gamma variable beside a standard normal; its moments are known."""
    shape = 20.0

    def density(place: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
        return float(shape * place[0] - shape * np.exp(place[0]) - 0.5 * place[1] ** 2)

    centre, factor = peak(density, *BEGIN)
    places = centre + PLACES @ factor.T
    chance = chances(np.array([density(one) for one in places]), places, centre, factor)
    mean = chance @ places
    spread = chance @ (places - mean) ** 2
    # digamma(20) - log(20), and trigamma(20)
    np.testing.assert_allclose(mean, [-0.025208, 0.0], atol=3e-4)
    np.testing.assert_allclose(spread, [0.051271, 1.0], rtol=0.02)


def test_weights_of_a_normal_at_its_own_places() -> None:
    places = PLACES
    chance = chances(-0.5 * (places**2).sum(axis=1), places, *BEGIN)
    assert chance.sum() == pytest.approx(1.0)
    assert chance[4] == pytest.approx(4 / 9)
