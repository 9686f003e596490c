"""Levelling seats one by one: each goes to a party by its votes, and at once to a constituency."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from formateur.errors import LawError
from formateur.law import kernel
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.divisors import Divisors
from formateur.law.placement import first_of
from formateur.law.step import Stage
from formateur.law.steps.levelling import refuse_misfit, refuse_nationwide
from formateur.law.steps.place_levelling import slots_of


@dataclass(frozen=True, slots=True)
class LevellingInTurns:
    """Give out the levelling seats of the constituencies one at a time.

    Each goes to the party with the highest quotient of its votes in the country, after all the
    seats that it holds; and there to the constituency in which its next quotient is the largest
    share of the valid votes, as long as that has a levelling seat left. A party without such a
    constituency is out.
    """

    divisor: Divisors
    stage: Stage = "level"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"levelling-in-turns:{self.divisor.name}"

    def exact(self, count: Count) -> Count:
        """Give out and place the levelling seats."""
        refuse_nationwide(self.name, tuple(count.contenders))
        room = {where: count.facts.levelling_in.get(where, 0) for where in count.contenders}
        held = sum(count.held().values())
        refuse_misfit(self.name, count.house, np.array(held), sum(room.values()))
        for number in range(1, count.house - held + 1):
            count = self._next(count, room, number)
        return count

    def _next(self, count: Count, room: dict[str, int], number: int) -> Count:
        """Give out one seat; `room` is changed."""
        votes, won = slots_of(count)
        national, held = count.national_votes, count.held()
        open_to = {who for (where, who), own in votes.items() if own and room[where]}
        bids = {
            ("the country", who): Fraction(national[who], self.divisor.after(held.get(who, 0)))
            for who in national
            if who in open_to
        }
        if not bids:
            raise self._nobody("")
        own = {slot: national[slot[1]] for slot in bids}
        (_, who), ties = first_of(bids, own, count.tie_break)
        bid = float(bids["the country", who])
        here = {
            slot: Fraction(
                own, self.divisor.after(won.get(slot, 0)) * count.valid_votes_in(slot[0])
            )
            for slot, own in votes.items()
            if slot[1] == who and own and room[slot[0]]
        }
        (where, _), more_ties = first_of(here, votes, count.tie_break)
        room[where] -= 1
        text = f"levelling seat {number} to {named(who)} ({bid:,.1f} votes a seat in the country)"
        share = f"its next quotient is {float(100 * here[where, who]):.4g} % of the votes here"
        count = count.with_ties((*ties, *more_ties)).saying(self.name, f"{text}: {share}", where)
        return count.with_more_seats((where, "levelling"), {who: 1})

    def draws(self, count: CountDraws) -> CountDraws:
        """Do the same in every draw."""
        refuse_nationwide(self.name, count.constituencies)
        levelling = [count.facts.levelling_in.get(where, 0) for where in count.constituencies]
        held = count.totals.sum(axis=1)
        refuse_misfit(self.name, count.house, held, sum(levelling))
        room = np.tile(np.array(levelling, dtype=np.int64), (len(held), 1))
        won = np.zeros(count.contenders.shape, dtype=np.int64)
        for _ in range(sum(levelling)):
            self._next_draws(count, room, won)
        return count.with_tier("levelling", TierSeats(count.constituencies, won))

    def _next_draws(self, count: CountDraws, room: Array, won: Array) -> None:
        """Give out one seat in every draw; `room` and `won` are changed."""
        rows = np.arange(len(room))
        votes = np.where(room[..., np.newaxis] > 0, count.contenders, 0)
        national, held = count.contenders.sum(axis=1), count.totals + won.sum(axis=1)
        bids = np.where(votes.any(axis=1), national / self.divisor.after_each(held), 0)
        who = kernel.highest(bids, national, count.ties)
        if (who < 0).any():
            raise self._nobody(f" in {(who < 0).sum()} draws")
        here = count.seats["constituency"].won[rows, :, who] + won[rows, :, who]
        own = votes[rows, :, who]
        shares = own / (self.divisor.after_each(here) * np.maximum(count.valid_votes, 1))
        where = kernel.highest(shares, own, count.ties)
        won[rows, where, who] += 1
        room[rows, where] -= 1

    def _nobody(self, where: str) -> LawError:
        """Return the complaint that a levelling seat cannot be given out."""
        return LawError(
            self.name,
            "",
            f"no party above the threshold stands where levelling seats are left{where}",
            "Check the votes and the levelling seats; the law has no rule for this case",
        )
