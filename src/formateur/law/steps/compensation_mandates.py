"""Compensation mandates: the rest of the house, by D'Hondt with divisors to the power of 0.9."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, Place, named
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.step import Stage


@dataclass(frozen=True, slots=True)
class _PowersOfNineTenths(Divisors):
    """The divisors n**0.9, in whole numbers: v**10 / n**9 ranks as v / n**0.9 does."""

    def of(self, votes: int) -> int:
        """Return the tenth power of the votes."""
        return int(votes**10)

    def within(self, divided: int) -> int:
        """Return the tenth root, rounded down."""
        root: int = round(divided**0.1)
        while self.of(root) > divided:
            root -= 1
        while self.of(root + 1) <= divided:
            root += 1
        return root

    def quotient(self, votes: int, seats: int) -> float:
        """Return votes per divisor as the statute writes the sequence, for people."""
        return float(votes / (seats + 1) ** 0.9)

    def after(self, seats: int) -> int:
        """Return the divisor with which a list that holds `seats` bids for the next one."""
        return int((seats + 1) ** 9)


MODIFIED_D_HONDT = _PowersOfNineTenths("d-hondt-0.9", "modified D'Hondt", 1, 1, 1)


@dataclass(frozen=True, slots=True)
class CompensationMandates:
    """Give every seat that is left in the house to the most votes per n**0.9 in the country.

    A list begins with the seats that it has won in constituencies: it keeps them if they are more
    than its share.
    """

    name: str = "compensation-mandates"
    stage: Stage = "level"
    label: str = "compensation mandates by modified D'Hondt (n to the power of 0.9)"

    def exact(self, count: Count) -> Count:
        """Give out the seats that are left."""
        votes, held = count.national_votes, count.held()
        left = max(count.house - sum(held.values()), 0)
        result = apportionment.highest_averages(
            votes, left, MODIFIED_D_HONDT, count.tie_break, where=NATIONAL, held=held
        )
        won = {who: seats - held.get(who, 0) for who, seats in result.seats.items()}
        for who, more in won.items():
            text = f"{named(who)}: {held.get(who, 0)} mandates of districts, {more} of compensation"
            count = count.saying(self.name, text)
        place: Place = (NATIONAL, "levelling")
        count = count.with_more_seats(place, won).with_ties(result.ties)
        if not any(won.values()):
            return count
        last = apportionment.last_seat(votes, result, MODIFIED_D_HONDT, held=held)
        return count if last is None else count.with_last_seat(self.name, place, last)

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats that are left in every draw, one after the other."""
        votes, held = count.contenders.sum(axis=1), count.totals
        left = np.maximum(count.house - held.sum(axis=1), 0)
        # looked up, so that equal seats have the same divisor to the last bit
        divisors = np.arange(1, count.house + held.max(initial=0) + 2) ** 0.9
        seats, rows = held.copy(), np.arange(len(held))
        for turn in range(left.max(initial=0)):
            first = kernel.highest(votes / divisors[seats], votes, count.ties)
            seats[rows, first] += turn < left
        won = (seats - held)[:, np.newaxis, :]
        return count.with_more_seats("levelling", TierSeats((NATIONAL,), won))
