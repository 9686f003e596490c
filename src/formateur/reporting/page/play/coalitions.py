"""Seats and chances of every coalition over all draws, for the page to look up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws
from formateur.reporting.figures import QUANTILES
from formateur.reporting.page.play.packing import pack
from formateur.reporting.page.play.schema import PlayCoalitions

MOST_LISTS = 12
"""Of more lists the largest; coalitions with another are counted by the page over its own draws."""

PARTS = 60_000
"""Chances are told in so many parts, which the usual numbers of draws divide."""

LEVELS = (QUANTILES["q05"], QUANTILES["q50"], QUANTILES["q95"])


def play_coalitions(seats: Draws, majority: NDArray[np.int64]) -> PlayCoalitions:
    """Count the seats of every coalition of the largest lists.

    From one coalition to the next one list comes or goes (a Gray code), so each takes one sum.

    Parameters
    ----------
    majority
        Seats of a majority of the house, shape (draws,).
    """
    mean = seats.values.mean(axis=0)
    order = [int(k) for k in np.argsort(-mean, kind="stable") if mean[k] > 0][:MOST_LISTS]
    held = np.zeros(len(seats), dtype=np.int64)
    chances = np.zeros(1 << len(order), dtype=np.int64)
    levels = np.zeros((1 << len(order), len(LEVELS)), dtype=np.int64)
    ranks = np.array([int(np.ceil(len(seats) * level)) - 1 for level in LEVELS])
    mask = 0
    for step in range(1, 1 << len(order)):
        bit = (step & -step).bit_length() - 1
        mask ^= 1 << bit
        sign = 1 if mask >> bit & 1 else -1
        held += sign * seats.values[:, order[bit]].astype(np.int64)
        chances[mask] = round(PARTS * float((held >= majority).mean()))
        reached = np.cumsum(np.bincount(held))
        levels[mask] = np.searchsorted(reached, ranks, side="right")
    return PlayCoalitions(
        lists=[seats.lists[k] for k in order],
        p=pack(chances),
        q50=pack(levels[:, 1]),
        below=pack(levels[:, 1] - levels[:, 0]),
        above=pack(levels[:, 2] - levels[:, 1]),
    )
