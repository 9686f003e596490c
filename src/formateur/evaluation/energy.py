"""The energy score: the CRPS of a vector."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BLOCK = 256
"""Rows of distances that are held at once."""


def energy_score(draws: NDArray[np.float64], observed: NDArray[np.float64]) -> float:
    """Return the energy score of equally likely draws of a vector; lower is better.

    It is the mean Euclidean distance of the draws from what was observed, less half the mean
    distance of the draws from each other, over all pairs. In one dimension it is the CRPS.

    Parameters
    ----------
    draws
        Shape (draws, parts).
    observed
        Shape (parts,), in the unit of the draws; so is the score.

    References
    ----------
    Gneiting and Raftery, Strictly proper scoring rules, prediction, and estimation, Journal of the
    American Statistical Association 102 (2007), section 4.3.

    Examples
    --------
    >>> energy_score(np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([3.0, 4.0]))
    1.25
    """
    away = float(np.linalg.norm(draws - observed, axis=1).mean())
    return away - _mean_distance(draws) / 2


def independent(draws: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Return the same margins without dependence: every column in an order of its own."""
    return np.column_stack([rng.permutation(column) for column in draws.T])


def _mean_distance(draws: NDArray[np.float64]) -> float:
    """Mean distance over all ordered pairs, those of a draw with itself included."""
    centred = draws - draws.mean(axis=0)
    squares = (centred**2).sum(axis=1)
    total = 0.0
    for start in range(0, len(draws), _BLOCK):
        # distances of a block from itself and from all draws after it, which count twice
        gap = centred[start : start + _BLOCK] @ (-2.0 * centred[start:].T)
        gap += squares[start:]
        gap += squares[start : start + _BLOCK, None]
        np.sqrt(np.maximum(gap, 0.0, out=gap), out=gap)
        total += 2.0 * float(gap.sum()) - float(gap[:, :_BLOCK].sum())
    return total / len(draws) ** 2
