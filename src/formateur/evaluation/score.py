"""The scores of one forecast of one election."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Literal

from formateur.evaluation.comparison import Comparison
from formateur.evaluation.proper_scores import brier_score

Quantity = Literal["votes", "seats"]


@dataclass(frozen=True, slots=True)
class ListScore:
    """One list.

    Attributes
    ----------
    votes
        In percent of the valid votes.
    p_threshold
        Chance that it was given to pass the threshold.
    passed
        Whether its share was at or above the threshold.
    """

    id: str
    name: str
    votes: Comparison
    seats: Comparison
    p_threshold: float
    passed: bool


@dataclass(frozen=True, slots=True)
class BlocScore:
    """One bloc.

    Attributes
    ----------
    p_majority
        Chance that it was given to have a majority.
    """

    id: str
    name: str
    seats: Comparison
    p_majority: float
    majority: bool


@dataclass(frozen=True, slots=True)
class OtherLists:
    """Lists that no poll in use named; they are forecast together and not scored.

    Attributes
    ----------
    expected
        Mean forecast, percent of the valid votes.
    share
        Their result together, percent of the valid votes.
    seats
        Seats that they won; the forecast gave them none.
    """

    expected: float
    share: float
    seats: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many results lay in the ranges of a forecast.

    Attributes
    ----------
    inside
        Lists whose result did.
    expected
        Lists whose result would, were the forecast right: the draws in the ranges, added up.
    """

    inside: int
    lists: int
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How right a forecast was. Means are over lists, each counting the same.

    Attributes
    ----------
    day
        The day the forecast was made for.
    estimator
        Name of the model of the votes.
    threshold
        Percent of the valid votes.
    lists
        The lists with draws of their own that were on the ballot, largest result first.
    largest
        Ids of the lists with most seats; several where they tied.
    p_largest
        Chance given to them, ties shared; added up over `largest`.
    blocs
        Blocs whose lists were all on the ballot.
    other
        Lists without draws of their own.
    not_on_ballot
        Names of lists that were forecast and won no votes: withdrawn or merged after `day`.
    """

    election: str
    day: date
    days_to_election: int
    estimator: str
    threshold: float
    majority: int
    lists: tuple[ListScore, ...]
    largest: tuple[str, ...]
    p_largest: float
    blocs: tuple[BlocScore, ...]
    other: OtherLists
    not_on_ballot: tuple[str, ...]

    def of_lists(self, quantity: Quantity) -> tuple[Comparison, ...]:
        """Return the comparisons of one quantity, in the order of `lists`."""
        return tuple(one.votes if quantity == "votes" else one.seats for one in self.lists)

    def mean_absolute_error(self, quantity: Quantity) -> float:
        """Return the mean distance of the median from the result: points of percent, or seats."""
        return fmean(one.error for one in self.of_lists(quantity))

    def crps(self, quantity: Quantity) -> float:
        """Return the mean continuous ranked probability score: points of percent, or seats."""
        return fmean(one.crps for one in self.of_lists(quantity))

    def coverage(self, quantity: Quantity, percent: Literal[50, 90]) -> Coverage:
        """Count the results that lay in the ranges that should hold `percent` of them."""
        every = self.of_lists(quantity)
        ranges = [one.half if percent == 50 else one.nine_tenths for one in every]
        inside = sum(own.holds(one.result) for own, one in zip(ranges, every, strict=True))
        return Coverage(inside, len(every), sum(own.held for own in ranges))

    @property
    def brier_threshold(self) -> float:
        """Brier score of passing the threshold."""
        return brier_score(
            [one.p_threshold for one in self.lists], [one.passed for one in self.lists]
        )
