"""Highest averages in every row of an array."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from formateur.law.divisors import Divisors
from formateur.law.kernel.compiled import compiled
from formateur.law.kernel.rows import rows_of
from formateur.law.kernel.squares import geometric_averages
from formateur.law.ties import TieRule, preference

_MANY = 1 << 30
"""More seats than anybody can hold."""


class _Order(NamedTuple):
    """Who comes first: the most votes per divisor, then as `preference` says, then the first.

    The divisor of a list that holds *s* seats is `first` when *s* is 0, else ``base + step * s``.
    """

    first: int
    base: int
    step: int
    prefer: int


class _Pots(NamedTuple):
    """Pots of seats, one a row: arrays of shape (rows, parties), `house` of shape (rows,).

    `held` and `most` may have a single row, which is then that of all.
    """

    votes: NDArray[np.int64]
    house: NDArray[np.int64]
    held: NDArray[np.int64]
    most: NDArray[np.int64]
    seats: NDArray[np.int64]


def highest_averages(
    votes: NDArray[np.int64],
    house: NDArray[np.int64],
    divisor: Divisors,
    ties: TieRule,
    *,
    held: NDArray[np.int64] | None = None,
    most: NDArray[np.int64] | None = None,
) -> NDArray[np.int64]:
    """Give out seats row by row, with the meaning of `apportionment.highest_averages`.

    Every list first gets all the seats whose quotients reach a price near that of the last seat.
    Then single seats go to the highest quotients, or come back from the lowest, until as many are
    given out as there are; so the time does not grow with the house. Quotients are compared
    crosswise in whole numbers: exactly, while votes times divisors fit 64 bits.

    Parameters
    ----------
    votes
        int64, shape (..., parties).
    house
        int64, shape (...): seats to give out; they stay open where nobody has votes.
    held, most
        int64, shape (..., parties): seats at the beginning, and seats that can be held.

    Returns
    -------
    ndarray
        int64, shape (..., parties), with the seats held at the beginning. Where the law draws
        lots, the first in order wins.
    """
    shape, parties = votes.shape, votes.shape[-1]
    fewest = np.zeros(parties, np.int64) if held is None else np.broadcast_to(held, shape)
    limits = np.full(parties, _MANY) if most is None else np.broadcast_to(most, shape)
    seats = np.empty(shape, np.int64)
    pots = _Pots(
        votes=rows_of(votes, parties),
        house=rows_of(np.broadcast_to(house, shape[:-1])),
        held=rows_of(fewest, parties),
        most=rows_of(limits, parties),
        seats=seats.reshape(-1, parties),
    )
    if divisor.geometric:
        seats[...] = fewest
        geometric_averages(pots.votes, pots.house, pots.most, preference(ties), pots.seats)
    else:
        order = _Order(divisor.first, divisor.base, divisor.step, preference(ties))
        _highest_averages(pots, order)
    return seats


@compiled
def _highest_averages(pots: _Pots, order: _Order) -> None:
    """Fill ``pots.seats``."""
    for row in range(len(pots.votes)):
        left = _buy(pots, order, row)
        while left > 0:
            best = _next(pots, order, row)
            if best < 0:
                break  # nobody can take it
            pots.seats[row, best] += 1
            left -= 1
        while left < 0:
            pots.seats[row, _last(pots, order, row)] -= 1
            left += 1


@compiled
def _buy(pots: _Pots, order: _Order, row: int) -> int:
    """Give all the seats that a price buys; return how many of the house are left, or too many.

    A seat with divisor *d* is bought where ``votes * due >= 2 * total * d``. If every list lost
    half a seat by rounding down, the house would be full. A float only guesses how many seats are
    bought, whole numbers correct it.
    """
    votes, house, held, most, seats = pots
    own_held, own_most = min(row, len(held) - 1), min(row, len(most) - 1)
    left: int = max(house[row], 0)
    total, lists, whole = 1, 0, left  # 1: where nobody has votes nothing is divided by 0
    for party in range(votes.shape[1]):
        total += votes[row, party]
        lists += votes[row, party] > 0
        whole += held[own_held, party]
    due = 2 * order.step * whole + (2 * order.base - order.step) * lists
    unit, offset = 2 * order.step * total, 2 * (order.step - order.base) * total
    due_per_unit, offset_in_units = due / unit, offset / unit
    for party in range(votes.shape[1]):
        pays = votes[row, party] * due
        bought = int(votes[row, party] * due_per_unit + offset_in_units)
        rest = pays + offset - bought * unit
        bought += (rest >= unit) - (rest < 0)
        if bought <= 1 and order.first != order.base:
            bought = int(pays >= 2 * order.first * total)
        bought = max(min(bought, most[own_most, party]), held[own_held, party])
        seats[row, party] = bought
        left -= bought - held[own_held, party]
    return left


@compiled
def _next(pots: _Pots, order: _Order, row: int) -> int:
    """Return who has the highest quotient for one more seat; -1 when nobody can take it."""
    votes, _, _, most, seats = pots
    own_most = min(row, len(most) - 1)
    best, best_votes, best_divisor = -1, 0, 1
    for party in range(votes.shape[1]):
        own, held = votes[row, party], seats[row, party]
        if held >= most[own_most, party]:
            continue
        divisor = order.first if held == 0 else order.base + order.step * held
        lead = own * best_divisor - best_votes * divisor
        if lead > 0 or (lead == 0 and order.prefer * (own - best_votes) > 0):
            best, best_votes, best_divisor = party, own, divisor
    return best


@compiled
def _last(pots: _Pots, order: _Order, row: int) -> int:
    """Return who has the lowest quotient for a seat that was given; of equals, the last."""
    votes, _, held, _, seats = pots
    own_held = min(row, len(held) - 1)
    worst, worst_votes, worst_divisor = -1, 1, 0
    for party in range(votes.shape[1]):
        own, before = votes[row, party], seats[row, party] - 1
        if before < held[own_held, party]:
            continue
        divisor = order.first if before == 0 else order.base + order.step * before
        lead = own * worst_divisor - worst_votes * divisor
        if lead < 0 or (lead == 0 and order.prefer * (own - worst_votes) <= 0):
            worst, worst_votes, worst_divisor = party, own, divisor
    return worst
