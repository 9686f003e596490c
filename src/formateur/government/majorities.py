"""Every coalition of the lists, as a bit mask, counted over all draws.

Bit *k* of a mask stands for list *k*. Sums over coalitions are built list by list: the coalitions
with list *k* are those without it, moved up by its seats.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws

MOST_LISTS = 16
"""More lists than this are not combined: 2^16 coalitions over 20,000 draws take some seconds."""

CELLS_AT_ONCE = 4_000_000
"""Coalitions times draws that are held in memory at a time (two bytes each, four arrays)."""


@dataclass(frozen=True, slots=True, eq=False)
class Majorities:
    """How often each coalition has a majority.

    Attributes
    ----------
    lists
        The lists that are combined; list *k* is bit *k* of a mask.
    left_out
        Lists beyond `MOST_LISTS`, those with fewest seats on average.
    p_majority
        float64, shape (2^lists,): chance of a majority.
    p_minimal
        float64, shape (2^lists,): chance of a majority that every single member is needed for.
    """

    lists: tuple[str, ...]
    left_out: tuple[str, ...]
    p_majority: NDArray[np.float64]
    p_minimal: NDArray[np.float64]

    def members(self, mask: int) -> tuple[str, ...]:
        """Return the lists of a coalition."""
        return tuple(one for k, one in enumerate(self.lists) if mask >> k & 1)


def count_majorities(seats: Draws, majority: int | NDArray[np.int64]) -> Majorities:
    """Count majorities and minimal majorities of all coalitions over all draws.

    Lists that win no seat in any draw are in no coalition.

    Parameters
    ----------
    seats
        Seats of the lists.
    majority
        Seats needed; shape (draws,) where the size of the house differs between draws.
    """
    needed = np.broadcast_to(np.asarray(majority, dtype=np.int16), len(seats))
    lists, left_out = _lists_to_combine(seats)
    columns = [seats.lists.index(one) for one in lists]
    by_list = np.ascontiguousarray(seats.values[:, columns].T, dtype=np.int16)
    coalitions = 1 << len(lists)
    won = np.zeros(coalitions, dtype=np.int64)
    minimal = np.zeros(coalitions, dtype=np.int64)
    step = max(1, CELLS_AT_ONCE // coalitions)
    for start in range(0, len(seats), step):
        draws = slice(start, start + step)
        total, least = _sums_and_least(by_list[:, draws])
        has = total >= needed[draws]
        won += has.sum(axis=1)
        minimal += (has & (total - least < needed[draws])).sum(axis=1)
    return Majorities(lists, left_out, won / len(seats), minimal / len(seats))


def _lists_to_combine(seats: Draws) -> tuple[tuple[str, ...], tuple[str, ...]]:
    mean = seats.values.mean(axis=0)
    order = np.argsort(-mean, kind="stable")
    winning = [seats.lists[k] for k in order if mean[k] > 0]
    return tuple(winning[:MOST_LISTS]), tuple(winning[MOST_LISTS:])


def _sums_and_least(by_list: NDArray[np.int16]) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Seats of every coalition and of its smallest member, both of shape (2^lists, draws)."""
    shape = (1 << by_list.shape[0], by_list.shape[1])
    total = np.zeros(shape, dtype=np.int16)
    least = np.full(shape, np.iinfo(np.int16).max, dtype=np.int16)
    for k, seats in enumerate(by_list):
        without = slice(0, 1 << k)
        with_list = slice(1 << k, 1 << (k + 1))
        total[with_list] = total[without] + seats
        least[with_list] = np.minimum(least[without], seats)
    return total, least
