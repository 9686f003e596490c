"""The expected share of votes behind a number of seats, against simulated elections."""

from __future__ import annotations

import numpy as np
import pytest
from law_cases import ALLOCATIONS, D_HONDT, HARE, national_draws, rules

from formateur.errors import LawError
from formateur.law import seats_to_share

HOUSE = 120
LINEAR = [
    name
    for name in ALLOCATIONS
    if name.startswith(("highest-averages", "largest-remainder")) and "huntington" not in name
]
"""Formulas for which the expected share is known."""


def simulated(allocation: str) -> tuple[np.ndarray, np.ndarray]:
    """Shares and seats, all shares equally likely, every list with some seats."""
    shares = np.random.default_rng(7).dirichlet(np.ones(6), size=40_000)
    shares = shares[shares.min(axis=1) > 0.03]
    votes = (shares * 10_000_000).astype(np.int64)
    return shares, national_draws(rules(allocation, seats=HOUSE), votes, tuple("abcdef"))


@pytest.mark.parametrize("allocation", LINEAR)
def test_simulated_elections_agree(allocation: str) -> None:
    shares, seats = simulated(allocation)
    made = rules(allocation, seats=HOUSE)
    expected = np.array([seats_to_share(made, row) for row in seats.tolist()])
    for low, high in [(5, 12), (12, 25), (25, 45), (45, 90)]:
        cells = (seats >= low) & (seats < high)
        assert abs(HOUSE * (shares - expected)[cells].mean()) < 0.02


def test_plain_share_of_seats_would_be_wrong_under_d_hondt() -> None:
    shares, seats = simulated(D_HONDT)
    small, large = (seats >= 5) & (seats < 12), seats >= 45
    assert (HOUSE * shares - seats)[small].mean() > 0.2
    assert (HOUSE * shares - seats)[large].mean() < -0.5


def test_formula_by_hand() -> None:
    assert seats_to_share(rules(D_HONDT), [3, 0, 1]).tolist() == [3.5 / 5, 0.0, 1.5 / 5]
    assert seats_to_share(rules(HARE), [3, 0, 1]).tolist() == [0.75, 0.0, 0.25]


@pytest.mark.parametrize("seats", [[], [0, 0], [5, -1]])
def test_impossible_seats_are_refused(seats: list[int]) -> None:
    with pytest.raises(LawError, match="cannot be turned into shares"):
        seats_to_share(rules(), seats)
