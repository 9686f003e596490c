"""Who passes the threshold, who is largest, what the blocs have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Bloc, Draws, Election
from formateur.law import Rules
from formateur.parliament.seats import ballots


@dataclass(frozen=True, slots=True, eq=False)
class BlocSeats:
    """Seats of a bloc.

    Attributes
    ----------
    lists
        Its lists that stand.
    seats
        int64, shape (draws,).
    p_majority
        Chance that it has a majority of the house.
    p_majority_with
        By list outside the bloc: chance that the two together have a majority.
    """

    bloc: Bloc
    lists: tuple[str, ...]
    seats: NDArray[np.int64]
    p_majority: float
    p_majority_with: dict[str, float]


def chance_to_pass(votes: Draws, rules: Rules) -> dict[str, float]:
    """Return for every list of `votes` the chance to reach the legal threshold (0 to 1)."""
    cast = ballots(votes)
    valid = cast.sum(axis=1, keepdims=True)
    reached = cast * rules.threshold.denominator >= valid * rules.threshold.numerator
    passed = (reached & (cast > 0)).mean(axis=0)
    return {one: float(p) for one, p in zip(votes.lists, passed, strict=True)}


def chance_to_be_largest(seats: Draws) -> dict[str, float]:
    """Return for every list the chance to have most seats; lists that tie share it equally."""
    top = seats.values == seats.values.max(axis=1, keepdims=True)
    shared = (top / top.sum(axis=1, keepdims=True)).mean(axis=0)
    return {one: float(p) for one, p in zip(seats.lists, shared, strict=True)}


def bloc_seats(seats: Draws, rules: Rules, election: Election) -> tuple[BlocSeats, ...]:
    """Add up the seats of every bloc that has a list standing."""
    found = []
    for bloc in election.blocs:
        lists = tuple(one for one in bloc.lists if one in seats.lists)
        if lists:
            total = seats.total(lists).astype(np.int64)
            with_list = {
                one: float((total + seats[one] >= rules.majority).mean())
                for one in seats.lists
                if one not in lists
            }
            p_majority = float((total >= rules.majority).mean())
            found.append(BlocSeats(bloc, lists, total, p_majority, with_list))
    return tuple(found)
