"""Learn from past elections how constituencies move with the country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, VotesByPlace
from formateur.parliament.constituencies import Ground
from formateur.parliament.predecessors import Base
from formateur.parliament.swing import Shares, Swing, candidate_votes, list_votes

WEIGHTS = tuple(step / 20 for step in range(21))
"""Weights of proportional swing that are tried."""

LEAST_SHARE = 0.002
"""Smaller shares are left out: their errors say more about who stood than about swing."""

FEWEST_NEW = 20
"""With fewer shares of new lists, `NEW_TO_OLD` is assumed."""

NEW_TO_OLD, CANDIDATES_TO_LISTS = 2.0, 1.5
"""Spreads, as parts of that of lists with predecessors, where none could be measured yet."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """Two elections, the first being what the second is foretold from.

    Attributes
    ----------
    before, after
        Ids of the two.
    held
        Day on which the last votes of the second were cast.
    ground
        The first, read for the lists of the second.
    lists, candidates
        What the second brought, as parts of all valid votes, in the shape of the ground; no
        candidates where there was one ballot.
    """

    before: str
    after: str
    held: date
    ground: Ground
    lists: Shares
    candidates: Shares | None


def parts_of(base: Base, votes: VotesByPlace) -> Shares:
    """Return the votes of every place and list of a ground as parts of all valid votes."""
    counted = [[votes.get(place, {}).get(one, 0) for one in base.lists] for place in base.places]
    table = np.array(counted, dtype=np.float64)
    parts: Shares = table / table.sum()
    return parts


def fit_swing(pairs: Sequence[Pair]) -> Swing:
    """Fit the weight and the spreads; every pair counts the same.

    The weight is that with the least spread. Spreads are root mean squares of the error of a
    share *s* over ``sqrt(s (1 - s))``.
    """
    tried = [[_errors(pair, weight, old=True) for pair in pairs] for weight in WEIGHTS]
    spreads = [_root([float(np.mean(found)) for found in errors]) for errors in tried]
    best = int(np.argmin(spreads))
    weight, spread = WEIGHTS[best], spreads[best]
    new = np.concatenate([_errors(pair, weight, old=False) for pair in pairs])
    of_candidates = [float(np.mean(_of_candidates(p, weight))) for p in pairs if p.ground.races]
    return Swing(
        proportional=weight,
        spread=round(spread, 4),
        spread_new=round(_root(new) if len(new) >= FEWEST_NEW else NEW_TO_OLD * spread, 4),
        spread_candidates=round(
            _root(of_candidates) if of_candidates else CANDIDATES_TO_LISTS * spread, 4
        ),
    )


def _root(squares: Sequence[float] | NDArray[np.float64]) -> float:
    return float(np.sqrt(np.mean(squares)))


def _errors(pair: Pair, weight: float, *, old: bool) -> NDArray[np.float64]:
    """Return the squared errors of lists with predecessors, or of those without."""
    base, country = pair.ground.lists, pair.lists.sum(axis=0)[np.newaxis]
    expected = list_votes(base, country, _silent(weight), np.zeros((1, *pair.lists.shape)))[0]
    return _squares(base, expected, pair.lists, lambda shares: (shares > 0) == old)


def _of_candidates(pair: Pair, weight: float) -> NDArray[np.float64]:
    """Return the squared errors of candidates, given the votes of the lists."""
    races, counted = pair.ground.races, pair.candidates
    if races is None or counted is None:
        return np.zeros(0)
    noise = np.zeros((1, *counted.shape))
    expected = candidate_votes(races, pair.lists[np.newaxis], _silent(weight), noise)[0]
    return _squares(races.base, expected, counted, lambda shares: shares > 0)


def _silent(weight: float) -> Swing:
    return Swing(weight, spread=0.0, spread_new=0.0, spread_candidates=0.0)


def _squares(
    base: Base,
    expected: Shares,
    counted: Shares,
    kind: Callable[[Shares], NDArray[np.bool_]],
) -> NDArray[np.float64]:
    """Return squared errors over ``s (1 - s)``, of the places that both elections had."""
    both = counted.any(axis=1)
    share = expected[both] / expected[both].sum(axis=1, keepdims=True)
    true = counted[both] / counted[both].sum(axis=1, keepdims=True)
    named = np.array([one != OTHER for one in base.lists])
    kept = base.stands[both] & named & (share > LEAST_SHARE) & (share < 1)
    kept &= kind(base.shares[both])
    squares: NDArray[np.float64] = (true - share)[kept] ** 2 / (share * (1 - share))[kept]
    return squares
