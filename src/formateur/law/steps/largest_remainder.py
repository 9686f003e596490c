"""Largest remainders: every constituency gives whole quotas first, then the largest rests."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.law import kernel
from formateur.law.count import Count, Tier
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.formulas import last_seat, shared
from formateur.law.quotas import Quota
from formateur.law.step import Stage


@dataclass(frozen=True, slots=True)
class LargestRemainder:
    """Give out the seats of every constituency by one quota."""

    quota: Quota
    stage: Stage = "allocate"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"largest-remainder:{self.quota.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return f"largest remainder with the {self.quota.label} quota"

    def exact(self, count: Count) -> Count:
        """Give out the seats among the contenders of each constituency."""
        for where, votes in count.contenders.items():
            house = count.magnitudes[where]
            result = shared(self.quota, votes, house, count.tie_break, where=where)
            place: tuple[str, Tier] = (where, count.tier)
            count = count.with_more_seats(place, result.seats).with_ties(result.ties)
            quota = float(self.quota.exact(sum(votes.values()), house))
            count = count.saying(self.name, f"a quota is {quota:,.2f} votes", where)
            last = last_seat(self.quota, votes, house, result)
            count = count if last is None else count.with_last_seat(self.name, place, last)
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats of every constituency in every draw."""
        quota = self.quota.draws(count.contenders.sum(axis=-1), count.magnitudes)
        seats = kernel.largest_remainder(count.contenders, count.magnitudes, quota, count.ties)
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats))
