"""One figure beside its result."""

from __future__ import annotations

import numpy as np
import pytest

from formateur.evaluation import compare

HUNDREDTHS = np.arange(101) / 10
"""0.0 to 10.0: quantiles are plain to see."""


def test_ranges_and_error_of_shares() -> None:
    found = compare(HUNDREDTHS, 6.5)
    assert (found.mean, found.median) == pytest.approx((5.0, 5.0))
    assert (found.half.low, found.half.high) == pytest.approx((2.5, 7.5))
    assert (found.nine_tenths.low, found.nine_tenths.high) == pytest.approx((0.5, 9.5))
    assert found.error == pytest.approx(1.5)
    assert found.half.held == pytest.approx(51 / 101)


def test_range_holds_both_its_ends() -> None:
    half = compare(HUNDREDTHS, 0.0).half
    assert [half.holds(value) for value in (half.low, half.high)] == [True, True]
    assert [half.holds(value) for value in (half.low - 1e-9, half.high + 1e-9)] == [False, False]


def test_quantiles_of_seats_are_seats() -> None:
    """Between 0 and 4 seats there is nothing: the median is one of them, not 2."""
    found = compare(np.array([0, 0, 4, 4]), 5)
    assert (found.median, found.half.low, found.half.high) == (0, 0, 4)
    assert found.half.held == 1.0
    assert found.mean == 2.0
