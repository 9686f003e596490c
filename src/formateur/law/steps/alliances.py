"""Alliances: lists bid for seats as one, and then share what they got.

Israel's surplus agreements, the list combinations of the Netherlands, list connections.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from formateur.law import kernel
from formateur.law.count import Count, named
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.election_facts import Alliance
from formateur.law.formulas import Formula, shared, shared_draws
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class JoinAlliances:
    """Make one contender of the lists of an alliance that are still in.

    An alliance lapses when fewer than two of its lists are.
    """

    kind: str = "surplus-agreements"
    stage: Stage = "join"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"join-{self.kind}"

    @property
    def label(self) -> str:
        """Name for people."""
        return self.kind.replace("-", " ")

    def exact(self, count: Count) -> Count:
        """Join the lists of every alliance that holds, in the place of the first of them."""
        holds: set[Alliance] = set()
        joined: dict[str, Mapping[Contender, int]] = {}
        for where, votes in count.contenders.items():
            here = (*count.facts.alliances, *count.facts.alliances_in.get(where, ()))
            lists_in = {one: tuple(name for name in one if votes.get((name,))) for one in here}
            holding = {one: names for one, names in lists_in.items() if len(names) > 1}
            joined[where] = _joined(votes, {names[0]: names for names in holding.values()})
            holds.update(holding)
        lapsed = tuple(one for one in count.facts.every_alliance if one not in holds)
        for one in lapsed:
            count = count.saying(self.name, f"{named(one)}: without effect, too few of them are in")
        return replace(count, contenders=joined, lapsed=lapsed)

    def draws(self, count: CountDraws) -> CountDraws:
        """Move the votes of every alliance that holds to the first of its lists that is in."""
        contenders = count.contenders.copy()
        joined = [
            (columns, kernel.join(contenders, columns, where)) for columns, where in count.alliances
        ]
        return replace(count, contenders=contenders, joined=tuple(joined))


def _joined(
    votes: Mapping[Contender, int], alliance_of: Mapping[str, Alliance]
) -> dict[Contender, int]:
    gone = {name for one in alliance_of.values() for name in one[1:]}
    kept = [alliance_of.get(who[0], who) for who in votes if who[0] not in gone]
    return {who: sum(votes[name,] for name in who) for who in kept}


@dataclass(frozen=True, slots=True)
class SplitAlliances:
    """Share the seats of joined lists between them, by a divisor sequence or a quota."""

    formula: Formula
    kind: str = "surplus-agreements"
    stage: Stage = "split"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"split-{self.kind}:{self.formula.name}"

    def exact(self, count: Count) -> Count:
        """Replace every alliance by its lists."""
        for place, seats in count.seats.items():
            for who in [who for who in seats if len(who) > 1]:
                votes: dict[Contender, int] = {
                    (one,): count.ballots.lists[place[0]][one] for one in who
                }
                result = shared(self.formula, votes, seats[who], count.tie_break, where=place[0])
                held = {other: won for other, won in count.seats[place].items() if other != who}
                count = count.with_seats(place, held | result.seats).with_ties(result.ties)
                told = ", ".join(f"{named(one)} {won}" for one, won in result.seats.items())
                text = f"{named(who)}, {seats[who]} seats: {told}"
                count = count.saying(self.name, text, place[0])
        singles: dict[str, Mapping[Contender, int]] = {
            where: {(one,): count.ballots.lists[where][one] for who in votes for one in who}
            for where, votes in count.contenders.items()
        }
        return replace(count, contenders=singles)

    def draws(self, count: CountDraws) -> CountDraws:
        """Share what the lists hold together, where they were joined."""
        tier = count.seats[count.tier]
        seats, contenders = tier.won.copy(), count.contenders.copy()
        for columns, together in count.joined:
            own, won = kernel.gather(count.votes, seats, columns, together)
            given = shared_draws(self.formula, own, won, count.ties)
            kernel.scatter((seats, contenders), columns, together, (given, own))
        count = replace(count, contenders=contenders, joined=())
        return count.with_tier(count.tier, TierSeats(tier.places, seats))
