"""Super-apportionment: the seats of the whole country are shared by its parties."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, Place
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.step import Stage
from formateur.law.winners import won_outside_lists, won_outside_lists_draws


@dataclass(frozen=True, slots=True)
class SuperApportionment:
    """Share the house by the list votes of the country; constituency seats are part of it.

    The seats of those who were elected in a constituency and whose party has no list there that
    takes part come off the house first. What a party gets is held at ``national`` until a later
    step says by which lists.
    """

    divisor: Divisors
    stage: Stage = "level"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"super-apportionment:{self.divisor.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return f"{self.divisor.label} in the country"

    def exact(self, count: Count) -> Count:
        """Give out the seats of the country."""
        votes, outside = count.national_votes, sum(won_outside_lists(count).values())
        house = max(count.house - outside, 0)
        if outside:
            text = f"{outside} of {count.house} seats were won without a list; {house} are shared"
            count = count.saying(self.name, text)
        result = apportionment.highest_averages(
            votes, house, self.divisor, count.tie_break, where=NATIONAL
        )
        place: Place = (NATIONAL, count.tier)
        count = count.with_seats(place, result.seats).with_ties(result.ties)
        last = apportionment.last_seat(votes, result, self.divisor) if house else None
        if last is None:
            return count
        return count.with_last_seat(self.name, place, last, f"the last of {house} seats")

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats of the country in every draw."""
        house = np.maximum(count.house - won_outside_lists_draws(count).sum(axis=1), 0)
        votes = count.contenders.sum(axis=1)
        seats = kernel.highest_averages(votes, house, self.divisor, count.ties)
        return count.with_tier(count.tier, TierSeats((NATIONAL,), seats[:, np.newaxis, :]))
