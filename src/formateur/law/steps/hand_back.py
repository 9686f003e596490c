"""Hand-back: who has won more than its share of the country returns seats, and then levelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.placement import Slot, first_of, last_of
from formateur.law.step import Stage
from formateur.law.steps.levelling import Levelling
from formateur.law.ties import Contender

FEWEST_SEATS = 3
"""Constituencies with fewer seats return none."""


@dataclass(frozen=True, slots=True)
class LevellingWithHandBack:
    """Take back the seats that parties won above their share of the country, and level.

    A party returns the seats that it won with its lowest quotients, but none of a constituency
    with fewer than three seats. Each goes to the highest quotient there of the parties that are
    short of their share; where there is none it becomes a levelling seat. What cannot be returned
    is kept, as without hand-back. A single nationwide constituency is the country's distribution
    already.
    """

    divisor: Divisors
    stage: Stage = "level"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"levelling-with-hand-back:{self.divisor.name}"

    def exact(self, count: Count) -> Count:
        """Hand seats back one by one, the lowest quotient first, and level."""
        if tuple(count.contenders) == (NATIONAL,):
            return count
        votes, held = count.national_votes, count.held()
        pot = count.house - sum(won for who, won in held.items() if who not in votes)
        fair = apportionment.highest_averages(
            votes, pot, self.divisor, count.tie_break, where=NATIONAL
        ).seats
        while bids := self._surplus(count, fair):
            own = {(where, who): count.contenders[where][who] for where, who in bids}
            (where, who), tie = last_of(bids, own, count.tie_break)
            count = count.with_more_seats((where, count.tier), {who: -1})
            count = self._passed_on(count.with_ties(tie), where, who, fair)
        return Levelling(self.divisor).exact(count)

    def _surplus(self, count: Count, fair: Mapping[Contender, int]) -> dict[Slot, Fraction]:
        """Return the quotients of the last seats of parties that hold more than their share."""
        held = count.held()
        return {
            (where, who): Fraction(votes[who], self.divisor.after(won - 1))
            for where, votes in count.contenders.items()
            if count.magnitudes[where] >= FEWEST_SEATS
            for who, won in count.seats[where, count.tier].items()
            if won and who in votes and held[who] > fair[who]
        }

    def _passed_on(
        self, count: Count, where: str, giver: Contender, fair: Mapping[Contender, int]
    ) -> Count:
        """Give a seat that was handed back to a party that is short of its share."""
        held, votes = count.held(), count.contenders[where]
        here = count.seats[where, count.tier]
        bids = {
            (where, who): Fraction(own, self.divisor.after(here.get(who, 0)))
            for who, own in votes.items()
            if own and held.get(who, 0) < fair[who]
        }
        text = f"{named(giver)} hands back the seat that it won with its lowest quotient"
        if not bids:
            return count.saying(self.name, f"{text}; it becomes a levelling seat", where)
        own_votes = {slot: votes[slot[1]] for slot in bids}
        (_, taker), tie = first_of(bids, own_votes, count.tie_break)
        count = count.with_more_seats((where, count.tier), {taker: 1}).with_ties(tie)
        return count.saying(self.name, f"{text}; it goes to {named(taker)}", where)

    def draws(self, count: CountDraws) -> CountDraws:
        """Do the same in every draw."""
        if count.constituencies == (NATIONAL,):
            return count
        votes, held = count.contenders.sum(axis=1), count.totals
        pot = count.house - np.where(votes > 0, 0, held).sum(axis=1)
        fair = kernel.highest_averages(votes, pot, self.divisor, count.ties)
        tier = count.seats[count.tier]
        won = tier.won.copy()
        rows = np.flatnonzero(((votes > 0) & (held > fair)).any(axis=1))
        while rows.size:
            rows, where = self._handed_back(count, fair, rows, won)
            self._passed_on_draws(count, fair, rows, where, won)
        count = count.with_tier(count.tier, TierSeats(tier.places, won))
        return Levelling(self.divisor).draws(count)

    def _handed_back(
        self, count: CountDraws, fair: Array, rows: Array, won: Array
    ) -> tuple[Array, Array]:
        """Take one seat back in each row; return the rows where there was one, and its place."""
        votes, here = count.contenders[rows], won[rows]
        surplus = here.sum(axis=1) > fair[rows]
        returns = (here > 0) & (votes > 0) & surplus[:, np.newaxis, :]
        returns &= (count.magnitudes[rows] >= FEWEST_SEATS)[..., np.newaxis]
        upside_down = np.where(returns, self.divisor.after_each(here - 1) / np.maximum(votes, 1), 0)
        # of equal quotients the first keeps its seat, so the search begins at the end
        size = votes[0].size
        bids, own = upside_down.reshape(-1, size)[:, ::-1], votes.reshape(-1, size)[:, ::-1]
        slot = size - 1 - kernel.highest(bids, own.max(initial=0) - own, count.ties)
        found = slot < size
        rows, (where, who) = rows[found], np.divmod(slot[found], votes.shape[2])
        won[rows, where, who] -= 1
        return rows, where

    def _passed_on_draws(
        self, count: CountDraws, fair: Array, rows: Array, where: Array, won: Array
    ) -> None:
        """Give the seats that were handed back to parties that are short; `won` is changed."""
        votes, here = count.contenders[rows, where], won[rows, where]
        short = won[rows].sum(axis=1) < fair[rows]
        bids = np.where(short, votes / self.divisor.after_each(here), 0)
        taker = kernel.highest(bids, votes, count.ties)
        found = taker >= 0
        won[rows[found], where[found], taker[found]] += 1
