"""The kernel means the same as the exact allocation, draw by draw."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from law_cases import (
    ALLOCATIONS,
    D_HONDT,
    HIGHEST_AVERAGES,
    national,
    national_draws,
    rules,
)

from formateur.errors import LawError
from formateur.law.ties import TIE_RULES, TieRule

LISTS = ("a", "b", "c", "d", "e", "f", "other")
AGREEMENTS = (("a", "d"), ("e", "b"), ("c", "not_asked"))


class FirstInOrder:
    """Lots that always fall on the first in list order, as the kernel has it."""

    def permutation(self, number: int) -> list[int]:
        return list(range(number))


@pytest.mark.parametrize("allocation", ALLOCATIONS)
@pytest.mark.parametrize("ties", TIE_RULES)
@given(
    draws=st.lists(
        st.one_of(
            st.lists(st.integers(0, 10), min_size=7, max_size=7),
            st.lists(st.integers(0, 4 * 10**8), min_size=7, max_size=7),
            st.lists(st.sampled_from([0, 60, 120, 180, 360]), min_size=7, max_size=7),
        ).filter(lambda row: any(row[:6])),
        min_size=1,
        max_size=5,
    ),
    house=st.integers(1, 130),
    threshold=st.sampled_from(["0", "1/25", "13/400"]),
    agreements=st.booleans(),
)
def test_same_seats_ties_included(
    allocation: str,
    ties: TieRule,
    draws: list[list[int]],
    house: int,
    threshold: str,
    agreements: bool,
) -> None:
    made = rules(allocation, seats=house, threshold=threshold, ties=ties, agreements=agreements)
    votes = np.array(draws, dtype=np.int64)
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            exact = [
                list(national(made, dict(zip(LISTS, row, strict=True)), AGREEMENTS).seats.values())
                for row in draws
            ]
        except LawError:
            with pytest.raises(LawError, match="no list has the votes"):
                national_draws(made, votes, LISTS, AGREEMENTS)
            return
    assert national_draws(made, votes, LISTS, AGREEMENTS).tolist() == exact


@pytest.mark.parametrize(
    "allocation", [one for one in HIGHEST_AVERAGES if "huntington-hill" not in one]
)
def test_near_ties_of_large_numbers_are_exact(allocation: str) -> None:
    """One vote decides although the quotients agree in thirteen digits."""
    made = rules(allocation, seats=3)
    base = 400_000_000_000
    votes = np.array([[base, base + 1], [base + 1, base]], dtype=np.int64)
    assert national_draws(made, votes, ("a", "b")).tolist() == [[1, 2], [2, 1]]


def test_more_votes_break_a_tie() -> None:
    made = rules(D_HONDT, seats=2, ties="more-votes")
    votes = {"small": 50, "large": 100}
    allocation = national(made, votes)
    assert allocation.seats == {"small": 0, "large": 2}
    assert [tie.resolved_by for tie in allocation.ties] == ["more-votes"]
    array = np.array([list(votes.values())], dtype=np.int64)
    assert national_draws(made, array, tuple(votes)).tolist() == [[0, 2]]
    by_lot = national_draws(rules(D_HONDT, seats=2), array, tuple(votes))
    assert by_lot.tolist() == [[1, 1]]


@pytest.mark.parametrize(
    ("votes", "lists", "word"),
    [
        (np.ones((2, 3), dtype=np.int64), ("a", "b"), "shape"),
        (np.ones((2, 2), dtype=np.int64), ("a", "a"), "different lists"),
        (np.ones((2, 2)), ("a", "b"), "float64"),
        (np.array([[1, -1]]), ("a", "b"), "negative"),
        (np.array([[2**45, 1]]), ("a", "b"), "too many"),
        (np.array([[5, 5], [0, 0]]), ("a", "b"), "in 1 draws, the first being 1"),
    ],
)
def test_impossible_draws_are_refused(
    votes: np.ndarray[tuple[int, int], np.dtype[np.int64]], lists: tuple[str, ...], word: str
) -> None:
    with pytest.raises(LawError, match=word):
        national_draws(rules(), votes, lists)


def test_other_counts_for_the_threshold_and_never_wins() -> None:
    made = rules(seats=10, threshold="1/10")
    votes = np.array([[9, 50, 41]], dtype=np.int64)
    assert national_draws(made, votes, ("a", "b", "other")).tolist() == [[0, 10, 0]]


def test_votes_given_are_not_changed() -> None:
    votes = np.array([[9, 50, 41]], dtype=np.int64)
    national_draws(rules(agreements=True), votes, ("a", "b", "c"), [("a", "b")])
    assert votes.tolist() == [[9, 50, 41]]
