"""Largest remainders in every row of an array."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled
from formateur.law.kernel.rows import rows_of
from formateur.law.ties import TieRule, preference


class _Pots(NamedTuple):
    """Pots of seats, one a row: `votes` and `seats` of shape (rows, parties), others (rows,).

    The quota of a row is ``above / below``.
    """

    votes: NDArray[np.int64]
    house: NDArray[np.int64]
    above: NDArray[np.int64]
    below: NDArray[np.int64]
    seats: NDArray[np.int64]


def largest_remainder(
    votes: NDArray[np.int64],
    house: NDArray[np.int64],
    quota: tuple[NDArray[np.int64], NDArray[np.int64]],
    ties: TieRule,
) -> NDArray[np.int64]:
    """Give out seats row by row, with the meaning of `apportionment.largest_remainder`.

    Remainders are compared in whole numbers: exactly, while votes times the denominator of the
    quota fit 64 bits.

    Parameters
    ----------
    votes
        int64, shape (..., parties).
    house
        int64, shape (...).
    quota
        Numerator and denominator of the quota, both int64 of shape (...).

    Returns
    -------
    ndarray
        int64, shape (..., parties). Where the law draws lots, the first in order wins.
    """
    shape, parties = votes.shape, votes.shape[-1]
    seats = np.empty(shape, np.int64)
    sizes, above, below = (rows_of(np.broadcast_to(one, shape[:-1])) for one in (house, *quota))
    pots = _Pots(rows_of(votes, parties), sizes, above, below, seats.reshape(-1, parties))
    _largest_remainder(pots, preference(ties))
    return seats


@compiled
def _largest_remainder(pots: _Pots, prefer: int) -> None:
    """Fill ``pots.seats``; who gets a seat has a quota less remaining, who gives one back more."""
    rests = np.empty(pots.votes.shape[1], np.int64)
    for row in range(len(pots.votes)):
        left = _whole_quotas(pots, rests, row)
        while left > 0:
            best = _largest(pots, rests, prefer, row)
            if best < 0:
                break  # nobody has votes
            pots.seats[row, best] += 1
            rests[best] -= pots.above[row]
            left -= 1
        while left < 0:
            last = _smallest(pots, rests, prefer, row)
            pots.seats[row, last] -= 1
            rests[last] += pots.above[row]
            left += 1


@compiled
def _whole_quotas(pots: _Pots, rests: NDArray[np.int64], row: int) -> int:
    """Give a seat for every whole quota, and fill `rests`; return how many seats are left.

    A float only guesses the number of quotas, whole numbers correct it.
    """
    votes, house, above, below, seats = pots
    left: int = max(house[row], 0)
    for party in range(votes.shape[1]):
        own = votes[row, party] * below[row]
        whole = int(own / above[row])
        rest = own - whole * above[row]
        whole += (rest >= above[row]) - (rest < 0)
        seats[row, party] = whole
        rests[party] = own - whole * above[row]
        left -= whole
    return left


@compiled
def _largest(pots: _Pots, rests: NDArray[np.int64], prefer: int, row: int) -> int:
    """Return who has the largest remainder, -1 when nobody has votes; of equals, the first."""
    votes = pots.votes
    best = -1
    for party in range(votes.shape[1]):
        if votes[row, party] == 0:
            continue
        lead = 1 if best < 0 else rests[party] - rests[best]
        if lead > 0 or (lead == 0 and prefer * (votes[row, party] - votes[row, best]) > 0):
            best = party
    return best


@compiled
def _smallest(pots: _Pots, rests: NDArray[np.int64], prefer: int, row: int) -> int:
    """Return who has the smallest remainder of those with a seat; of equals, the last."""
    votes = pots.votes
    worst = -1
    for party in range(votes.shape[1]):
        if pots.seats[row, party] == 0:
            continue
        lead = -1 if worst < 0 else rests[party] - rests[worst]
        if lead < 0 or (lead == 0 and prefer * (votes[row, party] - votes[row, worst]) <= 0):
            worst = party
    return worst
