"""The mean of what is only known to lie below a bound."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

SAMPLE = 600
"""Sample size behind a poll that prints none: the usual one of Israeli polls of voters."""

_FARTHEST = -30.0  # standard deviations; beyond it the tail of the normal underflows


def mean_below(
    mean: NDArray[np.float64], bound: NDArray[np.float64], sample: int = SAMPLE
) -> NDArray[np.float64]:
    """Give the expected reading of polls that say only that a share is below a bound.

    A poll's own figure is taken as normal around `mean`, with the sampling standard deviation
    sqrt(mean (1 - mean) / sample), and cut off at the bound.

    Parameters
    ----------
    mean
        Share of the list over all polls, 0 to 1, any shape.
    bound
        The bound, same shape.
    sample
        Respondents of a poll.

    Returns
    -------
    ndarray
        Same shape; below `bound`, and never below 0.

    Examples
    --------
    >>> mean_below(np.array([0.0325]), np.array([0.0325])).round(4)
    array([0.0267])
    """
    sd = np.sqrt(np.maximum(mean * (1.0 - mean), 1e-12) / sample)
    gap = np.maximum((bound - mean) / sd, _FARTHEST)
    cut = np.minimum(mean - sd * _hazard(gap), bound)
    return np.asarray(np.maximum(cut, 0.0))


def _hazard(gap: NDArray[np.float64]) -> NDArray[np.float64]:
    """Density over distribution function of the standard normal."""
    flat = [
        math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi) / (0.5 * math.erfc(-x / math.sqrt(2)))
        for x in gap.ravel()
    ]
    return np.array(flat, dtype=np.float64).reshape(gap.shape)
