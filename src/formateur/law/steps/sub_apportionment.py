"""Sub-apportionment: the seats of each party are shared by its lists in the regions or Länder."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, Place, named
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class SubApportionment:
    """Share the seats of each party in the country by the votes of its lists.

    Seats that a list holds already, such as those that it must have at least, count for the
    divisors, and what is shared comes on top.
    """

    divisor: Divisors
    stage: Stage = "place"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"sub-apportionment:{self.divisor.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return f"{self.divisor.label} within each party"

    def exact(self, count: Count) -> Count:
        """Give the seats of every party to its lists."""
        country: Place = (NATIONAL, count.tier)
        if country not in count.seats:
            raise self._nothing_to_share()
        shared = count.seats[country]
        count = replace(
            count, seats={place: held for place, held in count.seats.items() if place != country}
        )
        for who, seats in shared.items():
            count = self._in_party(count, who, seats)
        return count

    def _in_party(self, count: Count, who: Contender, seats: int) -> Count:
        votes: apportionment.Votes = {
            (where,): own[who] for where, own in count.contenders.items() if who in own
        }
        held: apportionment.Seats = {
            (where,): count.seats.get((where, count.tier), {}).get(who, 0) for (where,) in votes
        }
        result = apportionment.highest_averages(
            votes, seats, self.divisor, count.tie_break, where=named(who), held=held
        )
        for where, total in result.seats.items():
            place: Place = (where[0], count.tier)
            count = count.with_seats(place, {**count.seats.get(place, {}), who: total})
        told = ", ".join(f"{total} in {where[0]}" for where, total in result.seats.items() if total)
        return count.with_ties(result.ties).saying(self.name, f"{named(who)}: {told or 'no seat'}")

    def draws(self, count: CountDraws) -> CountDraws:
        """Give the seats of every party to its lists in every draw."""
        tier = count.seats.get(count.tier)
        if tier is None or tier.places[-1] != NATIONAL:
            raise self._nothing_to_share()
        held = tier.won[:, :-1].swapaxes(1, 2) if len(tier.places) > 1 else None
        seats = kernel.highest_averages(
            count.contenders.swapaxes(1, 2), tier.won[:, -1], self.divisor, count.ties, held=held
        )
        won = np.ascontiguousarray(seats.swapaxes(1, 2))
        return count.with_tier(count.tier, TierSeats(count.constituencies, won))

    def _nothing_to_share(self) -> LawError:
        return LawError(
            self.name,
            "",
            "no step says how many seats each party has in the country",
            "Put super-apportionment or enlargement before this step",
        )
