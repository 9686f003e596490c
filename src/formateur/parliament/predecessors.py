"""What each list can build on in each constituency: the votes of its predecessors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, ElectoralList, VotesByPlace


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Base:
    """The previous result, read for the lists of today.

    Attributes
    ----------
    places
        Constituencies (or regions, or ``national``): names of the first axis.
    lists
        Lists of today: names of the last axis.
    shares
        float64, shape (places, lists): what the predecessors of a list had of the valid votes of
        a place. Votes that no list of today takes over are left out.
    stands
        bool, the same shape: where voters can choose the list.
    weights
        float64, shape (places,): valid votes of a place as a part of all of them.
    """

    places: tuple[str, ...]
    lists: tuple[str, ...]
    shares: NDArray[np.float64]
    stands: NDArray[np.bool_]
    weights: NDArray[np.float64]

    @property
    def national(self) -> NDArray[np.float64]:
        """What the predecessors had of all valid votes, shape (lists,)."""
        total: NDArray[np.float64] = self.weights @ self.shares
        return total


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Races:
    """The previous result of candidates, beside that of the lists of their parties.

    Attributes
    ----------
    base
        Of the candidate ballot.
    lists
        Of the list ballot.
    regions
        int64, shape (races,): the place of the list ballot in which each race lies.
    """

    base: Base
    lists: Base
    regions: NDArray[np.int64]


def predecessors(one: ElectoralList, previous: Collection[str]) -> tuple[str, ...]:
    """Return the lists of the previous result that a list follows; none for a new list."""
    return one.previous or ((one.id,) if one.id in previous else ())


def base_of(
    votes: VotesByPlace,
    lists: Sequence[str],
    follows: Mapping[str, Iterable[str]],
    stands_in: Mapping[str, Collection[str]],
) -> Base:
    """Read a previous result for the lists of today.

    Where several lists of today follow the same one, those that stand in a place share its votes
    equally there: how many follow each is what the swing decides.

    Parameters
    ----------
    votes
        Votes by place and list, all valid ones of the election before.
    lists
        Lists of today, `OTHER` among them where it has draws.
    follows
        By list: its predecessors.
    stands_in
        By list: the places in which alone it stands. A list that is not named stands where a
        predecessor had votes, and everywhere when it has none.
    """
    heirs = {one: {*follows.get(one, ())} for one in lists} | {OTHER: {OTHER}}
    stands_where = [stands_in.get(one) or _stood(votes, heirs[one]) for one in lists]
    stands = np.array([[place in there for there in stands_where] for place in votes])
    totals = np.array([sum(here.values()) for here in votes.values()], dtype=np.float64)
    shares = np.zeros(stands.shape)
    for row, here in enumerate(votes.values()):
        for old, number in here.items():
            columns = [k for k, one in enumerate(lists) if old in heirs[one] and stands[row, k]]
            for column in columns:
                shares[row, column] += number / totals[row] / len(columns)
    return Base(
        places=tuple(votes),
        lists=tuple(lists),
        shares=shares,
        stands=stands,
        weights=totals / totals.sum(),
    )


def _stood(votes: VotesByPlace, heirs: Collection[str]) -> Collection[str]:
    """Return the places in which any of some lists had votes; all of them when none had any."""
    stood = {place for place, here in votes.items() if any(here.get(old) for old in heirs)}
    return stood or votes.keys()
