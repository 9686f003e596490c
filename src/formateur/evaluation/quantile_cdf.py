"""A distribution told by some quantiles: its log score and where a result falls in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SMALLEST_PERCENT = 0.01
"""Shares are kept this far from 0 and 100 percent, so that the logit exists."""

LEAST_WIDTH = 1e-3
"""Least distance of two quantiles on the logit: no density is without bound."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where results fall in their forecasts, shape (forecasts,).

    Attributes
    ----------
    pit
        Forecast probability of less than the result, 0 to 1.
    log_score
        Negative log density of the logit of the share at the result, in nats; lower is better.
    """

    pit: Numbers
    log_score: Numbers


def place_results(quantiles: Numbers, levels: Sequence[float], results: Numbers) -> Place:
    """Place results in distributions that are known by quantiles only.

    Between two quantiles the distribution function is linear in the logit of the share. Below the
    first and above the last it runs out exponentially, starting with the density next to it, so
    that every result has a density and each step farther out costs the same.

    Parameters
    ----------
    quantiles
        Percent, never falling, shape (forecasts, levels).
    levels
        Rising, between 0 and 1, at least two.
    results
        Percent, shape (forecasts,).

    Examples
    --------
    >>> place_results(np.array([[20.0, 30.0, 40.0]]), (0.25, 0.5, 0.75), np.array([30.0])).pit
    array([0.5])
    """
    at, got = _spread(_logit(quantiles)), _logit(results)
    level = np.asarray(levels)
    steps, widths = np.diff(level), np.diff(at, axis=1)
    part = np.clip((got[:, None] - at[:, :-1]) / widths, 0.0, 1.0)
    pit = level[0] + part @ steps
    row = np.arange(len(got))
    inside = np.clip((got[:, None] > at).sum(axis=1) - 1, 0, len(steps) - 1)
    log_density = np.log(steps[inside] / widths[row, inside])
    below, above = got < at[:, 0], got > at[:, -1]
    first, last = steps[0] / widths[:, 0], steps[-1] / widths[:, -1]
    # an exponential tail of mass m that starts with density d falls at the rate d / m
    low = np.minimum(got - at[:, 0], 0.0) * first / level[0]
    high = np.minimum(at[:, -1] - got, 0.0) * last / (1.0 - level[-1])
    pit = np.where(below, level[0] * np.exp(low), pit)
    pit = np.where(above, 1.0 - (1.0 - level[-1]) * np.exp(high), pit)
    return Place(pit, -(log_density + low + high))


def _logit(percent: Numbers) -> Numbers:
    share = np.clip(percent, SMALLEST_PERCENT, 100 - SMALLEST_PERCENT) / 100
    return np.asarray(np.log(share / (1 - share)))


def _spread(at: Numbers) -> Numbers:
    """Move quantiles that coincide apart, each at least `LEAST_WIDTH` above the one before."""
    steps = LEAST_WIDTH * np.arange(at.shape[1])
    return np.asarray(np.maximum.accumulate(at - steps, axis=1) + steps)
