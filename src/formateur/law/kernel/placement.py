"""Placing seats of the country in constituencies, in every draw."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from formateur.law.divisors import Divisors
from formateur.law.kernel.compiled import compiled
from formateur.law.ties import TieRule, preference


class _Bids(NamedTuple):
    """Votes and seats of the parties in places: arrays of shape (draws, places, parties).

    A bid is the votes times `above` and through `below`, both of shape (draws, places), and
    through the divisor of the next seat.
    """

    votes: NDArray[np.int64]
    held: NDArray[np.int64]
    above: NDArray[np.int64]
    below: NDArray[np.int64]
    divisor: tuple[int, int, int]
    prefer: int


class _Seats(NamedTuple):
    """What is to be placed: `seats` of shape (draws, parties), `room` of shape (draws, places)."""

    seats: NDArray[np.int64]
    room: NDArray[np.int64]
    placed: NDArray[np.int64]


def place(
    votes: NDArray[np.int64],
    held: NDArray[np.int64],
    seats: NDArray[np.int64],
    room: NDArray[np.int64],
    *,
    divisor: Divisors,
    ties: TieRule,
    weight: tuple[NDArray[np.int64], NDArray[np.int64]] | None = None,
) -> NDArray[np.int64]:
    """Place seats draw by draw, with the meaning of `placement.place`.

    Bids are compared as 64-bit floats; equal ones are equal, and different ones are told apart
    while the numbers that are divided multiply to less than 2**52.

    Parameters
    ----------
    votes, held
        int64, shape (draws, places, parties).
    seats
        int64, shape (draws, parties): seats to place.
    room
        int64, shape (draws, places): seats that a place can take.
    weight
        Numerator and denominator of what bids are multiplied by, int64, shape (draws, places).

    Returns
    -------
    ndarray
        int64, shape (draws, places, parties): seats placed. Where the law draws lots, the first
        place wins, and in it the first party.
    """
    ones = np.ones(votes.shape[:2], dtype=np.int64)
    above, below = (np.ascontiguousarray(one) for one in weight or (ones, ones))
    bids = _Bids(
        votes=np.ascontiguousarray(votes),
        held=np.ascontiguousarray(held),
        above=above,
        below=below,
        divisor=(divisor.first, divisor.base, divisor.step),
        prefer=preference(ties),
    )
    placed = np.zeros(votes.shape, dtype=np.int64)
    _place(bids, _Seats(seats.copy(), room.copy(), placed))
    return placed


@compiled
def _place(bids: _Bids, left: _Seats) -> None:
    """Fill ``left.placed``, each seat by the highest bid; seats and room are used up."""
    draws, places, parties = bids.votes.shape
    price = np.empty((places, parties), np.float64)
    best = np.empty(parties, np.int64)  # where the bid of each party is the highest
    for draw in range(draws):
        for place in range(places):
            for party in range(parties):
                price[place, party] = _bid(bids, draw, place, party, 0)
        for party in range(parties):
            best[party] = _best_place(bids, left.room[draw], price, draw, party)
        for _ in range(left.seats[draw].sum()):
            who = _best_party(bids, left.seats[draw], price, best, draw)
            if who < 0:
                break
            there = best[who]
            left.placed[draw, there, who] += 1
            left.seats[draw, who] -= 1
            left.room[draw, there] -= 1
            price[there, who] = _bid(bids, draw, there, who, left.placed[draw, there, who])
            for party in range(parties):
                if party == who or (best[party] == there and left.room[draw, there] == 0):
                    best[party] = _best_place(bids, left.room[draw], price, draw, party)


@compiled
def _bid(bids: _Bids, draw: int, place: int, party: int, more: int) -> float:
    """Return the bid of a party for its next seat, after `more` seats than it held at first."""
    first, base, step = bids.divisor
    held = bids.held[draw, place, party] + more
    divisor = first if held == 0 else base + step * held
    own = bids.votes[draw, place, party] * bids.above[draw, place]
    price: float = own / (divisor * bids.below[draw, place])
    return price


@compiled
def _best_place(
    bids: _Bids, room: NDArray[np.int64], price: NDArray[np.float64], draw: int, party: int
) -> int:
    """Return where the bid of a party is the highest; -1 where it has none."""
    best, highest, best_votes = -1, 0.0, 0
    for place in range(len(room)):
        own, votes = price[place, party], bids.votes[draw, place, party]
        if room[place] == 0 or own == 0:
            continue
        if own > highest or (own == highest and bids.prefer * (votes - best_votes) > 0):
            best, highest, best_votes = place, own, votes
    return best


@compiled
def _best_party(
    bids: _Bids,
    seats: NDArray[np.int64],
    price: NDArray[np.float64],
    best: NDArray[np.int64],
    draw: int,
) -> int:
    """Return the party with the highest bid that has seats left; -1 where there is none."""
    who, highest, best_votes = -1, 0.0, 0
    for party in range(len(best)):
        place = best[party]
        if seats[party] == 0 or place < 0:
            continue
        own, votes = price[place, party], bids.votes[draw, place, party]
        ahead = own > highest
        if own == highest:
            lead = bids.prefer * (votes - best_votes)
            ahead = lead > 0 or (lead == 0 and place < best[who])
        if ahead:
            who, highest, best_votes = party, own, votes
    return who
