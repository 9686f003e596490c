"""Winners of constituencies are counted with the list of their party in the region."""

from __future__ import annotations

from dataclasses import dataclass, replace

from formateur.law.count import Count, Place
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.winners import wins_by_region, wins_by_region_draws


@dataclass(frozen=True, slots=True)
class WinnersByRegion:
    """State the constituency seats of a party by region, where its list stands.

    Official tables have them so where every winner keeps the seat; who won which constituency
    stands in the account of `plurality`.
    """

    name: str = "winners-by-region"
    label: str = ""
    stage: Stage = "place"

    def exact(self, count: Count) -> Count:
        """Add up the constituency seats of each region."""
        kept: dict[Place, dict[Contender, int]] = {
            (where, "constituency"): won for where, won in wins_by_region(count).items()
        }
        lists = {place: won for place, won in count.seats.items() if place[1] != "constituency"}
        return replace(count, seats={**kept, **lists})

    def draws(self, count: CountDraws) -> CountDraws:
        """Add them up in every draw."""
        won = wins_by_region_draws(count)
        return count.with_tier("constituency", TierSeats(count.constituencies, won))
