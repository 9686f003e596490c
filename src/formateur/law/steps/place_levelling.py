"""Placement: in which constituencies parties hold their levelling seats."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from formateur.law import kernel
from formateur.law.apportionment import Seats
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import MANY, CountDraws, TierSeats
from formateur.law.divisors import SAINTE_LAGUE
from formateur.law.placement import Slot, place
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class PlaceLevelling:
    """Place each levelling seat where the next quotient of its party is the highest.

    Quotients are the votes divided by 1, 3, 5 ...: one more than twice the seats held there.
    ``by-quotient`` compares those of one party. ``one-per-constituency`` gives every constituency
    one levelling seat and compares all parties: each quotient is divided by the votes for lists
    per seat of its constituency, and the highest gets the seat if its party has one left. A seat
    that no constituency can take stays with the country.
    """

    rule: str
    one_each: bool
    stage: Stage = "place"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"place-levelling:{self.rule}"

    def exact(self, count: Count) -> Count:
        """Place the levelling seats."""
        seats = count.seats.get((NATIONAL, "levelling"), {})
        if not any(seats.values()):
            return count
        votes, held = slots_of(count)
        weight = None
        if self.one_each:
            weight = {
                where: Fraction(size, max(count.votes_for_lists_in(where), 1))
                for where, size in count.magnitudes.items()
            }
        room = dict.fromkeys(count.contenders, 1 if self.one_each else MANY)
        placed = place(
            votes,
            held,
            seats,
            room,
            divisor=SAINTE_LAGUE,
            tie_break=count.tie_break,
            weight=weight,
        )
        for number, seat in enumerate(placed.seats, start=1):
            where, who = seat.slot
            bid = f"{float(seat.bid):.4f}" if self.one_each else f"{float(seat.bid):,.1f}"
            text = f"levelling seat {number} to {named(who)}, with the quotient {bid}"
            count = count.saying(self.name, text, where)
        return moved(count.with_ties(placed.ties), seats, placed.by_place())

    def draws(self, count: CountDraws) -> CountDraws:
        """Place the levelling seats of every draw."""
        if "levelling" not in count.seats:
            return count
        seats = count.seats["levelling"].won.sum(axis=1)
        held = count.seats["constituency"].won
        lists = np.maximum(count.votes_for_lists, 1)
        placed = kernel.place(
            count.contenders,
            held,
            seats,
            np.full(lists.shape, 1 if self.one_each else MANY),
            divisor=SAINTE_LAGUE,
            ties=count.ties,
            weight=(count.magnitudes, lists) if self.one_each else None,
        )
        left = seats - placed.sum(axis=1)
        won = np.concatenate((placed, left[:, np.newaxis, :]), axis=1)
        return count.with_tier("levelling", TierSeats((*count.constituencies, NATIONAL), won))


PLACEMENTS: tuple[PlaceLevelling, ...] = (
    PlaceLevelling("by-quotient", one_each=False),
    PlaceLevelling("one-per-constituency", one_each=True),
)
"""Every rule that a law file may name."""


def slots_of(count: Count) -> tuple[dict[Slot, int], dict[Slot, int]]:
    """Return votes, and seats of all tiers, by constituency and contender."""
    votes = {
        (where, who): own for where, here in count.contenders.items() for who, own in here.items()
    }
    held: dict[Slot, int] = {}
    for (where, _), seats in count.seats.items():
        if where in count.contenders:
            for who, won in seats.items():
                held[where, who] = held.get((where, who), 0) + won
    return votes, held


def moved(count: Count, seats: Seats, places: dict[str, dict[Contender, int]]) -> Count:
    """Return the count with levelling seats moved from the country to their places."""
    left = {
        who: number - sum(here.get(who, 0) for here in places.values())
        for who, number in seats.items()
    }
    count = count.with_seats((NATIONAL, "levelling"), left)
    for where, here in places.items():
        count = count.with_seats((where, "levelling"), here)
    return count
