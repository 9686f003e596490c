"""A small forecast held against a result, every figure worked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import (
    a_bloc,
    a_forecast,
    a_list,
    a_result,
    an_election,
    may,
    vote_draws,
)

from formateur.errors import UsageError
from formateur.evaluation import Score, score_forecast
from formateur.facts import OTHER, Result

ELECTION = an_election(
    ["a", "b", "c", a_list("late", ended=may(15))],
    blocs=[a_bloc("pair", "b", "c"), a_bloc("first", "a"), a_bloc("with_late", "a", "late")],
)
VOTES = vote_draws(
    {
        "a": [0.60, 0.50, 0.40, 0.50],
        "b": [0.30, 0.40, 0.50, 0.30],
        "c": [0.03, 0.03, 0.04, 0.10],
        "late": [0.02, 0.02, 0.02, 0.02],
        OTHER: [0.05, 0.05, 0.04, 0.08],
    }
)
"""Seats of ten: a 7, 6, 4, 6; b 3, 4, 6, 3; c 0, 0, 0, 1; late none."""

RESULTS = (
    a_result("b", 46.0, 5),
    a_result("a", 47.0, 5),
    a_result("c", 3.2, 0),
    a_result("new", 2.0, 0),
    a_result(OTHER, 1.8, 0),
)


def scored(*results: Result) -> Score:
    return score_forecast(a_forecast(ELECTION, VOTES, seats=10), results or RESULTS)


def test_seats_of_the_draws_are_as_said() -> None:
    seats = a_forecast(ELECTION, VOTES, seats=10).parliament
    assert {one: seats[one].tolist() for one in seats.lists} == {
        "a": [7, 6, 4, 6],
        "b": [3, 4, 6, 3],
        "c": [0, 0, 0, 1],
        "late": [0, 0, 0, 0],
    }


def test_lists_are_scored_largest_result_first() -> None:
    score = scored()
    assert [one.id for one in score.lists] == ["a", "b", "c"]
    a = score.lists[0]
    assert (a.name, a.votes.result, a.seats.result) == ("A", 47.0, 5)
    assert (a.votes.median, a.votes.mean) == pytest.approx((50, 50))
    assert a.votes.error == pytest.approx(3)
    assert (a.seats.median, a.seats.error) == (6, 1)


def test_means_over_lists() -> None:
    """Medians of votes 50, 35, 3.5 beside 47, 46, 3.2; of seats 6, 3, 0 beside 5, 5, 0.

    CRPS of seats: a: mean distance to 5 is 5/4, of all pairs of 7, 6, 4, 6 is 18/16, half of it
    off; b: distance to 5 is 6/4, of pairs of 3, 4, 6, 3 is 20/16; c: 1/4 less half of 6/16.
    """
    score = scored()
    assert score.mean_absolute_error("votes") == pytest.approx((3 + 11 + 0.3) / 3)
    assert score.mean_absolute_error("seats") == pytest.approx((1 + 2 + 0) / 3)
    assert [one.seats.crps for one in score.lists] == pytest.approx(
        [5 / 4 - 18 / 32, 6 / 4 - 20 / 32, 1 / 4 - 6 / 32]
    )
    assert score.crps("seats") == pytest.approx((11 / 16 + 14 / 16 + 1 / 16) / 3)


def test_coverage_counts_results_in_the_ranges() -> None:
    """Middle half of seats: a 4 to 6, b 3 to 4, c 0 to 0; nine tenths: 4-7, 3-6, 0-1."""
    score = scored()
    half, most = score.coverage("seats", 50), score.coverage("seats", 90)
    assert (half.inside, half.lists) == (2, 3)
    assert half.expected == pytest.approx(3 / 4 + 3 / 4 + 3 / 4)
    assert (most.inside, most.expected) == (3, 3.0)
    votes = score.coverage("votes", 90)
    assert (votes.inside, votes.lists) == (3, 3)


def test_threshold() -> None:
    """c passed in two draws of four, and missed 3.25 % by 0.05 points."""
    score = scored()
    assert [(one.p_threshold, one.passed) for one in score.lists] == [
        (1.0, True),
        (1.0, True),
        (0.5, False),
    ]
    assert score.brier_threshold == pytest.approx(0.25 / 3)
    just = scored(a_result("a", 90.0, 10), a_result("c", 3.25, 0))
    assert {one.id: one.passed for one in just.lists}["c"]


def test_largest_list_and_the_chance_it_was_given() -> None:
    assert scored().largest == ("b", "a")
    assert scored().p_largest == pytest.approx(1.0)
    clear = scored(a_result("a", 60.0, 6), a_result("b", 40.0, 4))
    assert (clear.largest, clear.p_largest) == (("a",), 0.75)
    unforeseen = scored(a_result("a", 40.0, 4), a_result("new", 60.0, 6))
    assert (unforeseen.largest, unforeseen.p_largest) == (("new",), 0)


def test_blocs() -> None:
    """b and c had 3, 4, 6, 4 of ten, and have five; a majority is six."""
    pair, first = scored().blocs
    assert (pair.id, pair.seats.result, pair.p_majority, pair.majority) == ("pair", 5, 0.25, False)
    assert (first.id, first.p_majority, first.majority) == ("first", 0.75, False)
    won = scored(a_result("a", 40, 4), a_result("b", 40, 4), a_result("c", 20, 2))
    assert won.blocs[0].majority


def test_what_is_not_scored_is_told() -> None:
    score = scored()
    assert score.not_on_ballot == ("Late",)
    assert score.other.expected == pytest.approx(5.5)
    assert score.other.share == pytest.approx(3.8), "the list that no draw knows, and the rest"
    assert score.other.seats == 0


def test_list_without_a_vote_had_left_the_ballot() -> None:
    assert scored(*RESULTS, a_result("late", 0.0, 0)).lists == scored().lists
    assert scored(*RESULTS, a_result("late", 0.1, 0)).not_on_ballot == ()


def test_head_of_the_score() -> None:
    score = scored()
    assert (score.election, score.day, score.days_to_election) == ("xx-2030", may(10), 10)
    assert (score.threshold, score.majority) == (3.25, 6)


def test_without_a_common_list_there_is_nothing_to_score() -> None:
    with pytest.raises(UsageError, match=r"xx-2030 as of 2030-05-10.*results\.csv"):
        scored(a_result("new", 100.0, 10))


def test_results_in_the_election_do_not_move_the_forecast() -> None:
    election = replace(ELECTION, results=RESULTS)
    made = a_forecast(election, VOTES, seats=10)
    assert score_forecast(made, RESULTS) == scored()
