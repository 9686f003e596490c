"""The method of equal proportions: votes over the geometric mean of seats held and to be held."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import Allocation, BallotDraws, ElectionFacts, allocate_draws
from formateur.law.steps import STEPS
from formateur.law.ties import TIE_RULES, TieRule

HUNTINGTON_HILL = STEPS["highest-averages:huntington-hill"]
STATES = ("a", "b", "c", "d", "e", "f")


def apportioned(votes: dict[str, int], seats: int, ties: TieRule = "lot") -> Allocation:
    made = rules((HUNTINGTON_HILL,), seats, ties)
    return counted(made, {"national": votes}, ElectionFacts())


def test_everybody_gets_one_first() -> None:
    assert apportioned({"a": 1_000_000, "b": 1, "c": 1}, 3).seats == {"a": 1, "b": 1, "c": 1}
    assert apportioned({"a": 1_000_000, "b": 1, "c": 1}, 9).seats == {"a": 7, "b": 1, "c": 1}


def test_nobody_without_votes_gets_one() -> None:
    assert apportioned({"a": 5, "b": 0}, 3).seats == {"a": 3, "b": 0}


def test_too_few_seats_for_everybody_are_drawn_by_lot() -> None:
    allocation = apportioned({"a": 9, "b": 5, "c": 1}, 2)
    assert len(allocation.ties[0].contenders) == 3
    assert not allocation.last_seats


def test_rounding_at_the_geometric_mean() -> None:
    """A third seat for a costs its votes over the root of 6, an eighth for b over that of 56."""
    assert apportioned({"a": 2467, "b": 7533}, 10).seats == {"a": 3, "b": 7}
    assert apportioned({"a": 2466, "b": 7534}, 10).seats == {"a": 2, "b": 8}


def pell(x: int, y: int) -> tuple[int, int]:
    """The largest solution of x^2 - 3 y^2 = const below a billion."""
    while 2 * x + 3 * y < 10**9:
        x, y = 2 * x + 3 * y, x + 2 * y
    return x, y


def test_near_ties_are_exact() -> None:
    """A third seat for x against a second for y: x^2 / 6 and y^2 / 2 agree in 17 digits."""
    x, y = pell(2, 1)
    assert x * x - 3 * y * y == 1
    assert apportioned({"y": y, "x": x}, 4).seats == {"y": 1, "x": 3}
    x, y = pell(1, 1)
    assert x * x - 3 * y * y == -2
    assert apportioned({"x": x, "y": y}, 4).seats == {"x": 2, "y": 2}


@given(
    numbers=st.lists(st.integers(1, 40_000_000), min_size=6, max_size=6),
    seats=st.integers(6, 120),
)
def test_no_seat_could_go_to_a_higher_average(numbers: list[int], seats: int) -> None:
    votes = dict(zip(STATES, numbers, strict=True))
    won = apportioned(votes, seats).seats
    assert min(won.values()) >= 1
    last = [Fraction(votes[name] ** 2, n * (n - 1)) for name, n in won.items() if n > 1]
    first_out = max(Fraction(votes[name] ** 2, n * (n + 1)) for name, n in won.items())
    assert not last or min(last) >= first_out


@pytest.mark.parametrize("ties", TIE_RULES)
@given(
    numbers=st.lists(
        st.one_of(st.integers(0, 9), st.sampled_from([6, 12, 24]), st.integers(0, 10**8)),
        min_size=6,
        max_size=6,
    ),
    seats=st.integers(1, 60),
)
def test_draws_are_the_exact_count(ties: TieRule, numbers: list[int], seats: int) -> None:
    try:
        apportioned(dict(zip(STATES, numbers, strict=True)), seats, ties)
    except LawError:
        assert not any(numbers)


def test_votes_with_too_large_squares_are_refused() -> None:
    draws = BallotDraws.nationwide(np.array([[4_000_000_000, 1]]), ("a", "b"))
    with pytest.raises(LawError, match="too many"):
        allocate_draws(rules((HUNTINGTON_HILL,), 5), draws)
