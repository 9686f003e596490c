"""How votes move in constituencies when they move in the country."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.parliament.predecessors import Base, Races
from formateur.parliament.swing_loops import swing_candidates, swing_lists

Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Swing:
    """How constituencies follow the country, and how far they stray from it.

    Attributes
    ----------
    proportional
        Weight, 0 to 1, of proportional swing (a list gains the same part of its votes in every
        constituency); the rest is additive swing (the same percentage points).
    spread, spread_new
        How far a share *s* of a list strays from the swing: its standard deviation is
        ``spread * sqrt(s)``, that of a sample of ``1 / spread**2`` voters. The second is for
        lists without a predecessor in the place.
    spread_candidates
        The same for candidates, around the swing of the list of their party.
    """

    proportional: float
    spread: float
    spread_new: float
    spread_candidates: float


def list_votes(base: Base, national: Shares, swing: Swing, noise: Shares) -> Shares:
    """Return the votes of every place as parts of all valid votes of the country.

    Swing and noise give a first table. It is then scaled, rows and columns in turn, to the turnout
    of the election before and to the shares in the country (iterative proportional fitting: Deming
    and Stephan 1940, Annals of Mathematical Statistics 11). The last step is that of the columns:
    where the two contradict each other, the shares in the country hold.

    Parameters
    ----------
    national
        Shares of all valid votes, shape (draws, lists); every draw sums to 1.
    noise
        Standard normal numbers, shape (draws, places, lists); zeros give the expected votes.

    Returns
    -------
    ndarray
        Shape (draws, places, lists); summed over places they are `national`.
    """
    votes = np.empty(noise.shape)
    reach = base.weights @ base.stands
    known = (base.shares, base.stands, base.weights, base.national, reach)
    moves = (swing.proportional, swing.spread, swing.spread_new)
    swing_lists(national, noise, known, moves, votes)
    return votes


def candidate_votes(races: Races, of_lists: Shares, swing: Swing, noise: Shares) -> Shares:
    """Return the votes of every race as parts of all valid votes for candidates.

    Candidates swing with the list of their party in their region (in the country, where lists are
    not regional). No polls tell the total of a party's candidates, so nothing is scaled to it.

    Parameters
    ----------
    of_lists
        What `list_votes` returned, shape (draws, regions, lists).
    noise
        Standard normal numbers, shape (draws, races, lists).

    Returns
    -------
    ndarray
        Shape (draws, races, lists).
    """
    votes = np.empty(noise.shape)
    base = races.base
    known = (base.shares, base.stands, base.weights, races.lists.shares, races.regions)
    moves = (swing.proportional, swing.spread_candidates, swing.spread_new)
    swing_candidates(of_lists, noise, known, moves, votes)
    return votes
