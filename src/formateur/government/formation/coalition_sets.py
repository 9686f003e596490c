"""Every coalition of the players as a bit mask: bit *k* stands for player *k*; mask 0 is nobody."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray


@lru_cache(maxsize=16)
def membership(players: int) -> NDArray[np.bool_]:
    """Return who is in each coalition, bool, shape (2^players, players), read-only."""
    masks = np.arange(1 << players)
    inside = (masks[:, None] >> np.arange(players) & 1).astype(bool)
    inside.setflags(write=False)
    return inside


def mask_of(inside: NDArray[np.bool_]) -> int:
    """Return the mask of the players that are in, bool, shape (players,)."""
    return int((inside.astype(np.int64) << np.arange(len(inside))).sum())


def sum_over_pairs(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum a quantity over the pairs within every coalition, float64, shape (2^players,).

    Parameters
    ----------
    pairs
        Of each pair, symmetric, shape (players, players); the diagonal does not count.
    """
    players = len(pairs)
    total = np.zeros(1 << players)
    inside = membership(players).astype(np.float64)
    for k in range(players):
        without = slice(0, 1 << k)
        total[1 << k : 1 << (k + 1)] = total[without] + inside[without] @ (
            pairs[k] * (np.arange(players) < k)
        )
    return total
