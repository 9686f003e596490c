"""Which coalitions are listed, in which order, and with which figures."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from factories import an_election, says, seat_draws

from formateur.facts import Draws
from formateur.government import coalitions_that_could
from formateur.government.could import LIKELIEST, MOST_MINIMAL


def test_figures_of_a_coalition() -> None:
    seats = seat_draws({"a": [50, 55, 62, 58], "b": [40, 30, 29, 31], "c": [30, 35, 29, 31]})
    found = coalitions_that_could(seats, 61, an_election("abc"))
    could = {one.lists: one for one in found.listed}
    assert could["a", "b"].probability == 1.0
    assert could["a", "b"].p_minimal == 0.75
    assert could["a", "b"].minimal_winning
    assert could["b", "c"].probability == 0.75
    assert could["a",].probability == 0.25
    assert could["a",].minimal_winning
    assert could["a", "b", "c"].p_minimal == 0.0
    assert not could["a", "b", "c"].minimal_winning


def test_minimal_in_half_of_its_majorities_is_minimal() -> None:
    seats = seat_draws({"a": [61, 60, 61, 60, 61], "b": [59, 60, 59, 60, 59]})
    found = coalitions_that_could(seats.where(np.arange(5) < 4), 61, an_election("ab"))
    assert {one.lists: one.minimal_winning for one in found.listed}["a", "b"]
    found = coalitions_that_could(seats, 61, an_election("ab"))
    assert not {one.lists: one.minimal_winning for one in found.listed}["a", "b"]


def test_likeliest_first_then_smaller_then_larger_lists() -> None:
    seats = seat_draws({"a": [45, 45], "b": [40, 40], "c": [35, 20], "d": [0, 15]})
    order = [one.lists for one in coalitions_that_could(seats, 61, an_election("abcd")).listed]
    assert order[:3] == [("a", "b"), ("a", "c"), ("a", "b", "c")]
    assert order.index(("a", "c")) < order.index(("b", "c"))
    assert [one for one in order if len(one) == 1] == []


def test_seldom_coalitions_are_not_listed() -> None:
    """In the rare draws `a` has a majority alone; with `c` it has one that does not need `c`."""
    for rare, listed in ((9, set()), (10, {("a",), ("c", "a")})):
        draws = [(61, 58, 1)] * rare + [(0, 119, 1)] * (1000 - rare)
        seats = Draws(np.array(draws), ("a", "b", "c"), "seats", "run")
        found = coalitions_that_could(seats, 61, an_election("abc"))
        assert {one.lists for one in found.listed if "b" not in one.lists} == listed


def test_all_minimal_winning_coalitions_are_listed_however_many() -> None:
    """Of eleven lists with one seat each, any six are a smallest majority: 462 of them."""
    lists = "abcdefghijk"
    found = coalitions_that_could(seat_draws({one: [1] for one in lists}), 6, an_election(lists))
    minimal = {one.lists for one in found.listed if one.minimal_winning}
    assert minimal == set(combinations(lists, 6))
    assert len(minimal) > LIKELIEST


def test_no_majority_is_within_reach() -> None:
    found = coalitions_that_could(seat_draws({"a": [3], "b": [3]}), 7, an_election("ab"))
    assert found.listed == ()


def test_blocks_are_those_of_the_members() -> None:
    election = an_election("abc", statements=[says("a", "excludes", "b")])
    seats = seat_draws({"a": [40], "b": [40], "c": [40]})
    found = coalitions_that_could(seats, 61, election)
    assert {one.lists for one in found.listed if one.broken} == {("a", "b"), ("a", "b", "c")}


def test_of_very_many_minimal_coalitions_the_likeliest_are_listed_and_the_rest_counted() -> None:
    """Of 15 lists with 8 seats each, any 8 are minimal winning: 6435 coalitions."""
    lists = [chr(ord("a") + k) for k in range(15)]
    seats = seat_draws({one: [8, 8] for one in lists})
    found = coalitions_that_could(seats, 61, an_election(lists))
    assert sum(one.minimal_winning for one in found.listed) == MOST_MINIMAL
    assert found.unlisted == 6435 - MOST_MINIMAL
