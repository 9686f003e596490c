"""Quotas that statutes round."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.law.quotas import QUOTAS, Quota

BY_NAME = {quota.name: quota for quota in QUOTAS}


@pytest.mark.parametrize(
    ("name", "votes", "seats", "expected"),
    [
        ("hare-rounded-up", 700, 70, 10),
        ("hare-rounded-up", 701, 70, 11),
        ("hare-rounded-up", 1, 70, 1),
        ("hagenbach-bischoff-rounded", 1509, 150, 10),
        ("hagenbach-bischoff-rounded", 1586, 150, 11),
    ],
)
def test_rounding(name: str, votes: int, seats: int, expected: int) -> None:
    assert BY_NAME[name].exact(votes, seats) == expected


@pytest.mark.parametrize("quota", QUOTAS, ids=lambda quota: quota.name)
@given(votes=st.integers(0, 10**9), seats=st.integers(0, 1000))
def test_draws_are_the_exact_quota(quota: Quota, votes: int, seats: int) -> None:
    above, below = quota.draws(np.array([votes]), np.array([seats]))
    exact = quota.exact(votes, seats)
    assert int(above[0]) * exact.denominator == int(below[0]) * exact.numerator
