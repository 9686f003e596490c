"""Levelling seats: the whole house is shared in the country, and every party filled up to it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from formateur.errors import LawError
from formateur.law.apportionment import Apportioned, Seats, Votes
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, LastSeat, Place, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.formulas import Formula, last_seat, shared, shared_draws
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class Levelling:
    """Fill every party up to its share of the whole house, by one formula in the country.

    The seats of those who take no part come off first. A party that has won more than its share
    keeps them and leaves the calculation, which is then repeated for the others.
    """

    formula: Formula
    stage: Stage = "level"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"levelling:{self.formula.name}"

    def exact(self, count: Count) -> Count:
        """Work out the levelling seats of each party, as yet without a place."""
        votes, held = count.national_votes, count.held()
        refuse_nationwide(self.name, tuple(count.contenders))
        refuse_misfit(
            self.name, count.house, np.array(sum(held.values())), count.facts.levelling_seats
        )
        pot = count.house - sum(won for who, won in held.items() if who not in votes)
        result, kept, last = self._shared(count, votes, pot, held)
        for who, fair in kept.items():
            text = f"{named(who)} keeps its {held[who]} seats, more than its share of {fair}"
            count = count.saying(self.name, f"{text}; the others share the rest")
        missing: dict[Contender, int] = {}
        for who, fair in result.seats.items():
            if fair == 0:
                continue
            won = held.get(who, 0)
            text = f"{named(who)}: {votes[who]:,} votes, a share of {fair} seats; {won} are won"
            count = count.saying(self.name, f"{text}, {fair - won} levelling")
            missing[who] = fair - won
        place: Place = (NATIONAL, "levelling")
        count = count.with_seats(place, missing).with_ties(result.ties)
        if last is None:
            return count
        return count.with_last_seat(self.name, place, last, "the last seat of the whole house")

    def _shared(
        self, count: Count, votes: Votes, pot: int, held: Seats
    ) -> tuple[Apportioned, dict[Contender, int], LastSeat | None]:
        """Return the shares, who keeps more than the share it would have had, the last seat."""
        kept: dict[Contender, int] = {}
        while True:
            left = {who: own for who, own in votes.items() if who not in kept}
            house = pot - sum(held[who] for who in kept)
            result = shared(self.formula, left, house, count.tie_break, where=NATIONAL)
            over = {who: fair for who, fair in result.seats.items() if held.get(who, 0) > fair}
            if not over:
                return result, kept, last_seat(self.formula, left, house, result)
            kept |= over

    def draws(self, count: CountDraws) -> CountDraws:
        """Do the same in every draw."""
        refuse_nationwide(self.name, count.constituencies)
        held, votes = count.totals, count.contenders.sum(axis=1)
        refuse_misfit(self.name, count.house, held.sum(axis=1), count.facts.levelling_seats)
        fair = self._fair(count, votes, held)
        missing = np.where(fair > 0, fair - held, 0)[:, np.newaxis, :]
        return count.with_tier("levelling", TierSeats((NATIONAL,), missing))

    def _fair(self, count: CountDraws, votes: Array, held: Array) -> Array:
        """Return the shares, int64, shape (draws, parties); 0 for those not in the calculation."""
        taking_part = votes > 0
        while True:
            house = count.house - np.where(taking_part, 0, held).sum(axis=1)
            left = np.where(taking_part, votes, 0)
            fair = shared_draws(self.formula, left, house, count.ties)
            over = taking_part & (held > fair)
            if not over.any():
                return fair
            taking_part &= ~over


def refuse_nationwide(step: str, constituencies: tuple[str, ...]) -> None:
    """Refuse votes that are not given by constituency: there is nothing to level.

    Raises
    ------
    LawError
        When the country is the only constituency.
    """
    if constituencies == (NATIONAL,):
        raise LawError(
            step,
            "",
            "levelling seats follow from what is won in the constituencies, and only the votes "
            "of the country are given",
            "Give the votes, and the number of seats, by constituency",
        )


def refuse_misfit(step: str, house: int, given: Array, levelling: int | None) -> None:
    """Refuse a house that is not made of the seats won and the levelling seats.

    Parameters
    ----------
    given
        Seats given out so far, of one count or of many.
    levelling
        Levelling seats; ``None`` where they are what is left of the house.

    Raises
    ------
    LawError
        When they and the levelling seats are not the seats of the house.
    """
    misfit = (given > house) if levelling is None else (given + levelling != house)
    if misfit.any():
        won = int(np.atleast_1d(given)[np.atleast_1d(misfit)][0])
        rest = "" if levelling is None else f" and {levelling} are levelling seats"
        raise LawError(
            step,
            "",
            f"the constituencies give out {won} seats{rest}, but the house has {house}",
            "Correct the seats of the constituencies or the number of levelling seats",
        )
