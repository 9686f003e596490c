"""Proper scores: a forecaster does best by saying what he or she believes.

Literature: Gneiting and Raftery, Strictly proper scoring rules, prediction, and estimation, Journal
of the American Statistical Association 102 (2007), 359-378.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from numpy.typing import NDArray


def crps_of_draws(draws: NDArray[np.float64] | NDArray[np.int64], observed: float) -> float:
    """Return the continuous ranked probability score of equally likely draws; lower is better.

    It is the mean distance of the draws from what was observed, less half the mean distance of the
    draws from each other; that is the integral of the squared difference between the distribution
    of the draws and the step at the observation. The draws are taken as the whole forecast, not as
    a sample of a larger one: of each pair of draws both orders and the pairs of a draw with itself
    count (the "fair" variant leaves the latter out).

    Parameters
    ----------
    draws
        Shape (draws,), in any order.
    observed
        What happened, in the unit of the draws; so is the score.

    References
    ----------
    The sum over sorted draws is that of Jordan, Krüger and Lerch, Evaluating probabilistic
    forecasts with scoringRules, Journal of Statistical Software 90 (2019), no. 12.

    Examples
    --------
    >>> crps_of_draws(np.array([1.0, 3.0]), 3.0)
    0.5
    """
    ordered = np.sort(draws.astype(np.float64))
    count = len(ordered)
    rank = np.arange(1, count + 1)
    weights = count * (observed < ordered) - rank + 0.5
    return float(2 * np.sum((ordered - observed) * weights) / count**2)


def brier_score(chances: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Return the mean squared difference of chances and outcomes; 0 is perfect, 0.25 a coin.

    Parameters
    ----------
    chances
        From 0 to 1, one for each event; at least one.
    outcomes
        Whether each came about.

    References
    ----------
    Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78
    (1950), 1-3, for events with two outcomes, of which one is counted.

    Examples
    --------
    >>> brier_score([0.75, 0.5], [True, False])
    0.15625
    """
    return fmean((p - happened) ** 2 for p, happened in zip(chances, outcomes, strict=True))
