"""List connections with sub-connections: connected lists share their seats in two rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from formateur.law import apportionment, kernel
from formateur.law.count import Count, Place, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.election_facts import Alliance
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class SplitConnections:
    """Share the seats of connected lists, first between sub-connections and then within them.

    A sub-connection counts as one list in the first round, beside the lists of the connection
    that are in none (`ElectionFacts.sub_alliances_in`).
    """

    divisor: Divisors
    stage: Stage = "split"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"split-list-connections:{self.divisor.name}"

    def exact(self, count: Count) -> Count:
        """Replace every connection by its lists."""
        for place, seats in count.seats.items():
            subs = count.facts.sub_alliances_in.get(place[0], ())
            here = (*count.facts.alliances, *count.facts.alliances_in.get(place[0], ()))
            for who in [who for who in seats if len(who) > 1]:
                whole = next(one for one in here if set(who) <= set(one))
                parts = _parts(whole, subs)
                count = self._share(count, place, who, parts)
                for part in [part for part in parts if len(part) > 1]:
                    count = self._share(count, place, part, [(one,) for one in part])
        singles: dict[str, Mapping[Contender, int]] = {
            where: {(one,): count.ballots.lists[where][one] for who in votes for one in who}
            for where, votes in count.contenders.items()
        }
        return replace(count, contenders=singles)

    def _share(
        self, count: Count, place: Place, who: Contender, parts: Sequence[Contender]
    ) -> Count:
        """Give the seats of one contender to its parts."""
        lists = count.ballots.lists[place[0]]
        votes = {part: sum(lists.get(one, 0) for one in part) for part in parts}
        held = dict(count.seats[place])
        result = apportionment.highest_averages(
            votes, held.pop(who), self.divisor, count.tie_break, where=place[0]
        )
        count = count.with_seats(place, held | result.seats).with_ties(result.ties)
        told = ", ".join(f"{named(part)} {seats}" for part, seats in result.seats.items() if seats)
        return count.saying(self.name, f"{named(who)}: {told or 'no seat'}", place[0])

    def draws(self, count: CountDraws) -> CountDraws:
        """Share what connected lists hold together, in every draw."""
        tier = count.seats[count.tier]
        seats, contenders = tier.won.copy(), count.contenders.copy()
        for columns, together in count.joined:
            for place in np.flatnonzero(together.any(axis=(0, 2))):
                draws = np.flatnonzero(together[:, place].any(axis=1))
                cells = draws[:, np.newaxis], place, np.array(columns)
                own = np.where(together[draws, place], count.votes[cells], 0)
                subs = count.facts.sub_alliances_in.get(count.constituencies[place], ())
                names = tuple(count.parties[column] for column in columns)
                parts = [[names.index(one) for one in part] for part in _parts(names, subs)]
                seats[cells] = self._shared(count, own, seats[cells].sum(axis=1), parts)
                contenders[cells] = own
        count = replace(count, contenders=contenders, joined=())
        return count.with_tier(count.tier, TierSeats(tier.places, seats))

    def _shared(
        self, count: CountDraws, votes: Array, house: Array, columns_of: Sequence[list[int]]
    ) -> Array:
        """Return the seats of the lists of one connection, int64, shape (draws, lists)."""
        of_parts = np.stack([votes[:, part].sum(axis=1) for part in columns_of], axis=1)
        won = kernel.highest_averages(of_parts, house, self.divisor, count.ties)
        seats = np.zeros_like(votes)
        for number, part in enumerate(columns_of):
            seats[:, part] = kernel.highest_averages(
                votes[:, part], won[:, number], self.divisor, count.ties
            )
        return seats


def _parts(connection: Alliance, subs: Sequence[Alliance]) -> list[Contender]:
    """Return the sub-connections of a connection and its other lists, in order."""
    sub_of = {name: sub for sub in subs for name in sub if set(sub) <= set(connection)}
    return list(dict.fromkeys(sub_of.get(name, (name,)) for name in connection))
