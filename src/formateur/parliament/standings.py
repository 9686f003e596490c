"""Who passes the threshold, who is largest, what the blocs have."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Bloc, Draws, Election
from formateur.law import ElectionFacts, Rules
from formateur.law.steps.threshold import Threshold
from formateur.parliament.seats import ballots

NO_FACTS = ElectionFacts()


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


def chance_to_pass(votes: Draws, rules: Rules, facts: ElectionFacts = NO_FACTS) -> dict[str, float]:
    """Return for every list of `votes` the chance to reach its share of the country (0 to 1).

    What lets a list in whatever its share is, seats won in constituencies say, is not looked at.

    Parameters
    ----------
    facts
        Which lists are exempt or made of several parties.
    """
    passed = passes(votes, rules, facts).mean(axis=0)
    return {one: float(p) for one, p in zip(votes.lists, passed, strict=True)}


def passes(votes: Draws, rules: Rules, facts: ElectionFacts = NO_FACTS) -> NDArray[np.bool_]:
    """Return where a list reaches its share of the country, bool, shape (draws, lists).

    Parameters
    ----------
    facts
        Which lists are exempt or made of several parties.
    """
    cast = ballots(votes)
    valid = cast.sum(axis=1, keepdims=True)
    thresholds = [step for step in rules.steps if isinstance(step, Threshold)]
    shares = [
        thresholds[0].needed(one, facts) if thresholds else Fraction(0) for one in votes.lists
    ]
    above, below = (
        np.array(numbers, dtype=np.int64)
        for numbers in zip(*(share.as_integer_ratio() for share in shares), strict=True)
    )
    passed: NDArray[np.bool_] = (cast * below >= valid * above) & (cast > 0)
    return passed


def chance_to_be_largest(seats: Draws) -> dict[str, float]:
    """Return for every list the chance to have most seats; lists that tie share it equally."""
    top = seats.values == seats.values.max(axis=1, keepdims=True)
    shared = (top / top.sum(axis=1, keepdims=True)).mean(axis=0)
    return {one: float(p) for one, p in zip(seats.lists, shared, strict=True)}


def majority_of_draws(seats: Draws, rules: Rules) -> NDArray[np.int64]:
    """Return the seats that are more than half of the house, int64, shape (draws,).

    Where the law lets the house grow, it is larger in some draws than in others.
    """
    house = np.maximum(seats.values.sum(axis=1), rules.seats)
    majority: NDArray[np.int64] = house.astype(np.int64) // 2 + 1
    return majority


def bloc_seats(seats: Draws, rules: Rules, election: Election) -> tuple[BlocSeats, ...]:
    """Add up the seats of every bloc that has a list standing."""
    found, majority = [], majority_of_draws(seats, rules)
    for bloc in election.blocs:
        lists = tuple(one for one in bloc.lists if one in seats.lists)
        if lists:
            total = seats.total(lists).astype(np.int64)
            with_list = {
                one: float((total + seats[one] >= majority).mean())
                for one in seats.lists
                if one not in lists
            }
            p_majority = float((total >= majority).mean())
            found.append(BlocSeats(bloc, lists, total, p_majority, with_list))
    return tuple(found)
