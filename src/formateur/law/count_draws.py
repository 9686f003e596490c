"""The state of many counts between two legal steps, as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER
from formateur.law import kernel
from formateur.law.ballots import BallotDraws
from formateur.law.count import Tier
from formateur.law.election_facts import Alliance, ElectionFacts
from formateur.law.ties import TieRule

Array = NDArray[np.int64]

MANY = 1 << 30
"""More seats than anybody can hold."""


@dataclass(frozen=True, slots=True, eq=False)
class TierSeats:
    """Seats of one tier in every draw.

    Attributes
    ----------
    places
        Constituencies, regions or ``national``: names of the middle axis.
    won
        int64, shape (draws, places, parties).
    """

    places: tuple[str, ...]
    won: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountDraws:
    """Many elections on their way from votes to seats; the mirror of `Count`.

    Attributes
    ----------
    ballots, facts, house
        As in `Count`.
    ties
        The rule of the law. Where it draws lots, the party that comes first wins: lots are too
        rare to matter among draws.
    votes
        int64, shape (draws, constituencies, parties): the list ballots, 0 for a column that
        cannot win seats.
    contenders
        The same shape: votes with which a column bids. Lists that count as one bid in the column
        of the first of them; who is out has 0.
    magnitudes
        int64, shape (draws, constituencies).
    tier
        Where the next seats go that a constituency gives out.
    seats
        By tier.
    quotas
        Votes that a seat cost, where a step worked them out: numerators and denominators, both
        int64 of shape (draws, constituencies).
    joined
        Alliances as columns, and which of their lists are joined where: bool, shape (draws,
        constituencies, lists of the alliance).
    """

    ballots: BallotDraws
    facts: ElectionFacts
    house: int
    ties: TieRule
    votes: NDArray[np.int64]
    contenders: NDArray[np.int64]
    magnitudes: NDArray[np.int64]
    tier: Tier = "constituency"
    seats: Mapping[Tier, TierSeats] = field(default_factory=dict)
    quotas: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None
    joined: tuple[tuple[tuple[int, ...], NDArray[np.bool_]], ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """Names of the last axis."""
        return self.ballots.parties

    @property
    def constituencies(self) -> tuple[str, ...]:
        """Names of the middle axis."""
        return self.ballots.constituencies

    @property
    def totals(self) -> NDArray[np.int64]:
        """Seats by party over all tiers, int64, shape (draws, parties)."""
        totals = np.zeros((len(self.votes), len(self.parties)), dtype=np.int64)
        for tier in self.seats.values():
            totals += tier.won.sum(axis=1)
        return totals

    @property
    def valid_votes(self) -> Array:
        """Valid votes, int64, shape (draws, constituencies)."""
        return kernel.sums(self.ballots.lists)

    @property
    def votes_for_lists(self) -> Array:
        """Valid votes for lists, int64, shape (draws, constituencies).

        Where their number is a fact of the election, their part of the valid votes is the same in
        every draw.
        """
        if self.facts.votes_for_lists is not None:
            valid = self.valid_votes
            of = self.facts.valid_votes or np.maximum(valid.sum(axis=1, keepdims=True), 1)
            part: Array = valid * self.facts.votes_for_lists // of
            return part
        left_out = self.facts.not_lists - {OTHER}
        kept = [name not in left_out for name in self.parties]
        return kernel.sums(self.ballots.lists[..., kept])

    @property
    def most_seats(self) -> Array | None:
        """Seats that parties have candidates for, int64, shape (constituencies, parties).

        Lists that bid together have no limit: it is not known whose candidates would be elected.
        """
        if not self.facts.most_seats:
            return None
        most = np.full((len(self.constituencies), len(self.parties)), MANY, dtype=np.int64)
        for row, where in enumerate(self.constituencies):
            for column, name in enumerate(self.parties):
                most[row, column] = self.facts.most_seats.get(where, {}).get(name, MANY)
        for columns, _ in self.joined:
            most[:, columns] = MANY
        return most

    @property
    def alliances(self) -> tuple[tuple[tuple[int, ...], NDArray[np.bool_]], ...]:
        """Alliances as columns, and in which constituencies: bool, shape (constituencies,)."""
        everywhere = np.ones(len(self.constituencies), dtype=np.bool_)
        found = [(columns, everywhere) for columns in self.columns(self.facts.alliances)]
        for place, where in enumerate(self.constituencies):
            here = np.arange(len(self.constituencies)) == place
            local = self.facts.alliances_in.get(where, ())
            found += [(columns, here) for columns in self.columns(local)]
        return tuple(found)

    def with_tier(self, tier: Tier, seats: TierSeats) -> CountDraws:
        """Return the counts with the seats of one tier set."""
        return replace(self, seats={**self.seats, tier: seats})

    def with_more_seats(self, tier: Tier, seats: TierSeats) -> CountDraws:
        """Return the counts with seats added to those of one tier, whose places are the same."""
        before = self.seats.get(tier)
        won = seats.won if before is None else before.won + seats.won
        return self.with_tier(tier, TierSeats(seats.places, won))

    def columns(self, alliances: tuple[Alliance, ...]) -> tuple[tuple[int, ...], ...]:
        """Return alliances as columns, without those of which a list has no column."""
        index = {name: column for column, name in enumerate(self.parties)}
        whole = (one for one in alliances if all(name in index for name in one))
        return tuple(tuple(index[name] for name in one) for one in whole)
