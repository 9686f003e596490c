"""The compiled loops of the swing model: one simulated election after the other."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

ROUNDS = 50
"""Most rounds of scaling; a handful reaches the tolerance unless no table can."""

TOLERANCE = 1e-4
"""Relative error of a place's turnout at which scaling ends."""


@compiled
def expected(old: float, before: float, now: float, reach: float, proportional: float) -> float:
    """Return the share that a list is expected to have in a place where it stands.

    Parameters
    ----------
    old, before
        Shares of its predecessors in the place and in the whole (country or region).
    now
        Its share in the whole.
    reach
        Part of the voters of the whole who can choose it.
    proportional
        Weight of proportional swing.
    """
    if old == 0.0:
        return now / reach
    if before == 0.0:  # candidates without a list keep what they have
        return old
    added = max(old + (now - before) / reach, 0.0)
    return proportional * old * now / before + (1.0 - proportional) * added


@compiled
def strayed(share: float, spread: float, noise: float) -> float:
    """Return a share that has strayed by about ``spread * sqrt(share)``, never below 0.

    It is the logarithm that strays, by at most one per unit of noise.
    """
    return share * math.exp(noise * spread / math.sqrt(share + spread * spread))


@compiled
def scale(table: Array, rows: Array, columns: Array) -> None:
    """Scale a table of parts in place to the sums of its rows and, exactly, of its columns.

    Parameters
    ----------
    table
        Shape (places, lists), none below 0.
    rows, columns
        Sums to reach; a column without votes stays 0.
    """
    places, lists = table.shape
    totals = np.empty(lists)
    for _ in range(ROUNDS):
        worst = 0.0
        totals[:] = 0.0
        for place in range(places):
            total = table[place].sum()
            factor = rows[place] / total if total > 0.0 else 1.0
            worst = max(worst, abs(factor - 1.0))
            for one in range(lists):
                table[place, one] *= factor
                totals[one] += table[place, one]
        for one in range(lists):
            totals[one] = columns[one] / totals[one] if totals[one] > 0.0 else 0.0
        for place in range(places):
            for one in range(lists):
                table[place, one] *= totals[one]
        if worst < TOLERANCE:
            break


@compiled
def swing_lists(
    national: Array,
    noise: Array,
    base: tuple[Array, Mask, Array, Array, Array],
    swing: tuple[float, float, float],
    votes: Array,
) -> None:
    """Fill `votes` with the parts of every place and list; see `swing.list_votes`."""
    shares, stands, weights, before, reach = base
    proportional, spread, spread_new = swing
    for draw in range(len(national)):
        for place in range(len(weights)):
            for one in range(len(before)):
                votes[draw, place, one] = 0.0
                if stands[place, one]:
                    old = shares[place, one]
                    now = expected(old, before[one], national[draw, one], reach[one], proportional)
                    width = spread if old > 0.0 else spread_new
                    votes[draw, place, one] = weights[place] * strayed(
                        now, width, noise[draw, place, one]
                    )
        scale(votes[draw], weights, national[draw])


@compiled
def swing_candidates(
    lists: Array,
    noise: Array,
    base: tuple[Array, Mask, Array, Array, NDArray[np.int64]],
    swing: tuple[float, float, float],
    votes: Array,
) -> None:
    """Fill `votes` with the parts of every race and party; see `swing.candidate_votes`."""
    shares, stands, weights, before, region = base
    proportional, spread, spread_new = swing
    for draw in range(len(lists)):
        for race in range(len(weights)):
            here = lists[draw, region[race]]
            turnout = here.sum()
            for one in range(len(here)):
                votes[draw, race, one] = 0.0
                if stands[race, one] and turnout > 0.0:
                    old, then = shares[race, one], before[region[race], one]
                    now = expected(old, then, here[one] / turnout, 1.0, proportional)
                    width = spread if old > 0.0 else spread_new
                    votes[draw, race, one] = strayed(now, width, noise[draw, race, one])
            total = votes[draw, race].sum()
            if total > 0.0:
                votes[draw, race] *= weights[race] / total
