"""Draws summed up: mean, quantiles, chances."""

from __future__ import annotations

import numpy as np
import pytest

from formateur.reporting.figures import chance, seat_chances, spread


def test_spread_of_shares() -> None:
    found = spread(np.arange(101) / 10)
    assert found.mean == 5.0
    assert [found.q05, found.q25, found.q50, found.q75, found.q95] == [0.5, 2.5, 5.0, 7.5, 9.5]


def test_quantiles_of_seats_are_seats_that_occur() -> None:
    """Half of the draws under the threshold, half with four seats: nobody wins two."""
    found = spread(np.array([0, 4, 0, 4]))
    assert [found.q05, found.q25, found.q50, found.q75, found.q95] == [0, 0, 0, 4, 4]
    assert found.mean == 2.0


def test_quantile_is_reached_by_its_share_of_the_draws() -> None:
    seats = np.array([3] * 5 + [4] * 90 + [5] * 5)
    assert (spread(seats).q05, spread(seats).q95) == (3, 4)


def test_seat_chances_are_of_the_seats_that_occur() -> None:
    found = seat_chances(np.array([4, 0, 4, 5]))
    assert [(one.seats, one.p) for one in found] == [(0, 0.25), (4, 0.5), (5, 0.25)]


def test_chance_is_rounded_to_six_digits() -> None:
    assert chance(1 / 3) == 0.333333
    assert chance(float(np.float32(0.5))) == pytest.approx(0.5)
