"""Highest averages over geometric means, in every row of an array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled

MOST_VOTES = 3_037_000_499
"""The square of more does not fit 64 bits."""

_NEAR = 1e-12
"""Quotients that differ by less, in proportion, are compared in whole numbers."""


@compiled
def geometric_averages(
    votes: NDArray[np.int64],
    left: NDArray[np.int64],
    most: NDArray[np.int64],
    prefer: int,
    seats: NDArray[np.int64],
) -> None:
    """Give out the seats that are left, each to the most votes per root of s (s + 1).

    The quotients are compared as squares, votes^2 / (s (s + 1)): those of contenders without a
    seat are infinite and level. `seats` is changed; where the law draws lots the first in order
    wins.
    """
    rows, parties = votes.shape
    for row in range(rows):
        limits = most[row % most.shape[0]]
        for _ in range(left[row]):
            best, quotient = -1, 0.0
            for party in range(parties):
                own, held = votes[row, party], seats[row, party]
                if own == 0 or held >= limits[party]:
                    continue
                divisor = held * (held + 1)
                bid = own * own / divisor
                if bid < quotient * (1 - _NEAR):
                    continue
                ahead = 1
                if bid <= quotient * (1 + _NEAR):
                    other, has = votes[row, best], seats[row, best]
                    ahead = _compare(own * own, divisor, other * other, has * (has + 1))
                    if ahead == 0:
                        ahead = prefer * (own - other)
                if ahead > 0:
                    best, quotient = party, bid
            if best < 0:
                break
            seats[row, best] += 1


@compiled
def _compare(a: int, b: int, c: int, d: int) -> int:
    """Return the sign of a / b - c / d, by their continued fractions; over 0 is infinite."""
    while b > 0 and d > 0:
        whole = a // b - c // d
        if whole != 0:
            return whole
        a, b, c, d = d, c % d, b, a % b
    return int(b == 0) - int(d == 0)
