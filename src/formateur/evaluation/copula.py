"""How well the dependence between quantities was forecast, whatever their margins."""

from __future__ import annotations

from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

SHRINKAGE = 0.02
"""Part of the correlations that is given up, so that shares that nearly add up can be scored."""


def copula_log_score(draws: NDArray[np.float64], observed: NDArray[np.float64]) -> float:
    """Log density of what was observed under the Gaussian copula of the draws, in nats.

    Independence has 0; higher is better. Margins play no part: draws and observation are turned
    into normal scores of their ranks, the correlations of the scores are taken, shrunk by
    `SHRINKAGE` towards 0, and the score is that of a normal vector with these correlations less
    that of one with none.

    Parameters
    ----------
    draws
        Shape (draws, parts), at least two parts.
    observed
        Shape (parts,).
    """
    count, parts = draws.shape
    order = draws.argsort(axis=0, kind="stable").argsort(axis=0)
    scores = np.array(_normal_scores(count))[order]
    below = (draws < observed).sum(axis=0) + (draws == observed).sum(axis=0) / 2
    got = np.array([NormalDist().inv_cdf((b + 0.5) / (count + 1)) for b in below.tolist()])
    correlation = np.corrcoef(scores, rowvar=False)
    correlation = (1 - SHRINKAGE) * correlation + SHRINKAGE * np.eye(parts)
    _, log_determinant = np.linalg.slogdet(correlation)
    return float(-0.5 * (log_determinant + got @ np.linalg.solve(correlation, got) - got @ got))


@cache
def _normal_scores(count: int) -> tuple[float, ...]:
    return tuple(NormalDist().inv_cdf((rank + 0.5) / count) for rank in range(count))
