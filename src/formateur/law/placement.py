"""Placing seats of the country in constituencies, in whole numbers and fractions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from formateur.law.ballots import NATIONAL
from formateur.law.count import named
from formateur.law.divisors import Divisors
from formateur.law.ties import Contender, Tie, TieBreak

Slot = tuple[str, Contender]
"""A party in a constituency or region."""


@dataclass(frozen=True, slots=True)
class PlacedSeat:
    """One seat and the bid that won it."""

    slot: Slot
    bid: Fraction


@dataclass(frozen=True, slots=True)
class Placed:
    """Seats in the order in which they were placed, and ties that had to be resolved."""

    seats: tuple[PlacedSeat, ...]
    ties: tuple[Tie, ...]

    def by_place(self) -> dict[str, dict[Contender, int]]:
        """Return the number of seats by place and contender."""
        found: dict[str, dict[Contender, int]] = {}
        for seat in self.seats:
            where, who = seat.slot
            here = found.setdefault(where, {})
            here[who] = here.get(who, 0) + 1
        return found


def place(
    votes: Mapping[Slot, int],
    held: Mapping[Slot, int],
    seats: Mapping[Contender, int],
    room: Mapping[str, int],
    *,
    divisor: Divisors,
    tie_break: TieBreak,
    weight: Mapping[str, Fraction] | None = None,
) -> Placed:
    """Place each seat where the bid is highest: votes per divisor of the next seat there.

    A party is out once its seats are placed, a place once it is full. A seat that no place can
    take stays unplaced.

    Parameters
    ----------
    held
        Seats won there before; they count for the divisors.
    seats
        Seats to place, by contender.
    room
        Seats that a place can take.
    weight
        What the bids of a place are multiplied by; 1 unless given.
    """
    left, space = dict(seats), dict(room)
    here = {slot: held.get(slot, 0) for slot in votes}
    placed: list[PlacedSeat] = []
    ties: list[Tie] = []
    while True:
        bids = {
            slot: Fraction(own, divisor.after(here[slot])) * (weight or {}).get(slot[0], 1)
            for slot, own in votes.items()
            if own and space[slot[0]] and left.get(slot[1], 0)
        }
        if not bids:
            return Placed(tuple(placed), tuple(ties))
        slot, tie = first_of(bids, votes, tie_break)
        ties += tie
        placed.append(PlacedSeat(slot, bids[slot]))
        here[slot] += 1
        left[slot[1]] -= 1
        space[slot[0]] -= 1


def first_of(
    bids: Mapping[Slot, Fraction], votes: Mapping[Slot, int], tie_break: TieBreak
) -> tuple[Slot, tuple[Tie, ...]]:
    """Return the slot with the highest bid, and the tie that had to be resolved for it."""
    told = _told(bids, max(bids.values()))
    if len(told) == 1:
        return next(iter(told.values())), ()
    tie = tie_break.resolve(list(told), _own(told, votes), 1, NATIONAL)
    return told[tie.winners[0]], (tie,)


def last_of(
    bids: Mapping[Slot, Fraction], votes: Mapping[Slot, int], tie_break: TieBreak
) -> tuple[Slot, tuple[Tie, ...]]:
    """Return the slot with the lowest bid, and the tie that had to be resolved for it."""
    told = _told(bids, min(bids.values()))
    if len(told) == 1:
        return next(iter(told.values())), ()
    tie = tie_break.resolve(list(told), _own(told, votes), len(told) - 1, NATIONAL)
    return next(slot for label, slot in told.items() if label not in tie.winners), (tie,)


def _told(bids: Mapping[Slot, Fraction], level: Fraction) -> dict[Contender, Slot]:
    """Return the slots that bid as much, by what a tie between them calls them."""
    slots = [slot for slot, bid in bids.items() if bid == level]
    return {(f"{named(who)} in {where}",): (where, who) for where, who in slots}


def _own(told: Mapping[Contender, Slot], votes: Mapping[Slot, int]) -> dict[Contender, int]:
    return {label: votes[slot] for label, slot in told.items()}
