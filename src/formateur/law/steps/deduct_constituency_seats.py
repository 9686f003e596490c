"""Constituency seats are deducted from what a party gets; the rest are seats of its list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, Place
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.winners import wins_by_region, wins_by_region_draws


@dataclass(frozen=True, slots=True)
class DeductConstituencySeats:
    """Leave to every list what its party did not win in the constituencies of the region.

    A party keeps constituency seats beyond its due. They are overhang: its list gets nothing
    there, and the house is larger by as many.
    """

    name: str = "deduct-constituency-seats"
    label: str = "constituency seats deducted"
    stage: Stage = "level"

    def exact(self, count: Count) -> Count:
        """Deduct the constituency seats."""
        if NATIONAL not in count.contenders and (NATIONAL, "list") in count.seats:
            raise self._not_placed()
        for where, won in wins_by_region(count).items():
            place: Place = (where, "list")
            due = count.seats.get(place, {})
            left: dict[Contender, int] = {}
            for who, seats in due.items():
                over = won.get(who, 0) - seats
                left[who] = max(-over, 0)
                if over > 0:
                    text = f"{who[0]} won {seats + over} constituencies, {over} more than its due"
                    count = count.saying(self.name, text, where)
            count = count.with_seats(place, left)
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Deduct the constituency seats in every draw."""
        due = count.seats["list"]
        if due.places != count.constituencies:
            raise self._not_placed()
        left = np.maximum(due.won - wins_by_region_draws(count), 0)
        return count.with_tier("list", TierSeats(due.places, left))

    def _not_placed(self) -> LawError:
        return LawError(
            self.name,
            "",
            "the seats of the parties in the country have not been given to their lists",
            "Put sub-apportionment before this step",
        )
