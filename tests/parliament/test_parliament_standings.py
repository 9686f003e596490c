"""Who passes the threshold, who is largest, what the blocs have: hand-worked draws."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from factories import a_bloc, an_election, seat_draws, some_rules, vote_draws

from formateur.facts import Draws
from formateur.parliament import bloc_seats, chance_to_be_largest, chance_to_pass

THRESHOLD = Fraction(13, 400)


def test_exactly_the_threshold_passes_and_a_hair_less_does_not() -> None:
    votes = vote_draws({"a": [0.0325, 0.0325 - 1e-8, 0.5, 0.0], "b": [0.9675, 0.9675, 0.5, 1.0]})
    assert chance_to_pass(votes, some_rules(120, THRESHOLD)) == {"a": 0.5, "b": 1.0}


def test_threshold_is_a_share_of_the_votes_as_the_law_counts_them() -> None:
    """Seven sevenths of the rest round up to two votes more: 3.25 % of them is out of reach."""
    sevenths = {f"list{k}": [0.9675 / 7] for k in range(7)}
    votes = vote_draws({"a": [0.0325], **sevenths})
    assert chance_to_pass(votes, some_rules(120, THRESHOLD))["a"] == 0.0


def test_without_a_threshold_a_list_needs_a_vote() -> None:
    votes = vote_draws({"a": [0.0, 1e-6], "b": [1.0, 1.0 - 1e-6]})
    assert chance_to_pass(votes, some_rules(120)) == {"a": 0.5, "b": 1.0}


def test_lists_that_tie_for_most_seats_share_the_draw() -> None:
    seats = seat_draws({"a": [5, 4, 4, 3], "b": [3, 4, 4, 3], "c": [2, 2, 4, 4]})
    assert chance_to_be_largest(seats) == pytest.approx(
        {"a": (1 + 1 / 2 + 1 / 3) / 4, "b": (1 / 2 + 1 / 3) / 4, "c": (1 / 3 + 1) / 4}
    )


def test_chances_to_be_largest_add_up_to_one() -> None:
    values = np.random.default_rng(4).integers(0, 4, size=(500, 5))
    seats = Draws(values, tuple("abcde"), "seats", "run")
    tied = (np.sort(values, axis=1)[:, -1] == np.sort(values, axis=1)[:, -2]).mean()
    assert tied > 0.3, "the case is only worth while with ties"
    assert sum(chance_to_be_largest(seats).values()) == pytest.approx(1.0, abs=1e-12)


def test_bloc_adds_up_its_lists_and_asks_each_other_list() -> None:
    seats = seat_draws({"a": [4, 3, 2], "b": [2, 2, 2], "c": [3, 4, 5], "d": [1, 1, 1]})
    (bloc,) = bloc_seats(seats, some_rules(10), an_election("abcd", blocs=[a_bloc("x", "a", "b")]))
    assert bloc.seats.tolist() == [6, 5, 4]
    assert bloc.p_majority == pytest.approx(1 / 3)
    assert bloc.p_majority_with == pytest.approx({"c": 1.0, "d": 2 / 3})


def test_half_of_an_even_house_is_no_majority() -> None:
    seats = seat_draws({"a": [60, 61], "b": [60, 59]})
    left, right = bloc_seats(
        seats, some_rules(120), an_election("ab", blocs=[a_bloc("l", "a"), a_bloc("r", "b")])
    )
    assert (left.p_majority, right.p_majority) == (0.5, 0.0)


def test_blocs_may_overlap_and_are_left_out_without_a_list_that_has_draws() -> None:
    seats = seat_draws({"a": [6], "b": [4]})
    blocs = [a_bloc("one", "a", "gone"), a_bloc("two", "a", "b"), a_bloc("none", "gone")]
    found = bloc_seats(seats, some_rules(10), an_election("ab", blocs=blocs))
    assert {one.bloc.id: one.lists for one in found} == {"one": ("a",), "two": ("a", "b")}
