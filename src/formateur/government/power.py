"""How much power the lists have: how often one of them decides, over all draws.

Literature: Banzhaf, Weighted voting doesn't work, Rutgers Law Review 19 (1965), 317-343; Shapley
and Shubik, A method for evaluating the distribution of power in a committee system, American
Political Science Review 48 (1954), 787-792.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws
from formateur.government.majorities import MOST_LISTS
from formateur.law.kernel.compiled import compiled

POWER_DRAWS = 500
"""Draws that are looked at, evenly spread; houses that repeat cost nothing more."""


@dataclass(frozen=True, slots=True)
class Power:
    """Of one list.

    Attributes
    ----------
    banzhaf
        Its share of all swings: coalitions that have a majority with it and none without.
    shapley
        Share of all orders of arrival in which it brings the majority.
    """

    list: str
    banzhaf: float
    shapley: float


def power_of(seats: Draws, majority: int | NDArray[np.int64]) -> tuple[Power, ...]:
    """Return the power indices of every list, averaged over draws, most powerful first.

    Parameters
    ----------
    majority
        Seats needed; shape (draws,) where the size of the house differs between draws.
    """
    mean = seats.values.mean(axis=0)
    order = [int(k) for k in np.argsort(-mean, kind="stable") if mean[k] > 0][:MOST_LISTS]
    needed = np.broadcast_to(np.asarray(majority, dtype=np.int64), len(seats))
    rows = np.unique(np.linspace(0, len(seats) - 1, min(POWER_DRAWS, len(seats))).astype(int))
    table = np.column_stack([seats.values[rows][:, order], needed[rows]]).astype(np.int64)
    houses, counts = np.unique(table, axis=0, return_counts=True)
    size = len(order)
    orders = np.array(
        [factorial(k) * factorial(size - 1 - k) / factorial(size) for k in range(size)]
    )
    banzhaf, shapley = np.zeros(size), np.zeros(size)
    for house, count in zip(houses, counts, strict=True):
        swings, pivots = _swings(house[:-1], int(house[-1]), orders)
        banzhaf += count * swings / max(swings.sum(), 1)
        shapley += count * pivots
    total = counts.sum()
    found = [
        Power(seats.lists[k], float(banzhaf[place] / total), float(shapley[place] / total))
        for place, k in enumerate(order)
    ]
    return tuple(sorted(found, key=lambda one: -one.shapley))


@compiled
def _swings(
    seats: NDArray[np.int64], majority: int, orders: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Count swings, and weigh them by the orders of arrival in which they are the pivot."""
    size = len(seats)
    held = np.zeros(1 << size, np.int64)
    count = np.zeros(1 << size, np.int64)
    swings, pivots = np.zeros(size), np.zeros(size)
    for k in range(size):
        bit = 1 << k
        for without in range(bit):
            held[without | bit] = held[without] + seats[k]
            count[without | bit] = count[without] + 1
    for mask in range(1, 1 << size):
        if held[mask] < majority:
            continue
        for k in range(size):
            if mask >> k & 1 and held[mask] - seats[k] < majority:
                swings[k] += 1.0
                pivots[k] += orders[count[mask] - 1]
    return swings, pivots
