"""Many events asked at once: how many would stand out by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

THRESHOLD = 0.05
"""The p-value up to which an effect is said to stand out among dates without events."""

TOLERATED = 0.10
"""The share of false discoveries up to which an effect is said to be found."""


@dataclass(frozen=True, slots=True)
class Discoveries:
    """How many effects stand out, and how many would without any event having done anything.

    Attributes
    ----------
    asked
        Effects of which the polls tell something.
    outstanding
        Those with a p-value up to `THRESHOLD`.
    by_chance
        How many are expected to have one by chance.
    found
        Those with a q-value up to `TOLERATED`.
    """

    asked: int
    outstanding: int
    by_chance: float
    found: int


def q_values(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the false discovery rate at which each effect would be found, shape (effects,).

    Benjamini and Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical
    Society B 57 (1995).

    Examples
    --------
    >>> q_values(np.array([0.01, 0.9, 0.04, 0.02])).round(3)
    array([0.04 , 0.9  , 0.053, 0.04 ])
    """
    order = np.argsort(p)
    raised = p[order] * len(p) / np.arange(1, len(p) + 1)
    least = np.minimum.accumulate(raised[::-1])[::-1]
    found = np.empty(len(p))
    found[order] = np.minimum(least, 1.0)
    return found


def discoveries(p: NDArray[np.float64], q: NDArray[np.float64]) -> Discoveries:
    """Count what stands out."""
    return Discoveries(
        asked=len(p),
        outstanding=int(np.count_nonzero(p <= THRESHOLD)),
        by_chance=THRESHOLD * len(p),
        found=int(np.count_nonzero(q <= TOLERATED)),
    )
