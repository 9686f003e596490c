"""Integrating over what a campaign may be like: how fast it moves, how far its houses differ.

Adaptive Gauss-Hermite quadrature: the places are put where the posterior is (Naylor and Smith,
Applications of a method for the efficient computation of posterior distributions, Applied
Statistics 31 (1982)).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LogDensity = Callable[[Floats], float]
"""Log density of a place, shape (2,), in standard deviations of what was known beforehand."""

_LINE = np.array([-1.0, 0.0, 1.0]) * np.sqrt(3.0)
_WEIGHTS = np.array([1.0, 4.0, 1.0]) / 6.0
PLACES = np.array([(x, y) for x in _LINE for y in _LINE])
"""Gauss-Hermite, three by three places of a standard normal, shape (9, 2)."""

CHANCES = np.outer(_WEIGHTS, _WEIGHTS).ravel()

STEPS = 6
FARTHEST = 1.5
"""How far the search for the peak goes in one step."""

CLOSE = 0.1
"""The search ends when it moves less than this part of the posterior's standard deviation."""

_QUADRATIC = np.linalg.pinv(
    np.array([(1.0, x, y, x * x / 2.0, x * y, y * y / 2.0) for x, y in PLACES])
)


def peak(density: LogDensity, centre: Floats, factor: Floats) -> tuple[Floats, Floats]:
    """Find the peak of a density and how wide it is there.

    A quadratic through nine places tells where to go next.

    Parameters
    ----------
    centre, factor
        Where to begin, shape (2,), and a square root of the covariance expected, shape (2, 2).

    Returns
    -------
    centre, factor
        The same, of the peak.
    """
    for _ in range(STEPS):
        logs = np.array([density(centre + factor @ place) for place in PLACES])
        _, x, y, xx, xy, yy = _QUADRATIC @ logs
        values, vectors = np.linalg.eigh(-np.array([[xx, xy], [xy, yy]]))
        # where the density is not yet rounded, the step is as long as it may be
        values = np.maximum(values, 0.1)
        step = vectors @ ((vectors.T @ np.array([x, y])) / values)
        moved = factor @ step
        centre = centre + moved * min(1.0, FARTHEST / max(float(np.abs(moved).max()), 1e-12))
        factor = factor @ vectors / np.sqrt(values)
        if np.abs(step).max() < CLOSE:
            break
    return centre, factor


def chances(density: Floats, places: Floats, centre: Floats, factor: Floats) -> Floats:
    """Weight of each of the nine places around a peak, shape (9,); they sum to 1.

    Parameters
    ----------
    density
        Log density at the places, shape (9,).
    """
    away = np.linalg.solve(factor, (places - centre).T)
    logs = density + 0.5 * (away**2).sum(axis=0) + np.log(CHANCES)
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum())
