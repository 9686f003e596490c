"""The formulas that share one pot of seats, behind one verb: by highest averages or by a quota."""

from __future__ import annotations

from formateur.law import apportionment, kernel
from formateur.law.apportionment import Apportioned, Votes
from formateur.law.count import LastSeat
from formateur.law.count_draws import Array
from formateur.law.divisors import Divisors
from formateur.law.quotas import Quota
from formateur.law.ties import TieBreak, TieRule

Formula = Divisors | Quota


def shared(
    formula: Formula, votes: Votes, house: int, tie_break: TieBreak, *, where: str
) -> Apportioned:
    """Share `house` seats between contenders."""
    if isinstance(formula, Divisors):
        return apportionment.highest_averages(votes, house, formula, tie_break, where=where)
    quota = formula.exact(sum(votes.values()), house)
    return apportionment.largest_remainder(votes, house, quota, tie_break, where=where)


def last_seat(formula: Formula, votes: Votes, house: int, result: Apportioned) -> LastSeat | None:
    """Return who got the last of `house` seats and who came next; None where nobody could."""
    if isinstance(formula, Divisors):
        return apportionment.last_seat(votes, result, formula)
    return apportionment.last_remainder(formula, votes, house, result)


def shared_draws(formula: Formula, votes: Array, house: Array, ties: TieRule) -> Array:
    """Do the same in every row; votes have the shape (..., parties), `house` has (...)."""
    if isinstance(formula, Divisors):
        return kernel.highest_averages(votes, house, formula, ties)
    quota = formula.draws(votes.sum(axis=-1), house)
    return kernel.largest_remainder(votes, house, quota, ties)
