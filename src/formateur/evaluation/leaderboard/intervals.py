"""Means over elections, and how sure they are: elections, not lists, are the units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

RESAMPLES = 2_000
SEED = 1
_NORMAL_95 = 1.959964


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 percent interval; the bounds are ``None`` with a single election."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Weights:
    """How rows count: elections the same, horizons of an election the same, lists of both too.

    Attributes
    ----------
    election
        Number of the election of each row, shape (rows,).
    share
        Weight of each row in its election, shape (rows,).
    elections
        How many there are.
    """

    election: NDArray[np.int64]
    share: Numbers
    elections: int

    def means(self, values: Numbers) -> Numbers:
        """Mean of every election, shape (elections,), of values of shape (rows,)."""
        summed = np.bincount(self.election, self.share * values, self.elections)
        return summed.astype(np.float64)


def weigh(elections: NDArray[np.str_], days: NDArray[np.int64]) -> Weights:
    """Weigh rows by their election and horizon, both of shape (rows,)."""
    _, election = np.unique(elections, return_inverse=True)
    cells, cell = np.unique(np.column_stack([election, days]), axis=0, return_inverse=True)
    rows_of_cell = np.bincount(cell.ravel())
    cells_of_election = np.bincount(cells[:, 0])
    share = 1.0 / (rows_of_cell[cell.ravel()] * cells_of_election[election])
    return Weights(election.astype(np.int64), share, len(cells_of_election))


def mean_interval(means: Numbers) -> Interval:
    """Mean of the means of elections, with the normal interval that their spread gives."""
    value, count = float(means.mean()), len(means)
    if count < 2:
        return Interval(value, None, None)
    half = _NORMAL_95 * float(means.std(ddof=1)) / count**0.5
    return Interval(value, value - half, value + half)


def paired(model: Numbers, reference: Numbers) -> tuple[Interval, Interval]:
    """Compare two rows of means of the same elections.

    Returns
    -------
    tuple of Interval
        Ratio of the means, and their difference; the bounds are the 2.5 and 97.5 percent quantiles
        over `RESAMPLES` draws of as many elections with replacement.
    """
    ratio = float(model.mean() / reference.mean())
    difference = float((model - reference).mean())
    count = len(model)
    if count < 2:
        return Interval(ratio, None, None), Interval(difference, None, None)
    times = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), RESAMPLES)
    ratios = (times @ model) / (times @ reference)
    differences = times @ (model - reference) / count
    return Interval(ratio, *_bounds(ratios)), Interval(difference, *_bounds(differences))


def _bounds(values: Numbers) -> tuple[float, float]:
    low, high = np.quantile(values, (0.025, 0.975)).tolist()
    return low, high
