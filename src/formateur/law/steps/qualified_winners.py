"""Qualified winners: a party that is out cannot elect anybody in a constituency either."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.law.count import Count
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.winners import region_of, region_rows


@dataclass(frozen=True, slots=True)
class QualifiedWinners:
    """Take the constituency seats of parties whose list in the region is out.

    Winners without a list, such as independents, keep theirs.
    """

    name: str = "qualified-winners"
    label: str = ""
    stage: Stage = "elect"

    def exact(self, count: Count) -> Count:
        """Take the seats of winners whose list is out."""
        for place, won in count.seats.items():
            if place[1] != "constituency":
                continue
            region = region_of(place[0], count.contenders, count.facts)
            listed, still_in = count.ballots.lists[region], count.contenders[region]
            out = [who for who in won if listed.get(who[0]) and not still_in.get(who)]
            for who in out:
                text = f"{who[0]} has the most votes and takes no part: nobody is elected"
                count = count.saying(self.name, text, place[0])
            count = count.with_seats(place, {who: won[who] for who in won if who not in out})
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Take the seats of winners whose list is out in every draw."""
        tier = count.seats["constituency"]
        region = region_rows(tier.places, count)
        stays = (count.ballots.lists == 0) | (count.contenders > 0)
        return count.with_tier("constituency", TierSeats(tier.places, tier.won * stays[:, region]))
