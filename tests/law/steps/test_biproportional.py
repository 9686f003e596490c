"""Biproportional apportionment: both sums, ties, and what cannot be."""

from __future__ import annotations

from datetime import date
from itertools import product
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.errors import LawError
from formateur.law import (
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    Rules,
    Statute,
    allocate,
    count_draws,
    load_law,
)
from formateur.law.steps.biproportional import Biproportional

DAY = date(2006, 2, 12)
LISTS = ("a", "b", "c", "d")
PLACES = ("north", "south", "west")
ROUNDED = Biproportional(voter_numbers="rounded")
EXACT = Biproportional(voter_numbers="exact")

Table = list[list[int]]


class FirstInOrder:
    def permutation(self, number: int) -> range:
        return range(number)


def rules(step: Biproportional) -> Rules:
    return Rules(
        law="made-up",
        name="Made up",
        country="xx",
        chamber="House",
        day=DAY,
        seats=1,
        steps=(step,),
        ties="lot",
        sources=(Statute("seats", "none", DAY),),
        limits="",
    )


def counted(votes: Table, sizes: list[int], step: Biproportional = ROUNDED) -> Allocation:
    ballots = Ballots(
        lists={
            where: dict(zip(LISTS, row, strict=False))
            for where, row in zip(PLACES, votes, strict=False)
        }
    )
    return allocate(rules(step), ballots, facts_of(sizes))


def facts_of(sizes: list[int]) -> ElectionFacts:
    return ElectionFacts(magnitudes=dict(zip(PLACES, sizes, strict=False)))


def table_of(allocation: Allocation, votes: Table) -> Table:
    lists, places = LISTS[: len(votes[0])], PLACES[: len(votes)]
    return [
        [allocation.places.get((where, "constituency"), {}).get(who, 0) for who in lists]
        for where in places
    ]


def claim(votes: Table, seats: Table) -> float:
    """The logarithm of what the right table maximizes: votes over signposts of its seats."""
    total = 0.0
    for own, held in zip(np.ravel(votes), np.ravel(seats), strict=True):
        if held and not own:
            return -np.inf
        total += sum(np.log(own / (2 * seat + 1)) for seat in range(held))
    return total


def test_voter_numbers_are_rounded_at_the_half() -> None:
    """7 / 2 and 5 / 2 are 4 and 3 voters; 15 / 3 and 16 / 3 are 5."""
    allocation = counted([[7, 5], [15, 16]], [2, 3])
    told = [line.text for line in allocation.trace if line.constituency == "national"]
    assert told == [
        "a: 9 voters, 3 seats in all",
        "b: 8 voters, 2 seats in all",
        "the last seat went to a (1.80 voters per divisor); b (1.60) came next",
    ]


def test_rounding_of_voter_numbers_can_decide_a_seat() -> None:
    """a has 2/5 of a voter three times: none, or 6/5."""
    votes, sizes = [[2, 28], [2, 28], [2, 28]], [5, 5, 5]
    assert counted(votes, sizes, ROUNDED).seats["a"] == 0
    assert counted(votes, sizes, EXACT).seats["a"] == 1


def test_seats_move_until_the_lists_have_their_totals() -> None:
    """On its own each constituency gives all it has to a; together c has a seat."""
    allocation = counted([[60, 0, 20], [60, 0, 22]], [1, 1])
    assert table_of(allocation, [[60, 0, 20], [60, 0, 22]]) == [[1, 0, 0], [0, 0, 1]]
    told = [line.text for line in allocation.trace if line.constituency == "south"]
    assert told == [
        "a: 0 instead of 1, for the lists' totals",
        "c: 1 instead of 0, for the lists' totals",
    ]


def test_a_tie_between_tables_is_decided_by_lot_in_one_constituency() -> None:
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        allocation = counted([[10, 10], [10, 10]], [1, 1])
    assert table_of(allocation, [[10, 10], [10, 10]]) == [[1, 0], [0, 1]]
    assert len(allocation.ties) == 1
    assert allocation.ties[0].contenders == (("a",), ("b",))


@pytest.mark.parametrize("step", [ROUNDED, EXACT])
def test_lists_without_votes_where_seats_are_left_are_refused(step: Biproportional) -> None:
    """c is due two of three seats and has votes only where one is given out."""
    votes, sizes = [[0, 0, 900], [10, 0, 0]], [1, 2]
    with pytest.raises(LawError, match="where they have votes"):
        counted(votes, sizes, step)
    with pytest.raises(LawError, match="where they have votes"):
        count_draws(rules(step), draws_of(votes), facts_of(sizes))


@pytest.mark.parametrize(("day", "seats"), [(date(2019, 3, 24), 0), (date(2023, 2, 12), 1)])
def test_three_percent_of_the_canton_are_enough_since_2023(day: date, seats: int) -> None:
    """c has 4 percent, and nowhere 5."""
    law = load_law("ch-zurich-cantonal-council").on(day)
    votes = [[500, 460, 40], [460, 500, 40]]
    lists = {
        where: dict(zip("abc", row, strict=True)) for where, row in zip(PLACES, votes, strict=False)
    }
    facts = facts_of([10, 9])
    assert allocate(law, Ballots(lists=lists), facts).seats["c"] == seats
    assert count_draws(law, draws_of(votes), facts).totals[0, 2] == seats


def draws_of(*tables: Table) -> BallotDraws:
    return BallotDraws(
        parties=LISTS[: len(tables[0][0])],
        constituencies=PLACES[: len(tables[0])],
        lists=np.array(tables, dtype=np.int64),
    )


def test_voter_numbers_too_fine_for_64_bits_are_refused() -> None:
    votes = [[10**15, 5], [10, 20], [3, 4]]
    with pytest.raises(LawError, match="too fine"):
        count_draws(rules(EXACT), draws_of(votes), facts_of([97, 89, 83]))


CELLS = st.one_of(st.integers(0, 4), st.integers(0, 40_000))
TABLES = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=3, max_size=3)
SIZES = st.lists(st.integers(0, 4), min_size=3, max_size=3).filter(any)


@given(votes=TABLES.filter(lambda table: any(map(any, table))), sizes=SIZES)
def test_draws_mean_the_same_and_both_sums_are_kept(votes: Table, sizes: list[int]) -> None:
    for step in (ROUNDED, EXACT):
        with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
            try:
                allocation = counted(votes, sizes, step)
            except LawError:
                with pytest.raises(LawError):
                    count_draws(rules(step), draws_of(votes), facts_of(sizes))
                continue
        seats = table_of(allocation, votes)
        assert [sum(row) for row in seats] == sizes
        count = count_draws(rules(step), draws_of(votes), facts_of(sizes))
        assert count.seats["constituency"].won[0].tolist() == seats


@given(
    votes=st.lists(st.lists(st.integers(9, 2_000), min_size=2, max_size=2), min_size=3, max_size=3),
    sizes=st.lists(st.integers(0, 3), min_size=3, max_size=3).filter(any),
)
def test_no_other_table_with_these_sums_has_a_better_claim(votes: Table, sizes: list[int]) -> None:
    seats = table_of(counted(votes, sizes), votes)
    total = sum(row[0] for row in seats)
    best = max(
        claim(votes, [[one, size - one] for one, size in zip(first, sizes, strict=True)])
        for first in product(*(range(size + 1) for size in sizes))
        if sum(first) == total
    )
    assert claim(votes, seats) == pytest.approx(best, abs=1e-9)
