"""Biproportional apportionment with standard rounding, in whole numbers and fractions.

Every list gets, in every constituency, its votes over a divisor of the list and one of the
constituency, rounded at the half, so that constituencies and lists have given sums. First every
constituency is apportioned on its own; then seats are transferred between lists, along the paths
that cost least, until the lists have their sums (tie-and-transfer). Literature: Balinski and
Demange, Algorithms for proportional matrices in reals and integers, Mathematical Programming 45
(1989); Pukelsheim, Proportional Representation, 2nd ed. (2017), chapter 15.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from formateur.law.apportionment import Seats, Votes, highest_averages
from formateur.law.divisors import SAINTE_LAGUE
from formateur.law.ties import Contender, Tie, TieBreak

Table = dict[str, dict[Contender, int]]
"""Seats by constituency and list."""

Cell = tuple[str, Contender]


@dataclass(frozen=True, slots=True)
class Lower:
    """The lower apportionment.

    Attributes
    ----------
    seats
        By constituency and list.
    alone
        What they would have been with every constituency on its own.
    """

    seats: Table
    alone: Table
    ties: tuple[Tie, ...]


def lower_apportionment(
    votes: Mapping[str, Votes], sizes: Mapping[str, int], totals: Seats, tie_break: TieBreak
) -> Lower | None:
    """Place the seats of every list in constituencies.

    Parameters
    ----------
    sizes
        Seats of every constituency.
    totals
        Seats of every list; as many together as the constituencies have.

    Returns
    -------
    Lower or None
        None when no table has these sums and gives no seat without votes.
    """
    alone: Table = {}
    for where, own in votes.items():
        result = highest_averages(
            own, sizes[where], SAINTE_LAGUE, TieBreak(tie_break.rule), where=where
        )
        if result.unfilled:
            return None
        alone[where] = result.seats
    seats = {where: dict(own) for where, own in alone.items()}
    if not _transfer_seats(votes, seats, totals):
        return None
    return Lower(seats, alone, _settle_ties(votes, seats, tie_break))


def _transfer_seats(votes: Mapping[str, Votes], seats: Table, totals: Seats) -> bool:
    """Move seats until the lists have their totals, if they can; `seats` is changed."""
    while True:
        surplus = {who: -due for who, due in totals.items()}
        for own in seats.values():
            for who, held in own.items():
                surplus[who] += held
        givers = [who for who, more in surplus.items() if more > 0]
        if not givers:
            return True
        product, last = _cheapest_paths(_cheapest_transfers(votes, seats), givers)
        takers = [who for who in product if surplus[who] < 0]
        if not takers:
            return False
        who = min(takers, key=lambda taker: product[taker])
        while step := last.get(who):
            _move(seats, step)
            who = step.giver


def _settle_ties(votes: Mapping[str, Votes], seats: Table, tie_break: TieBreak) -> tuple[Tie, ...]:
    """Choose between tables with the same claim; `seats` is changed.

    Each lot decides which of two lists has a seat in one constituency, and so in the others too.
    """
    ties: list[Tie] = []
    settled: set[Cell] = set()
    while cycle := _tied_cycle(votes, seats, settled):
        first = cycle[0]
        pair = [who for who in votes[first.where] if who in (first.giver, first.taker)]
        tie = tie_break.resolve(pair, votes[first.where], 1, first.where)
        ties.append(tie)
        if tie.winners == (first.taker,):
            for step in cycle:
                _move(seats, step)
        settled |= {(first.where, who) for who in pair}
    return tuple(ties)


@dataclass(frozen=True, slots=True)
class _Transfer:
    """A seat of one constituency that may move between lists.

    Attributes
    ----------
    price
        Signpost over votes where the seat is added, times votes over signpost where it is taken.
        A table is apportioned when no cycle of transfers has a product of prices below 1.
    """

    where: str
    giver: Contender
    taker: Contender
    price: Fraction


def _move(seats: Table, transfer: _Transfer) -> None:
    seats[transfer.where][transfer.giver] -= 1
    seats[transfer.where][transfer.taker] += 1


def _cheapest_transfers(
    votes: Mapping[str, Votes], seats: Table, settled: set[Cell] | None = None
) -> list[_Transfer]:
    """Return the cheapest transfer from every list to every other, but for settled seats."""
    best: dict[tuple[Contender, Contender], _Transfer] = {}
    for where, own in votes.items():
        held = seats[where]
        free = [who for who in own if own[who] and (where, who) not in (settled or ())]
        gains = {who: Fraction(own[who], 2 * held[who] - 1) for who in free if held[who]}
        costs = {who: Fraction(2 * held[who] + 1, own[who]) for who in free}
        for giver, gain in gains.items():
            for taker, cost in costs.items():
                price = gain * cost
                known = best.get((giver, taker))
                if giver != taker and (known is None or price < known.price):
                    best[giver, taker] = _Transfer(where, giver, taker, price)
    return list(best.values())


def _cheapest_paths(
    transfers: Sequence[_Transfer], begin: Sequence[Contender]
) -> tuple[dict[Contender, Fraction], dict[Contender, _Transfer]]:
    """Return the least product of prices on a path to every list, and its last transfer."""
    product = dict.fromkeys(begin, Fraction(1))
    last: dict[Contender, _Transfer] = {}
    changed = True
    while changed:
        changed = False
        for one in transfers:
            if one.giver not in product:
                continue
            price = product[one.giver] * one.price
            if one.taker not in product or price < product[one.taker]:
                product[one.taker], last[one.taker] = price, one
                changed = True
    return product, last


def _tied_cycle(votes: Mapping[str, Votes], seats: Table, settled: set[Cell]) -> list[_Transfer]:
    """Return transfers that lead to another table with the same claim; empty if there is none."""
    transfers = _cheapest_transfers(votes, seats, settled)
    product, _ = _cheapest_paths(transfers, [who for own in votes.values() for who in own])
    free = [one for one in transfers if product[one.giver] * one.price == product[one.taker]]
    for first in free:
        paths: dict[Contender, list[_Transfer]] = {first.taker: []}
        queue = [first.taker]
        for who in queue:
            for one in free:
                if one.giver == who and one.taker not in paths:
                    paths[one.taker] = [*paths[who], one]
                    queue.append(one.taker)
        if first.giver in paths:
            return [first, *paths[first.giver]]
    return []
