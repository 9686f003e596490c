"""Highest averages: every seat goes to the most votes per divisor.

Literature: Pukelsheim, Proportional Representation, 2nd ed. (2017), chapter 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from formateur.law.count import Count, CountDraws, LastSeat, Stage
from formateur.law.divisors import Divisors
from formateur.law.ties import Contender, Tie, TieBreak, TieRule


@dataclass(frozen=True, slots=True)
class HighestAverages:
    """Give out the house by the quotients of one divisor sequence."""

    divisor: Divisors
    stage: Stage = "allocate"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"highest-averages:{self.divisor.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return self.divisor.label

    def exact(self, count: Count) -> Count:
        """Give out the house among the contenders."""
        seats, tie = apportion(count.contenders, count.house, self.divisor, count.tie_break)
        return replace(
            count,
            seats=seats,
            ties=count.ties if tie is None else (*count.ties, tie),
            last_seat=last_seat(count.contenders, seats, self.divisor, tie),
        )

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the house in every draw."""
        house = np.full(len(count.votes), count.house, dtype=np.int64)
        seats = apportion_draws(count.contenders, house, self.divisor, count.ties)
        return replace(count, seats=seats)


def apportion(
    votes: Mapping[Contender, int], house: int, divisor: Divisors, tie_break: TieBreak
) -> tuple[dict[Contender, int], Tie | None]:
    """Give out `house` seats one quotient at a time, in whole numbers.

    Contenders that are level all get a seat while there are enough; a `Tie` is only what has to
    be resolved.
    """
    seats = dict.fromkeys(votes, 0)
    left = house
    while left:
        level = _highest(votes, seats, divisor)
        if len(level) > left:
            tie = tie_break.resolve(level, votes, left)
            return {who: held + (who in tie.winners) for who, held in seats.items()}, tie
        for who in level:
            seats[who] += 1
        left -= len(level)
    return seats, None


def _highest(
    votes: Mapping[Contender, int], seats: Mapping[Contender, int], divisor: Divisors
) -> list[Contender]:
    """Return everybody with the highest quotient; quotients are compared crosswise."""
    level: list[Contender] = []
    best_votes, best_divisor = 0, 1
    for who, own in votes.items():
        own_divisor = divisor.after(seats[who])
        lead = own * best_divisor - best_votes * own_divisor
        if lead > 0:
            level, best_votes, best_divisor = [who], own, own_divisor
        elif lead == 0 and own > 0:
            level.append(who)
    return level


def last_seat(
    votes: Mapping[Contender, int],
    seats: Mapping[Contender, int],
    divisor: Divisors,
    tie: Tie | None,
) -> LastSeat | None:
    """Return who got the last seat and who came next; None with a single contender."""
    before = {who: held - 1 for who, held in seats.items() if held}
    winner = tie.winners[-1] if tie else _lowest(votes, before, divisor)
    ahead = {winner, *(tie.winners if tie else ())}
    others = {who: own for who, own in votes.items() if who not in ahead and own}
    if not others:
        return None
    runner_up = _highest(others, seats, divisor)[0]
    needed = votes[winner] * divisor.after(seats[runner_up]) // divisor.after(before[winner])
    return LastSeat(winner, runner_up, needed - votes[runner_up] + 1)


def _lowest(
    votes: Mapping[Contender, int], before: Mapping[Contender, int], divisor: Divisors
) -> Contender:
    """Return who holds the seat with the lowest quotient."""
    lowest = next(iter(before))
    for who in before:
        own, low = votes[who], votes[lowest]
        if own * divisor.after(before[lowest]) < low * divisor.after(before[who]):
            lowest = who
    return lowest


def apportion_draws(
    votes: NDArray[np.int64], house: NDArray[np.int64], divisor: Divisors, ties: TieRule
) -> NDArray[np.int64]:
    """Give out `house` seats, shape (draws,), in every draw of `votes`, shape (draws, lists).

    Quotients are compared as 64-bit floats, and exactly: a/b and c/d that differ do so by at least
    1/(bc) of the larger, which exceeds the spacing of floats while b * c < 2**52 (checked by
    `allocate_draws`); quotients that are equal round to the same float.
    Where the law draws lots, the first in list order wins here.
    """
    seats = _certain(votes, house, divisor)
    left = house - seats.sum(axis=1)
    while (rows := np.flatnonzero(left)).size:
        bidding = votes[rows]
        quotients = bidding / divisor.after(seats[rows])
        if ties == "more-votes":
            level = quotients == quotients.max(axis=1, keepdims=True)
            winners = np.where(level, bidding, -1).argmax(axis=1)
        else:
            winners = quotients.argmax(axis=1)
        seats[rows, winners] += 1
        left[rows] -= 1
    return seats


def _certain(
    votes: NDArray[np.int64], house: NDArray[np.int64], divisor: Divisors
) -> NDArray[np.int64]:
    """Return seats that each list is sure of, so that few are left to be given out one by one.

    With signposts s + r and n lists, the quotients of V / (house - n (1 - r)) and more are at most
    `house` in number, so every seat they stand for is won. Here r = base / step, and everything
    is multiplied by `step` to stay in whole numbers.
    """
    short = divisor.step - divisor.base
    total = np.maximum(votes.sum(axis=1), 1)[:, np.newaxis]
    lists = (votes > 0).sum(axis=1)
    due = np.maximum(divisor.step * house - short * lists, 0)[:, np.newaxis]
    seats = (votes * due + short * total) // (divisor.step * total)
    if divisor.first > divisor.base:
        seats[seats == 1] = 0  # the first seat is dearer than the signpost says
    return np.where((votes > 0) & (due > 0), seats, 0)
