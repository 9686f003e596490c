"""Biproportional apportionment: lists get seats in the country, and then in constituencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import lcm
from typing import ClassVar, Literal

import numpy as np
from pydantic.dataclasses import dataclass

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.biproportional import Lower, lower_apportionment
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.divisors import SAINTE_LAGUE
from formateur.law.step import Stage
from formateur.law.ties import Contender, TieBreak
from formateur.law.values import CLOSED

_EXACT = 2**62
"""Whole numbers below this fit 64 bits."""


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class Biproportional:
    """Give lists their seats in the country, and then place them in constituencies.

    Where voters have as many votes as their constituency has seats, the votes of a list over
    those seats are the number of its voters. In the upper apportionment all seats go to the lists
    by their voters in the country, by Sainte-Laguë. In the lower apportionment every constituency
    keeps its size and every list its total: votes over a divisor of the constituency and one of
    the list are rounded at the half.

    Attributes
    ----------
    voter_numbers
        Whether the voters of a list in a constituency are a whole number, rounded at the half, or
        a fraction.
    """

    name: ClassVar[str] = "biproportional"
    stage: ClassVar[Stage] = "allocate"
    label: ClassVar[str] = "biproportional"

    voter_numbers: Literal["rounded", "exact"]

    def exact(self, count: Count) -> Count:
        """Give out the seats of all constituencies."""
        count, totals = self._upper(count)
        lower = _lower(count.contenders, count.magnitudes, totals, count.tie_break)
        for where, seats in lower.seats.items():
            count = count.with_more_seats((where, count.tier), seats)
            for who, alone in lower.alone[where].items():
                if alone == seats[who]:
                    continue
                text = f"{named(who)}: {seats[who]} instead of {alone}, for the lists' totals"
                count = count.saying(self.name, text, where)
        return count.with_ties(lower.ties)

    def _upper(self, count: Count) -> tuple[Count, apportionment.Seats]:
        """Return the seats of each list in the country, and the count with an account of them."""
        common = self._common(count.magnitudes.values())
        voters: dict[Contender, int] = dict.fromkeys(count.national_votes, 0)
        for where, votes in count.contenders.items():
            if size := count.magnitudes[where]:
                for who, own in votes.items():
                    voters[who] += (2 * own * common + size) // (2 * size)
        result = apportionment.highest_averages(
            voters, sum(count.magnitudes.values()), SAINTE_LAGUE, count.tie_break, where=NATIONAL
        )
        for who, seats in result.seats.items():
            text = f"{named(who)}: {voters[who] / common:,.0f} voters, {seats} seats in all"
            count = count.saying(self.name, text)
        if last := apportionment.last_seat(voters, result, SAINTE_LAGUE):
            (first, second), (won, missed) = (last.winner, last.runner_up), last.quotients
            text = f"the last seat went to {named(first)} ({won / common:,.2f} voters per divisor)"
            text += f"; {named(second)} ({missed / common:,.2f}) came next"
            count = count.saying(self.name, text)
        return count.with_ties(result.ties), result.seats

    def _common(self, sizes: Iterable[int]) -> int:
        """Return a number by which all numbers of voters are multiplied to be whole."""
        return 1 if self.voter_numbers == "rounded" else lcm(*(size for size in sizes if size))

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats of all constituencies in every draw."""
        totals = self._upper_draws(count)
        seats, proven = kernel.scale_both_ways(count.contenders, count.magnitudes, totals)
        complete = totals.sum(axis=1) == count.magnitudes.sum(axis=1)
        for draw in np.flatnonzero(~(proven & complete)):
            seats[draw] = _lower_draw(count, int(draw), totals[draw])
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats))

    def _upper_draws(self, count: CountDraws) -> Array:
        """Return the seats of each list in the country, int64, shape (draws, parties)."""
        common = self._common(np.unique(count.magnitudes).tolist())
        house = count.magnitudes.sum(axis=1)
        if 4 * common * int(count.contenders.sum(axis=(1, 2)).max()) * int(house.max()) > _EXACT:
            raise LawError(
                self.name,
                "",
                "the numbers of voters are too fine for exact arithmetic in 64 bits",
                "Scale the votes of all draws down",
            )
        sizes = np.maximum(count.magnitudes, 1)[..., np.newaxis]
        voters = (2 * count.contenders * common + sizes) // (2 * sizes)
        voters[count.magnitudes == 0] = 0
        return kernel.highest_averages(voters.sum(axis=1), house, SAINTE_LAGUE, count.ties)


def _lower(
    votes: Mapping[str, apportionment.Votes],
    sizes: Mapping[str, int],
    totals: apportionment.Seats,
    tie_break: TieBreak,
) -> Lower:
    """Return the seats of every list in every constituency."""
    lower = lower_apportionment(votes, sizes, totals, tie_break)
    if lower is None:
        raise LawError(
            Biproportional.name,
            "",
            "the lists cannot have their seats in the constituencies where they have votes",
            "Check the votes and the seats of the constituencies; the law has no rule for it",
        )
    return lower


def _lower_draw(count: CountDraws, draw: int, totals: Array) -> Array:
    """Return the seats of one draw that scaling has left open, in exact arithmetic."""
    lists: list[Contender] = [(party,) for party in count.parties]
    votes = {
        where: {who: int(own) for who, own in zip(lists, row, strict=True) if own}
        for where, row in zip(count.constituencies, count.contenders[draw], strict=True)
    }
    sizes = dict(zip(count.constituencies, count.magnitudes[draw].tolist(), strict=True))
    due = dict(zip(lists, totals.tolist(), strict=True))
    lower = _lower(votes, sizes, due, TieBreak(count.ties))
    rows = [[lower.seats[where].get(who, 0) for who in lists] for where in votes]
    return np.array(rows, dtype=np.int64)
