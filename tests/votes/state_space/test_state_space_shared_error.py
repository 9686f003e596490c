"""The error that all polls share: margins, blocs, closing."""

from __future__ import annotations

import numpy as np
import pytest
from factories import a_bloc
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from formateur.votes.state_space.learned import SharedError
from formateur.votes.state_space.shared_error import (
    bloc_members,
    bloc_pull,
    draw_votes,
    error_scale,
)

SHARE = np.array([0.3, 0.3, 0.1, 0.2, 0.1])
SPREAD = np.array([0.1, 0.1, 0.2, 0.12, 0.2])
INSIDE = np.array([True, False, True, False, False])


@given(part=st.floats(0.0, 0.95))
def test_blocs_leave_every_list_as_unsure_as_it_was(part: float) -> None:
    matrix = bloc_pull(SHARE, SPREAD, [INSIDE], part)
    assert (matrix**2) @ SPREAD**2 == pytest.approx(SPREAD**2)


def spread_of_sum(matrix: NDArray[np.float64]) -> float:
    weights = SHARE * INSIDE
    return float(np.sqrt((weights @ matrix) ** 2 @ SPREAD**2))


def test_the_sum_of_a_bloc_is_surer_the_larger_the_part() -> None:
    spreads = [spread_of_sum(bloc_pull(SHARE, SPREAD, [INSIDE], p)) for p in (0.0, 0.3, 0.6)]
    assert spreads == sorted(spreads, reverse=True)
    assert spreads[2] < 0.7 * spreads[0]


def test_without_blocs_nothing_moves() -> None:
    assert bloc_pull(SHARE, SPREAD, [], 0.5) == pytest.approx(np.eye(5))


def test_a_bloc_that_overlaps_one_before_it_is_left_out() -> None:
    blocs = (a_bloc("x", "a", "b"), a_bloc("y", "b", "c"), a_bloc("z", "c", "d"))
    members = bloc_members(blocs, ("a", "b", "c", "d"))
    assert [inside.tolist() for inside in members] == [
        [True, True, False, False],
        [False, False, True, True],
    ]


def test_draws_are_shares_around_what_is_expected() -> None:
    rng = np.random.default_rng(1)
    values = draw_votes(SHARE, np.full(5, 0.05), np.full(5, 0.03), np.eye(5), rng, draws=20_000)
    assert values.sum(axis=1) == pytest.approx(1.0)
    assert np.median(values, axis=0) == pytest.approx(SHARE, rel=0.01)
    spread = np.log(values).std(axis=0)
    before = np.full(5, 0.05**2 + 2 * 0.03**2)
    closed = before * (1 - SHARE) ** 2 + (before * SHARE**2).sum() - before * SHARE**2
    assert spread == pytest.approx(np.sqrt(closed), rel=0.05)


def test_small_lists_are_less_sure_on_the_log_and_surer_in_points() -> None:
    error = SharedError(scale=0.08, exponent=0.4, drift=1.0, bloc=0.0)
    scale = error_scale(np.array([0.03, 0.2, 0.4]), error, 1.5)
    assert scale[1] == pytest.approx(0.12)
    assert scale[0] > scale[1] > scale[2]
    assert 0.03 * scale[0] < 0.2 * scale[1] < 0.4 * scale[2]


def test_no_draw_gives_the_country_to_a_tiny_list() -> None:
    share = np.array([0.5, 0.49, 0.01])
    error = SharedError(scale=0.08, exponent=0.4, drift=1.0, bloc=0.0)
    scale = error_scale(share, error, 1.0)
    rng = np.random.default_rng(1)
    values = draw_votes(share, np.full(3, 0.02), scale, np.eye(3), rng, draws=500_000)
    assert values[:, 2].max() < 0.15
