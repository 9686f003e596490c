"""How an estimate of the votes came about: trend, houses, and what makes it unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Quantiles of the trend."""


@dataclass(frozen=True, slots=True, eq=False)
class Trend:
    """What the polls, all of them, say of every day.

    Attributes
    ----------
    days
        One after the other, up to the day of the forecast.
    lists
        Ids.
    quantiles
        Share of the votes at `LEVELS`, shape (days, lists, levels). The error that all polls share
        is not in it.
    """

    days: tuple[date, ...]
    lists: tuple[str, ...]
    quantiles: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HouseEffect:
    """By how much a house shows a list higher than the other houses do.

    Attributes
    ----------
    points, low, high
        Percentage points: expected, and the bounds of 90 percent.
    """

    pollster: str
    list: str
    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What makes a list's result unsure, and what moved its estimate away from the polls.

    Attributes
    ----------
    polls, movement, shared
        Standard deviations in percentage points: sampling and houses; opinion until the vote; the
        error that all polls share.
    previous, record
        Percentage points by which the previous result and the list's own record with polls move
        the estimate.
    previous_weight
        Weight of the previous result, 0 to 1.
    """

    list: str
    polls: float
    movement: float
    shared: float
    previous: float
    record: float
    previous_weight: float


@dataclass(frozen=True, slots=True)
class Account:
    """How an estimate came about.

    Attributes
    ----------
    trend
        ``None`` where the estimator has none.
    houses
        Sorted by house, in the order of the lists.
    uncertainty
        In the order of the lists.
    """

    trend: Trend | None = None
    houses: Sequence[HouseEffect] = ()
    uncertainty: Sequence[Uncertainty] = ()


def nothing_told() -> Account:
    """Return the account of an estimator that has no more to tell."""
    return Account()
