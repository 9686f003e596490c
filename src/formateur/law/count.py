"""The state of a count between two legal steps, for one result and for many draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from formateur.law.ties import Contender, Tie, TieBreak, TieRule

Pair = tuple[str, str]
Stage = Literal["qualify", "join", "allocate", "split"]


@dataclass(frozen=True, slots=True)
class LastSeat:
    """The seat that was given out last, and who came closest to it.

    Attributes
    ----------
    winner, runner_up
        Lists; two where they are joined by an agreement.
    votes_missing
        How many more votes would have put the runner-up ahead, all other votes being equal.
    """

    winner: Contender
    runner_up: Contender
    votes_missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One result on its way from votes to seats; every step returns a new one.

    Attributes
    ----------
    house
        Seats to be given out.
    threshold
        Share of `valid_votes` that a list needs.
    valid_votes
        All valid votes, also of lists that cannot win seats.
    votes
        By list, of every list that may win seats.
    contenders
        Votes of those who are still in, by contender.
    agreements, lapsed
        Surplus agreements, and those of them without effect.
    seats
        By contender, once given out.
    """

    house: int
    threshold: Fraction
    valid_votes: int
    votes: Mapping[str, int]
    contenders: Mapping[Contender, int]
    agreements: tuple[Pair, ...]
    lapsed: tuple[Pair, ...]
    tie_break: TieBreak
    seats: Mapping[Contender, int] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    last_seat: LastSeat | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CountDraws:
    """Many results on their way from votes to seats, one per row.

    Attributes
    ----------
    valid_votes
        int64, shape (draws,).
    votes
        int64, shape (draws, lists); 0 for a column that cannot win seats.
    contenders
        The same shape: votes with which a column bids. Lists that count as one bid in the column
        of the first of them; who is out has 0.
    pairs
        Columns of the lists of each agreement.
    seats
        int64, the same shape, once given out.
    """

    house: int
    threshold: Fraction
    ties: TieRule
    valid_votes: NDArray[np.int64]
    votes: NDArray[np.int64]
    contenders: NDArray[np.int64]
    pairs: tuple[tuple[int, int], ...]
    seats: NDArray[np.int64]


class Step(Protocol):
    """One step of an electoral law, in both forms."""

    @property
    def name(self) -> str:
        """Name in a law file."""

    @property
    def stage(self) -> Stage:
        """What it does; stages follow each other in the order of `Stage`."""

    def exact(self, count: Count) -> Count:
        """Take the step for one result, in whole numbers."""

    def draws(self, count: CountDraws) -> CountDraws:
        """Take the step in every draw."""
