"""Whole quotas: every constituency gives a seat for each quota of votes, and no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Literal

import numpy as np
from pydantic.dataclasses import dataclass

from formateur.law import apportionment, kernel
from formateur.law.count import Count, Tier
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.quotas import HARE, IMPERIALI_ROUNDED, Quota
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, Share

_QUOTAS = {quota.name: quota for quota in (HARE, IMPERIALI_ROUNDED)}


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class WholeQuotas:
    """Give a seat for every whole quota; the other seats of the constituency stay open.

    Where a rounded quota gives out more seats than there are, the smallest remainders give them
    back.

    Attributes
    ----------
    quota
        How many votes a seat costs.
    of
        What the quota is worked out from: all valid votes of the constituency, or the votes of
        the lists that are still in.
    one_more_from
        Share of a quota for which the rest of a list is good for one seat more.
    """

    name: ClassVar[str] = "whole-quotas"
    stage: ClassVar[Stage] = "allocate"

    quota: Literal["hare", "imperiali-rounded"]
    of: Literal["valid-votes", "votes-of-lists-in"]
    one_more_from: Share | None = None

    @property
    def label(self) -> str:
        """Name for people."""
        return f"whole {self._quota.label} quotas in constituencies"

    @property
    def _quota(self) -> Quota:
        return _QUOTAS[self.quota]

    def exact(self, count: Count) -> Count:
        """Give out the whole quotas of every constituency."""
        for where, votes in count.contenders.items():
            count = self._in_constituency(count, where, votes)
        return count

    def _in_constituency(self, count: Count, where: str, votes: Mapping[Contender, int]) -> Count:
        house = count.magnitudes[where]
        total = sum(votes.values()) if self.of != "valid-votes" else count.valid_votes_in(where)
        quota = self._quota.exact(total, house)
        given = min(house, sum(int(own // quota) for own in votes.values()))
        result = apportionment.largest_remainder(votes, given, quota, count.tie_break, where=where)
        seats = result.seats
        if (share := self.one_more_from) is not None:
            rests = {who: votes[who] - won * quota for who, won in seats.items()}
            seats = {who: won + (rests[who] >= share * quota) for who, won in seats.items()}
        place: tuple[str, Tier] = (where, count.tier)
        count = replace(count, quotas={**count.quotas, where: quota})
        count = count.with_more_seats(place, seats).with_ties(result.ties)
        text = f"a quota is {float(quota):,.2f} votes; {sum(seats.values())} of {house} seats given"
        return count.saying(self.name, text, where)

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the whole quotas of every constituency in every draw."""
        votes = count.contenders
        total = count.valid_votes if self.of == "valid-votes" else votes.sum(axis=2)
        above, below = self._quota.draws(total, count.magnitudes)
        whole = votes * below[..., np.newaxis] // above[..., np.newaxis]
        given = np.minimum(count.magnitudes, whole.sum(axis=2))
        seats = kernel.largest_remainder(votes, given, (above, below), count.ties)
        if (share := self.one_more_from) is not None:
            rest = votes * below[..., np.newaxis] - seats * above[..., np.newaxis]
            enough = rest * share.denominator >= above[..., np.newaxis] * share.numerator
            seats = seats + enough
        count = replace(count, quotas=(above, below))
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats))
