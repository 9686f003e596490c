"""How an error on the log scale grows as a list gets smaller."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SMALLEST, LARGEST = 0.003, 0.95
"""Bounds of a share, so that its logarithm and its sampling error exist."""

SAMPLING = 0.5
"""The exponent of the sampling error."""


def size_factor(share: NDArray[np.float64], exponent: float = SAMPLING) -> NDArray[np.float64]:
    """Error on the logarithm of a share as a multiple of that of a list of 20 percent.

    With the exponent 1/2 it is the factor of the sampling error, sqrt((1 - v) / v).

    Examples
    --------
    >>> size_factor(np.array([0.02, 0.2, 0.4])).round(2)
    array([3.5 , 1.  , 0.61])
    """
    kept = np.clip(share, SMALLEST, LARGEST)
    return np.asarray(((1.0 - kept) / kept / 4.0) ** exponent)


def log_share(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithm of shares held within bounds; not a number stays so."""
    return np.asarray(np.log(np.clip(share, SMALLEST, LARGEST)))
