"""Votes as they enter the count: by constituency and party, on list and candidate ballots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

NATIONAL = "national"
"""The constituency of a law that counts the country as one, and of nationwide tiers."""

VotesByConstituency = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballots:
    """The votes of one election.

    Attributes
    ----------
    lists
        Votes by constituency and party: the votes for lists, or the only votes there are.
    candidates
        Votes by constituency and candidate's party, where voters have a second ballot for a
        candidate; else empty.
    """

    lists: VotesByConstituency
    candidates: VotesByConstituency = field(default_factory=dict)

    @classmethod
    def nationwide(cls, votes: Mapping[str, int]) -> Ballots:
        """Return ballots that are counted in one constituency."""
        return cls(lists={NATIONAL: votes})

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party with a line on either ballot, in the order of their first lines."""
        tables = (*self.lists.values(), *self.candidates.values())
        return tuple(dict.fromkeys(party for table in tables for party in table))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BallotDraws:
    """The votes of many simulated elections; both ballots share the axis of parties.

    Attributes
    ----------
    parties
        Names of the last axis.
    constituencies
        Names of the middle axis of `lists`.
    lists
        int64, shape (draws, constituencies, parties).
    races
        Names of the middle axis of `candidates`: constituencies that elect by candidate.
    candidates
        int64, shape (draws, races, parties); ``None`` where there is one ballot only.
    """

    parties: tuple[str, ...]
    constituencies: tuple[str, ...]
    lists: NDArray[np.int64]
    races: tuple[str, ...] = ()
    candidates: NDArray[np.int64] | None = None

    @classmethod
    def nationwide(cls, votes: NDArray[np.int64], parties: tuple[str, ...]) -> BallotDraws:
        """Return draws, shape (draws, parties), that are counted in one constituency."""
        return cls(parties=parties, constituencies=(NATIONAL,), lists=votes[:, np.newaxis, :])

    def __len__(self) -> int:
        return len(self.lists)

    def part(self, rows: slice) -> BallotDraws:
        """Return some of the draws."""
        return BallotDraws(
            parties=self.parties,
            constituencies=self.constituencies,
            lists=self.lists[rows],
            races=self.races,
            candidates=None if self.candidates is None else self.candidates[rows],
        )
