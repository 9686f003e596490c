"""Highest averages: every constituency gives each seat to the most votes per divisor."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.law import apportionment, kernel
from formateur.law.count import Count, Tier
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.step import Stage


@dataclass(frozen=True, slots=True)
class HighestAverages:
    """Give out the seats of every constituency by the quotients of one divisor sequence.

    A list has at most as many seats as it has candidates (`ElectionFacts.most_seats`); what
    nobody can take stays empty.
    """

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
        """Give out the seats among the contenders of each constituency."""
        for where, votes in count.contenders.items():
            count = self._in_constituency(count, where, votes)
        return count

    def _in_constituency(self, count: Count, where: str, votes: apportionment.Votes) -> Count:
        limits = count.facts.most_seats.get(where, {})
        most: apportionment.Seats = {(party,): seats for party, seats in limits.items()}
        result = apportionment.highest_averages(
            votes, count.magnitudes[where], self.divisor, count.tie_break, where=where, most=most
        )
        place: tuple[str, Tier] = (where, count.tier)
        count = count.with_more_seats(place, result.seats).with_ties(result.ties)
        if result.unfilled:
            text = f"{result.unfilled} of its seats stay empty: no list has candidates left"
            return count.saying(self.name, text, where)
        last = apportionment.last_seat(votes, result, self.divisor) if not most else None
        return count if last is None else count.with_last_seat(self.name, place, last)

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats of every constituency in every draw."""
        seats = kernel.highest_averages(
            count.contenders,
            count.magnitudes,
            self.divisor,
            count.ties,
            most=count.most_seats,
        )
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats))
