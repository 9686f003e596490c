"""From vote shares to seats: the law applied to every draw, or the official result."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, Draws, Election
from formateur.law import Rules, allocate_draws

NOMINAL_BALLOTS = 1_000_000_000
"""Valid votes that shares are turned into before the law counts them in whole numbers."""


def ballots(votes: Draws) -> NDArray[np.int64]:
    """Turn shares into whole votes of a nominal electorate, int64, shape (draws, lists)."""
    return np.rint(votes.values * NOMINAL_BALLOTS).astype(np.int64)


def simulate_seats(votes: Draws, rules: Rules, election: Election) -> Draws:
    """Apply the law to every draw of the votes.

    Parameters
    ----------
    votes
        Shares of the valid votes, with `OTHER` among the lists.
    rules
        The law on the day of the vote.
    election
        For its surplus agreements.

    Returns
    -------
    Draws
        Seats, int64, shape (draws, lists without `OTHER`); every draw sums to the house.
    """
    known = set(votes.lists)
    agreements = [a.lists for a in election.agreements if set(a.lists) <= known]
    seats = allocate_draws(rules, ballots(votes), votes.lists, agreements)
    kept = [k for k, one in enumerate(votes.lists) if one != OTHER]
    return Draws(seats[:, kept], tuple(votes.lists[k] for k in kept), "seats", votes.run)


def official_seats(votes: Draws, election: Election) -> Draws:
    """Repeat the official seats in every draw, for the lists of `votes` without `OTHER`."""
    won = {result.list: result.seats for result in election.results}
    lists = tuple(one for one in votes.lists if one != OTHER)
    row = np.array([won.get(one, 0) for one in lists], dtype=np.int64)
    return Draws(np.tile(row, (len(votes), 1)), lists, "seats", votes.run)
