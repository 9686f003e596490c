"""Additional members: list seats go to those who are short of them, region by region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.count import Count, Place
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.step import Stage
from formateur.law.winners import wins_by_region, wins_by_region_draws


@dataclass(frozen=True, slots=True)
class AdditionalMembers:
    """Give out the list seats of a region by quotients that begin with the seats won there.

    A list has at most as many seats as it has candidates (`ElectionFacts.most_seats`); for an
    individual candidate that is one, a constituency seat included.
    """

    divisor: Divisors
    stage: Stage = "allocate"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"additional-members:{self.divisor.name}"

    @property
    def label(self) -> str:
        """Name for people."""
        return f"additional members by {self.divisor.label}"

    def exact(self, count: Count) -> Count:
        """Give out the list seats of every region."""
        self._check(count.magnitudes)
        for where, won in wins_by_region(count).items():
            count = self._in_region(count, where, won)
        return count

    def _in_region(self, count: Count, where: str, won: apportionment.Seats) -> Count:
        votes = count.contenders[where]
        limits = count.facts.most_seats.get(where, {})
        result = apportionment.highest_averages(
            votes,
            count.magnitudes[where],
            self.divisor,
            count.tie_break,
            where=where,
            held=won,
            most={(party,): seats for party, seats in limits.items()},
        )
        place: Place = (where, count.tier)
        added = {who: seats - won.get(who, 0) for who, seats in result.seats.items()}
        count = count.with_more_seats(place, added).with_ties(result.ties)
        if limits or not any(added.values()):
            return count
        last = apportionment.last_seat(votes, result, self.divisor, held=won)
        if last is None:
            return count
        return count.with_last_seat(self.name, place, last, "the last list seat")

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the list seats of every region in every draw."""
        self._check(dict(zip(count.constituencies, count.magnitudes.min(axis=0), strict=True)))
        won = wins_by_region_draws(count)
        seats = kernel.highest_averages(
            count.contenders,
            count.magnitudes,
            self.divisor,
            count.ties,
            held=won,
            most=count.most_seats,
        )
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats - won))

    def _check(self, sizes: Mapping[str, int]) -> None:
        """Refuse regions of unknown size."""
        unknown = [where for where, seats in sizes.items() if seats == 0]
        if unknown:
            raise LawError(
                self.name,
                "",
                f"the number of list seats of {unknown[0]!r} is not known",
                "Give the list seats of every region (facts.list_seats of a case)",
            )
