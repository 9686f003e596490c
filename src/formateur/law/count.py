"""The state of one count between two legal steps, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from formateur.facts import OTHER
from formateur.law.ballots import NATIONAL, Ballots
from formateur.law.election_facts import Alliance, ElectionFacts
from formateur.law.ties import Contender, Tie, TieBreak
from formateur.law.trace import TraceLine

Tier = Literal["constituency", "list", "levelling"]
TIERS: tuple[Tier, ...] = ("constituency", "list", "levelling")

Place = tuple[str, Tier]
"""Where a seat is held: constituency (or region, or ``national``) and tier."""


@dataclass(frozen=True, slots=True)
class LastSeat:
    """The seat that was given out last, and who came closest to it.

    Attributes
    ----------
    winner, runner_up
        Lists; several where they count as one.
    votes_missing
        How many more votes would have put the runner-up ahead, all other votes being equal.
    quotients
        Votes per divisor of the two, for people; their remainders where these decide, and their
        votes where nothing is divided.
    measure
        What the two are.
    """

    winner: Contender
    runner_up: Contender
    votes_missing: int
    quotients: tuple[float, float]
    measure: Literal["quotient", "remainder"] = "quotient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One election on its way from votes to seats; every step returns a new one.

    Attributes
    ----------
    ballots, facts
        As they were given.
    house
        Seats of the law.
    contenders
        Votes of those who are still in, by constituency and contender. A step that drops
        somebody, or joins lists, changes these; the ballots stay.
    magnitudes
        Seats that each constituency gives out. ``{"national": house}`` where there is one.
    tier
        Where the next seats go that a constituency gives out.
    seats
        By place and contender, as far as given out.
    quotas
        Votes that a seat cost, by constituency, where a step worked them out.
    below
        Lists that a threshold has dropped everywhere, in the order of the ballots.
    lapsed
        Alliances without effect.
    """

    ballots: Ballots
    facts: ElectionFacts
    house: int
    contenders: Mapping[str, Mapping[Contender, int]]
    magnitudes: Mapping[str, int]
    tie_break: TieBreak
    tier: Tier = "constituency"
    seats: Mapping[Place, Mapping[Contender, int]] = field(default_factory=dict)
    quotas: Mapping[str, Fraction] = field(default_factory=dict)
    below: tuple[str, ...] = ()
    lapsed: tuple[Alliance, ...] = ()
    ties: tuple[Tie, ...] = ()
    last_seats: Mapping[Place, LastSeat] = field(default_factory=dict)
    trace: tuple[TraceLine, ...] = ()

    @property
    def national_votes(self) -> dict[Contender, int]:
        """Votes of the contenders in the whole country, in the order of the ballots."""
        totals: dict[Contender, int] = {}
        for votes in self.contenders.values():
            for who, number in votes.items():
                totals[who] = totals.get(who, 0) + number
        order = {party: place for place, party in enumerate(self.ballots.parties)}
        return dict(sorted(totals.items(), key=lambda one: order[one[0][0]]))

    def held(self, *tiers: Tier) -> dict[Contender, int]:
        """Return the seats of each contender in some tiers, or in all when none is named."""
        totals: dict[Contender, int] = {}
        for (_, tier), seats in self.seats.items():
            if not tiers or tier in tiers:
                for who, won in seats.items():
                    totals[who] = totals.get(who, 0) + won
        return totals

    def with_seats(self, place: Place, seats: Mapping[Contender, int]) -> Count:
        """Return the count with the seats of one place set."""
        return replace(self, seats={**self.seats, place: dict(seats)})

    def with_more_seats(self, place: Place, seats: Mapping[Contender, int]) -> Count:
        """Return the count with seats added to those of one place."""
        before = self.seats.get(place, {})
        added = {who: before.get(who, 0) + won for who, won in seats.items()}
        return self.with_seats(place, {**before, **added})

    def with_last_seat(
        self, step: str, place: Place, last: LastSeat, seat: str = "the last seat"
    ) -> Count:
        """Return the count with the last seat of one place noted and told."""
        won, missed = (f"{quotient:,.2f}" for quotient in last.quotients)
        text = (
            f"{seat} went to {named(last.winner)} ({last.measure} {won}); {named(last.runner_up)} "
            f"({missed}) came next, {last.votes_missing:,} votes short"
        )
        count = replace(self, last_seats={**self.last_seats, place: last})
        return count.saying(step, text, place[0])

    def saying(self, step: str, text: str, constituency: str = NATIONAL) -> Count:
        """Return the count with one more line of its account."""
        return replace(self, trace=(*self.trace, TraceLine(step, constituency, text)))

    def with_ties(self, ties: tuple[Tie, ...]) -> Count:
        """Return the count with more ties noted."""
        return replace(self, ties=(*self.ties, *ties)) if ties else self

    def valid_votes_in(self, constituency: str) -> int:
        """Return the valid votes of a constituency, those without a list included."""
        return sum(self.ballots.lists[constituency].values())

    def votes_for_lists_in(self, constituency: str) -> int:
        """Return the valid votes of a constituency for lists, those without a row included."""
        left_out = self.facts.not_lists - {OTHER}
        votes = self.ballots.lists[constituency]
        return sum(own for row, own in votes.items() if row not in left_out)

    @property
    def valid_votes(self) -> int:
        """All valid votes of the country."""
        if self.facts.valid_votes is not None:
            return self.facts.valid_votes
        return sum(map(self.valid_votes_in, self.ballots.lists))

    @property
    def votes_for_lists(self) -> int:
        """Valid votes of the country for lists, those for the lists without a row included."""
        if self.facts.votes_for_lists is not None:
            return self.facts.votes_for_lists
        left_out = self.facts.not_lists - {OTHER}
        return self.valid_votes - sum(
            votes.get(row, 0) for votes in self.ballots.lists.values() for row in left_out
        )


def named(who: Contender) -> str:
    """Return a contender for people: "Likud + Yamina".

    Examples
    --------
    >>> named(("Likud", "Yamina"))
    'Likud + Yamina'
    """
    return " + ".join(who)
