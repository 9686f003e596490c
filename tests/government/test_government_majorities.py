"""Coalitions as bit masks, against a loop over all subsets."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, combinations

import numpy as np
import pytest
from factories import seat_draws
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from formateur.facts import Draws
from formateur.government import MOST_LISTS, Majorities, count_majorities


def draws_of(values: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Draws:
    return Draws(values, tuple(f"l{k}" for k in range(values.shape[1])), "seats", "run")


def loop(seats: Draws, coalition: Collection[str], majority: int) -> tuple[float, float]:
    """How often the coalition has a majority, and how often one that needs every member."""
    has = needs_all = 0
    for k in range(len(seats)):
        held = [int(seats[one][k]) for one in coalition]
        if sum(held) >= majority:
            has += 1
            needs_all += all(sum(held) - one < majority for one in held)
    return has / len(seats), needs_all / len(seats)


def chances(counted: Majorities) -> dict[frozenset[str], tuple[float, float]]:
    """By coalition: chance of a majority, and of one that needs every member."""
    return {
        frozenset(counted.members(mask)): (
            float(counted.p_majority[mask]),
            float(counted.p_minimal[mask]),
        )
        for mask in range(len(counted.p_majority))
    }


houses = st.tuples(st.integers(1, 6), st.integers(1, 5)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(0, 8))
)


@given(houses, st.integers(1, 25))
def test_every_coalition_is_counted_as_a_loop_counts_it(
    values: np.ndarray[tuple[int, int], np.dtype[np.int64]], majority: int
) -> None:
    seats = draws_of(values)
    winning = [one for one in seats.lists if seats[one].any()]
    subsets = chain.from_iterable(combinations(winning, n) for n in range(len(winning) + 1))
    counted = count_majorities(seats, majority)
    assert counted.left_out == ()
    assert chances(counted) == {
        frozenset(subset): pytest.approx(loop(seats, subset, majority)) for subset in subsets
    }


@given(houses, st.integers(1, 25), st.data())
def test_another_list_never_lowers_the_chance(
    values: np.ndarray[tuple[int, int], np.dtype[np.int64]], majority: int, data: st.DataObject
) -> None:
    counted = count_majorities(draws_of(values), majority)
    mask = data.draw(st.integers(0, len(counted.p_majority) - 1))
    larger = mask | data.draw(st.integers(0, len(counted.p_majority) - 1))
    assert counted.p_majority[larger] >= counted.p_majority[mask]
    assert counted.p_minimal[mask] <= counted.p_majority[mask]


def test_all_draws_count_when_they_do_not_fit_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(3).integers(0, 9, size=(50, 4))
    whole = count_majorities(draws_of(values), 12)
    monkeypatch.setattr("formateur.government.majorities.CELLS_AT_ONCE", 7 * 2**4)
    parts = count_majorities(draws_of(values), 12)
    assert 0 < whole.p_minimal.max() < 1
    assert parts.p_majority.tolist() == whole.p_majority.tolist()
    assert parts.p_minimal.tolist() == whole.p_minimal.tolist()


def test_lists_beyond_the_most_are_left_out_smallest_first() -> None:
    sizes = {f"l{k}": [k + 1] for k in range(MOST_LISTS + 2)}
    counted = count_majorities(seat_draws(sizes), 10)
    assert counted.left_out == ("l1", "l0")
    assert counted.lists == tuple(f"l{k}" for k in reversed(range(2, MOST_LISTS + 2)))
    assert len(counted.p_majority) == 2**MOST_LISTS
    assert counted.p_majority[-1] == 1.0
    assert counted.members(2**MOST_LISTS - 1) == counted.lists


def test_one_list_alone() -> None:
    counted = count_majorities(seat_draws({"a": [120, 120]}), 61)
    assert chances(counted) == {frozenset(): (0.0, 0.0), frozenset("a"): (1.0, 1.0)}


def test_with_an_absolute_majority_nobody_else_is_needed() -> None:
    found = chances(count_majorities(seat_draws({"a": [61], "b": [40], "c": [19]}), 61))
    minimal = {coalition for coalition, (_, p_minimal) in found.items() if p_minimal}
    assert minimal == {frozenset("a")}
    assert found[frozenset("abc")] == (1.0, 0.0)
    assert found[frozenset("bc")] == (0.0, 0.0)


def test_half_of_an_even_house_is_no_majority() -> None:
    found = chances(count_majorities(seat_draws({"a": [60], "b": [59], "c": [1]}), 61))
    assert {coalition for coalition, (p, _) in found.items() if p} == {
        frozenset("ab"),
        frozenset("ac"),
        frozenset("abc"),
    }


def test_lists_without_a_seat_in_any_draw_are_not_combined() -> None:
    counted = count_majorities(seat_draws({"zero": [0, 0], "a": [3, 6], "once": [0, 1]}), 4)
    assert (counted.lists, counted.left_out) == (("a", "once"), ())


def test_member_without_a_seat_in_a_draw_is_not_needed_in_it() -> None:
    found = chances(count_majorities(seat_draws({"a": [61, 60], "b": [0, 1]}), 61))
    assert found[frozenset("ab")] == (1.0, 0.5)
