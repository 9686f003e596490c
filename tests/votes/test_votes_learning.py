"""Learning the error table: scale, smoothing, and what is measured on which election."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from factories import VOTE_DAY, may
from hypothesis import given
from hypothesis import strategies as st
from vote_cases import MAY_10, percent_poll, seat_poll, with_polls

from formateur.facts import OTHER, Poll
from formateur.votes.closed_error import closing_factor
from formateur.votes.learning import (
    ASSUMED,
    Miss,
    Unseen,
    fit_horizons,
    fit_unprinted,
    measure,
    measure_unseen,
    never_falling,
    t_scale,
)
from formateur.votes.unprinted import Unprinted

RESULT = {"a": 0.5, "b": 0.3, "c": 0.15, "d": 0.009, "e": 0.02}


def polls(houses: int, end: date = MAY_10) -> tuple[Poll, ...]:
    figures = {"a": 48.0, "b": 32.0, "c": 14.0, "d": 1.0}
    return tuple(percent_poll(f"House {k}", figures, end=end) for k in range(houses))


def a_miss(election: str, held: date, error: float, days: int = 1, lists: int = 1) -> Miss:
    """An average of 10 percent for every list, and results `error` above it on the logit."""
    logit = np.log(0.1 / 0.9) + error
    got = float(1 / (1 + np.exp(-logit)))
    names = [f"l{k}" for k in range(lists)]
    centre = {**dict.fromkeys(names, 0.1), OTHER: 1 - 0.1 * lists}
    return Miss(election, held, days, centre, dict.fromkeys(names, got))


def test_the_scale_is_found_again_in_simulated_errors() -> None:
    rng = np.random.default_rng(2)
    errors = [0.2 * rng.standard_t(4, size=8) for _ in range(3000)]
    assert t_scale(errors, 4) == pytest.approx(0.2, rel=0.02)


def test_elections_weigh_the_same_whatever_the_number_of_their_lists() -> None:
    few, many = np.array([0.1]), np.full(50, 0.4)
    assert t_scale([few, many], 4) == pytest.approx(t_scale([few, np.array([0.4])], 4))


def test_the_scale_of_one_error_is_that_error() -> None:
    """The likelihood of one t error e is largest at s = |e|."""
    assert t_scale([np.array([0.3])], 4) == pytest.approx(0.3)


def test_smoothing_pools_what_falls() -> None:
    assert never_falling([1, 3, 2, 4], [1, 1, 1, 1]) == [1, 2.5, 2.5, 4]
    assert never_falling([3, 2, 1], [2, 1, 1]) == pytest.approx([2.25] * 3)


@given(st.lists(st.tuples(st.floats(0.01, 1), st.integers(1, 50)), min_size=1))
def test_smoothing_never_falls_and_keeps_the_mean(rows: list[tuple[float, int]]) -> None:
    values, weights = zip(*rows, strict=True)
    smooth = never_falling(values, weights)
    assert smooth == sorted(smooth)
    assert np.dot(smooth, weights) == pytest.approx(np.dot(values, weights))


def test_errors_are_those_of_lists_that_were_polled_and_got_a_percent() -> None:
    election = with_polls(*polls(3), lists=("a", "b", "c", "d", "e"))
    miss = measure(election, RESULT, 7)
    assert miss is not None
    assert dict(miss.result) == {"a": 0.5, "b": 0.3, "c": 0.15}
    assert miss.centre["a"] == pytest.approx(0.48)
    raw = -np.log(0.48 / 0.52) / closing_factor(np.array(list(miss.centre.values())))[0]
    assert miss.errors[0] == pytest.approx(raw)


def test_averages_of_two_houses_are_not_measured() -> None:
    assert measure(with_polls(*polls(2)), RESULT, 7) is None


def test_polls_after_the_day_are_not_in_the_average() -> None:
    late = tuple(replace(poll, published=may(18)) for poll in polls(3))
    assert measure(with_polls(*late), RESULT, 7) is None
    assert measure(with_polls(*late), RESULT, 1) is not None


def test_a_table_is_fitted_to_the_elections_before_its_cut_off() -> None:
    held = [date(2000 + k, 1, 1) for k in range(8)]
    misses = [a_miss(str(day), day, 0.1) for day in held[:5]]
    misses += [a_miss(str(day), day, 9.9) for day in held[5:]]
    (horizon,) = fit_horizons(misses, held[5])
    assert (horizon.days, horizon.elections, horizon.lists) == (1, 5, 5)
    assert fit_horizons(misses, held[6])[0].scale > horizon.scale


def test_a_horizon_with_four_elections_is_left_out() -> None:
    held = [date(2000 + k, 1, 1) for k in range(5)]
    near = [a_miss(str(day), day, 0.1) for day in held]
    far = [a_miss(str(day), day, 0.3, days=250) for day in held[:4]]
    assert [horizon.days for horizon in fit_horizons([*near, *far], VOTE_DAY)] == [1]


def test_what_seat_polls_do_not_print_is_looked_up_in_the_result() -> None:
    row = seat_poll("One", {"a": 70, "b": 50, "c": "<", "d": "<"})
    other = seat_poll("Two", {"a": 69, "b": 47, "d": 4})
    election = with_polls(row, other, lists=("a", "b", "c", "d", "e"))
    shares = {"a": 0.5, "b": 0.4, "c": 0.01, "d": 0.04, "e": 0.03}
    unseen = measure_unseen(election, shares, 0.04)
    assert unseen is not None
    assert unseen.other == pytest.approx(0.05)
    assert unseen.below == pytest.approx((0.25,))


def test_without_seat_polls_there_is_nothing_to_look_up() -> None:
    assert measure_unseen(with_polls(*polls(3)), RESULT, 0.04) is None


def test_constants_are_assumed_until_enough_is_seen() -> None:
    assert fit_unprinted([], VOTE_DAY) == ASSUMED
    seen = [Unseen(may(1), 0.01, (0.2, 0.3)), Unseen(may(2), 0.04, (0.1, 0.2))]
    assert fit_unprinted(seen, VOTE_DAY) == Unprinted(0.5, 0.025)
    seen.append(Unseen(may(3), 0.03, (0.7,)))
    assert fit_unprinted(seen, VOTE_DAY) == Unprinted(0.3, 0.03)
    assert fit_unprinted(seen, may(1)) == ASSUMED


def test_the_window_before_the_vote_decides_which_seat_polls_count() -> None:
    early = seat_poll("One", {"a": 70, "b": 50}, end=VOTE_DAY - timedelta(days=30))
    assert measure_unseen(with_polls(early), {"a": 1.0}, 0.04) is None
