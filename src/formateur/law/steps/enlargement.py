"""Enlargement: the house grows until each party's share gives it the least that it must have.

Germany's second distribution of 2013 and 2020.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, TypeVar

import numpy as np
from pydantic import Field
from pydantic.dataclasses import dataclass

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.divisors import SAINTE_LAGUE
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED
from formateur.law.winners import wins_by_region, wins_by_region_draws

Number = TypeVar("Number", int, Array)

MOST_SEATS = 10_000
"""A house that would have to be larger is refused: somebody won seats with next to no votes."""


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class Enlargement:
    """Add seats to the house until Sainte-Laguë gives every party its least number of seats.

    It follows a first distribution of the house, region by region. A list must have what its
    party won in constituencies there; the least of a party is the sum over its lists. What a
    party gets beyond what its lists must have is held at ``national`` until `sub-apportionment`.

    Attributes
    ----------
    minimum
        What a list contributes to the least of its party, if more than it won in constituencies:
        ``larger``: its seats of the first distribution. ``mean``: the mean of the two, rounded
        up, which the list must have itself; and a party has no fewer seats in all than in the
        first distribution.
    uncompensated
        Overhang seats for which the house does not grow; they come on top of it.
    """

    name: ClassVar[str] = "enlargement"
    stage: ClassVar[Stage] = "level"

    minimum: Literal["larger", "mean"]
    uncompensated: Annotated[int, Field(ge=0, le=99)] = 0

    @property
    def label(self) -> str:
        """Name for people."""
        return "levelling by enlargement of the house"

    def exact(self, count: Count) -> Count:
        """Enlarge the house; lists hold what they must have, and parties the rest."""
        first: dict[Contender, int] = {}
        least: dict[Contender, int] = {}
        held: dict[Contender, int] = {}
        for where, won in wins_by_region(count).items():
            before = count.seats.get((where, count.tier), {})
            must_have: dict[Contender, int] = {}
            for who in (who for who, votes in count.contenders[where].items() if votes):
                direct, due = won.get(who, 0), before.get(who, 0)
                contributes = max(direct, self._contributed(direct, due))
                must_have[who] = direct if self.minimum == "larger" else contributes
                first[who] = first.get(who, 0) + due
                least[who] = least.get(who, 0) + contributes
                held[who] = held.get(who, 0) + must_have[who]
            count = count.with_seats((where, count.tier), must_have)
        count, shared = self._enlarged(count, first, least)
        for who, seats in shared.items():
            text = (
                f"{named(who)}: {first[who]} seats in the first distribution, at least "
                f"{max(first[who], least[who])}, {seats} by its votes in the enlarged house"
            )
            count = count.saying(self.name, text)
        further = {who: max(shared[who], least[who]) - held[who] for who in shared}
        return count.with_seats((NATIONAL, count.tier), further)

    def _contributed(self, direct: Number, due: Number) -> Number:
        return due if self.minimum == "larger" else (direct + due + 1) // 2

    def _enlarged(
        self, count: Count, first: Mapping[Contender, int], least: Mapping[Contender, int]
    ) -> tuple[Count, dict[Contender, int]]:
        """Return the count, and the seats of each party in the smallest house that will do."""
        votes = {who: number for who, number in count.national_votes.items() if number}
        begin = size = sum(count.magnitudes.values())
        result = self._grown(count, votes, begin, {})
        while (
            any(result.seats[who] < first[who] for who in votes)
            or sum(max(least[who] - result.seats[who], 0) for who in votes) > self.uncompensated
        ):
            size += 1
            if size > MOST_SEATS:
                raise self._too_large()
            result = self._grown(count, votes, 1, result.seats)
        text = f"{size:,} seats are shared, {size - begin:,} more than at first"
        return count.with_ties(result.ties).saying(self.name, text), result.seats

    def _grown(
        self, count: Count, votes: apportionment.Votes, seats: int, held: apportionment.Seats
    ) -> apportionment.Apportioned:
        return apportionment.highest_averages(
            votes, seats, SAINTE_LAGUE, count.tie_break, where=NATIONAL, held=held
        )

    def draws(self, count: CountDraws) -> CountDraws:
        """Enlarge the house of every draw."""
        stands = count.contenders > 0
        direct = np.where(stands, wins_by_region_draws(count), 0)
        before = count.seats.get(count.tier)
        due = np.zeros_like(direct) if before is None else before.won
        contributes = np.maximum(direct, self._contributed(direct, due))
        must_have = np.where(stands, direct if self.minimum == "larger" else contributes, 0)
        least = np.where(stands, contributes, 0).sum(axis=1)
        seats = self._enlarged_draws(count, due.sum(axis=1), least)
        further = np.maximum(seats, least) - must_have.sum(axis=1)
        held = np.concatenate([must_have, further[:, np.newaxis]], axis=1)
        return count.with_tier(count.tier, TierSeats((*count.constituencies, NATIONAL), held))

    def _enlarged_draws(self, count: CountDraws, first: Array, least: Array) -> Array:
        """Return the seats of each party, shape (draws, parties), halving the sizes in question."""
        votes = count.contenders.sum(axis=1)
        low = count.magnitudes.sum(axis=1)
        high = np.full_like(low, MOST_SEATS + 1)
        while (low < high).any():
            middle = (low + high) // 2
            seats = kernel.highest_averages(votes, middle, SAINTE_LAGUE, count.ties)
            short = np.maximum(least - seats, 0).sum(axis=1)
            will_do = (seats >= first).all(axis=1) & (short <= self.uncompensated)
            low, high = np.where(will_do, low, middle + 1), np.where(will_do, middle, high)
        if low.size and low.max() > MOST_SEATS:
            raise self._too_large()
        return kernel.highest_averages(votes, low, SAINTE_LAGUE, count.ties)

    def _too_large(self) -> LawError:
        return LawError(
            self.name,
            "",
            f"not even a house of {MOST_SEATS:,} seats gives every party its least number of seats",
            "Check the votes of parties that won constituencies",
        )
