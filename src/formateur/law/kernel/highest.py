"""The highest bid in every row of an array, ties as the law says."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.law.ties import TieRule, preference


def highest(bids: NDArray[np.float64], votes: NDArray[np.int64], ties: TieRule) -> NDArray[np.intp]:
    """Return which bid is the highest along the last axis; -1 where none is above 0.

    Of equal bids the first wins; under ``more-votes`` the first of those with the most votes,
    under ``fewer-votes`` of those with the fewest.
    """
    top = bids.max(axis=-1, keepdims=True)
    level = bids == top
    best = np.where(level, preference(ties) * votes, np.iinfo(np.int64).min).argmax(axis=-1)
    found: NDArray[np.intp] = np.where(top[..., 0] > 0, best, -1)
    return found
