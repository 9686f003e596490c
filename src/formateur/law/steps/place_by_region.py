"""Placement in two rounds: levelling seats go to regions first, and then to constituencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from formateur.errors import LawError
from formateur.law import kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import MANY, CountDraws, TierSeats
from formateur.law.divisors import DANISH, SAINTE_LAGUE
from formateur.law.election_facts import ElectionFacts
from formateur.law.placement import Placed, Slot, place
from formateur.law.step import Stage
from formateur.law.steps.place_levelling import moved, slots_of
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class PlaceByRegion:
    """Place levelling seats in regions, which have a number each, and then in constituencies.

    The votes of each party in each region are divided by 1, 3, 5 ..., its seats there strike out
    as many quotients, and the highest that are left win while region and party have a seat to
    place. The seats of a party in a region go to constituencies in the same way, by 1, 4, 7 ...
    A seat that no region can take stays with the country.
    """

    name: str = "place-levelling:by-region"
    stage: Stage = "place"
    label: str = ""

    def exact(self, count: Count) -> Count:
        """Place the levelling seats."""
        seats = count.seats.get((NATIONAL, "levelling"), {})
        regions = self._regions(count.facts, count.contenders)
        votes, held = slots_of(count)
        slots = [(region, who) for region in regions for who in count.national_votes]
        room = {region: count.facts.levelling_in[region] for region in regions}
        first = place(
            _by_region(votes, count.facts.region_of, slots),
            _by_region(held, count.facts.region_of, slots),
            seats,
            room,
            divisor=SAINTE_LAGUE,
            tie_break=count.tie_break,
        )
        count = count.with_ties(first.ties)
        for number, seat in enumerate(first.seats, start=1):
            region, who = seat.slot
            text = f"levelling seat {number} to {named(who)} in {region}, with the quotient"
            count = count.saying(self.name, f"{text} {float(seat.bid):,.1f}")
        places: dict[str, dict[Contender, int]] = {}
        for region, won in first.by_place().items():
            inside = {
                slot: own for slot, own in votes.items() if count.facts.region_of[slot[0]] == region
            }
            free = dict.fromkeys(count.contenders, MANY)
            second = place(inside, held, won, free, divisor=DANISH, tie_break=count.tie_break)
            count = self._told(count.with_ties(second.ties), region, second)
            places |= second.by_place()
        return moved(count, seats, places)

    def _told(self, count: Count, region: str, second: Placed) -> Count:
        """Say in which constituencies the levelling seats of a region are held."""
        for seat in second.seats:
            where, who = seat.slot
            text = f"a levelling seat of {named(who)} in {region} is held here, with the"
            count = count.saying(self.name, f"{text} quotient {float(seat.bid):,.1f}", where)
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Place the levelling seats of every draw."""
        names = self._regions(count.facts, count.constituencies)
        regions = [count.facts.region_of[where] for where in count.constituencies]
        lies = np.array([[region == name for region in regions] for name in names])
        seats, held = count.seats["levelling"].won.sum(axis=1), count.seats["constituency"].won
        votes = count.contenders
        room = [count.facts.levelling_in[name] for name in names]
        first = kernel.place(
            np.stack([votes[:, inside].sum(axis=1) for inside in lies], axis=1),
            np.stack([held[:, inside].sum(axis=1) for inside in lies], axis=1),
            seats,
            np.tile(np.array(room, dtype=np.int64), (len(votes), 1)),
            divisor=SAINTE_LAGUE,
            ties=count.ties,
        )
        won = np.zeros((len(votes), len(regions) + 1, votes.shape[2]), dtype=np.int64)
        for number, inside in enumerate(lies):
            (places,) = np.nonzero(inside)
            free = np.full((len(votes), len(places)), MANY)
            won[:, places] = kernel.place(
                votes[:, places],
                held[:, places],
                first[:, number],
                free,
                divisor=DANISH,
                ties=count.ties,
            )
        won[:, -1] = seats - won.sum(axis=1)
        return count.with_tier("levelling", TierSeats((*count.constituencies, NATIONAL), won))

    def _regions(self, facts: ElectionFacts, constituencies: Iterable[str]) -> tuple[str, ...]:
        """Return the regions, in the order of their first constituencies."""
        unknown = [where for where in constituencies if where not in facts.region_of]
        regions = dict.fromkeys(
            facts.region_of[where] for where in constituencies if where in facts.region_of
        )
        unknown += [region for region in regions if region not in facts.levelling_in]
        if unknown:
            raise LawError(
                self.name,
                "",
                f"the region of {unknown[0]!r}, or its number of levelling seats, is not known",
                "Give the region of every constituency and the levelling seats of every region",
            )
        return tuple(regions)


def _by_region(
    cells: Mapping[Slot, int], region_of: Mapping[str, str], slots: Iterable[Slot]
) -> dict[Slot, int]:
    """Return the sums over the constituencies of each region, for some slots in their order."""
    sums = dict.fromkeys(slots, 0)
    for (where, who), number in cells.items():
        slot = (region_of[where], who)
        if slot in sums:
            sums[slot] += number
    return sums
