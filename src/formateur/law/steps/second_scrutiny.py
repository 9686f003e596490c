"""The second scrutiny: seats that stayed open are shared by the votes that won none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from formateur.errors import LawError
from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count, named
from formateur.law.count_draws import Array, CountDraws, TierSeats
from formateur.law.quotas import Quota
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class SecondScrutiny:
    """Share open seats of the constituencies by unused votes, a quota and largest remainders.

    Unused are the votes of a list beyond the quotas for which it has seats, constituency by
    constituency. A list holds the seats where its unused votes are the largest part of the quota
    there, one in each constituency before any gets a second.
    """

    quota: Quota
    stage: Stage = "level"
    label: str = "unused votes pooled in the country"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"second-scrutiny:{self.quota.name}"

    def exact(self, count: Count) -> Count:
        """Share the open seats, and place those of every list."""
        if not count.quotas:
            raise self._no_first_scrutiny()
        unused = {where: _unused(count, where) for where in count.contenders}
        pooled = {
            who: sum(votes.get(who, 0) for votes in unused.values()) for who in count.national_votes
        }
        left = sum(count.magnitudes.values()) - sum(count.held().values())
        quota = self.quota.exact(sum(pooled.values()), left)
        result = apportionment.largest_remainder(
            pooled, left, quota, count.tie_break, where=NATIONAL
        )
        self._refuse_unfilled(result.unfilled)
        text = f"{left} seats stayed open; a quota is {float(quota):,.2f} unused votes"
        count = count.saying(self.name, text).with_ties(result.ties)
        if last := apportionment.last_remainder(self.quota, pooled, left, result):
            count = count.with_last_seat(self.name, (NATIONAL, "levelling"), last)
        for who, won in result.seats.items():
            text = f"{named(who)}: {won} seats for {pooled[who]:,} unused votes"
            count = count.saying(self.name, text)
            here = {where: votes.get(who, 0) for where, votes in unused.items()}
            count = _placed(count, who, won, here)
        return count

    def draws(self, count: CountDraws) -> CountDraws:
        """Share and place the open seats of every draw."""
        if count.quotas is None:
            raise self._no_first_scrutiny()
        above, below = (one[..., np.newaxis] for one in count.quotas)
        won = count.seats[count.tier].won
        unused = (count.contenders * below - won * above) // below
        pooled = unused.sum(axis=1)
        left = count.magnitudes.sum(axis=1) - count.totals.sum(axis=1)
        quota = self.quota.draws(pooled.sum(axis=1), left)
        seats = kernel.largest_remainder(pooled, left, quota, count.ties)
        self._refuse_unfilled(int((left - kernel.sums(seats)).max()))
        placed = _placed_draws(seats, unused, unused * below / above)
        return count.with_more_seats("levelling", TierSeats(count.constituencies, placed))

    def _refuse_unfilled(self, seats: int) -> None:
        """Refuse to leave seats of the house empty."""
        if seats:
            raise LawError(
                self.name,
                "",
                f"{seats} seats stayed open in the constituencies, and no list has unused votes",
                "Check the votes; the law has no rule for this case",
            )

    def _no_first_scrutiny(self) -> LawError:
        return LawError(
            self.name,
            "",
            "no quota of the constituencies tells which votes are unused",
            "Put whole-quotas before this step",
        )


def _unused(count: Count, where: str) -> dict[Contender, int]:
    """Return the votes of each contender that have won no seat in a constituency."""
    held = count.seats.get((where, count.tier), {})
    quota = count.quotas[where]
    return {
        who: int(own - held.get(who, 0) * quota) for who, own in count.contenders[where].items()
    }


def _placed(count: Count, who: Contender, number: int, unused: Mapping[str, int]) -> Count:
    """Give the seats of one list to the constituencies with its largest remainders."""
    common = lcm(*(quota.numerator for quota in count.quotas.values()))
    parts: dict[Contender, int] = {
        (where,): int(own * common / count.quotas[where]) for where, own in unused.items()
    }
    only_remainders = Fraction(sum(parts.values()) + 1)
    result = apportionment.largest_remainder(
        parts, number, only_remainders, count.tie_break, where=named(who)
    )
    for (where,), won in result.seats.items():
        if won:
            count = count.with_more_seats((where, "levelling"), {who: won})
    return count.with_ties(result.ties)


def _placed_draws(seats: Array, unused: Array, parts: np.ndarray[tuple[int, ...]]) -> Array:
    """Place the seats of every list, shape (draws, parties), by `parts` of a quota.

    Different parts differ as floats, too, while two quotas multiply to less than 2**52.
    """
    open_to = unused > 0
    places = np.maximum(open_to.sum(axis=1), 1)
    rounds, rest = np.divmod(seats, places)
    order = np.argsort(-parts, axis=1, kind="stable")
    rank = np.argsort(order, axis=1, kind="stable")
    placed: Array = np.where(open_to, rounds[:, np.newaxis] + (rank < rest[:, np.newaxis]), 0)
    return placed
