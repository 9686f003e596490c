"""How an estimate of the votes came about: trend, houses, and what makes it unsure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
class PastPolls:
    """How far a house's last polls before earlier votes were off.

    Attributes
    ----------
    elections
        How many.
    error
        Mean absolute error of a list, percentage points.
    """

    pollster: str
    elections: int
    error: float


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
    pollsters
        The houses that polled this election and earlier ones, sorted by name.
    readings
        By id of a poll and list: the share of the votes, 0 to 1, that was read from the poll.
    """

    trend: Trend | None = None
    houses: Sequence[HouseEffect] = ()
    uncertainty: Sequence[Uncertainty] = ()
    pollsters: Sequence[PastPolls] = ()
    readings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def nothing_told() -> Account:
    """Return the account of an estimator that has no more to tell."""
    return Account()
