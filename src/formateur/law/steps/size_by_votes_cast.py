"""Sizes by votes cast: a constituency gets the more seats, the more of its voters turned out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from formateur.law import apportionment, kernel
from formateur.law.ballots import NATIONAL
from formateur.law.count import Count
from formateur.law.count_draws import CountDraws
from formateur.law.quotas import Quota
from formateur.law.step import Stage
from formateur.law.ties import Contender, TieBreak


@dataclass(frozen=True, slots=True)
class SizeByVotesCast:
    """Share the house between the constituencies by their valid votes and the largest remainders.

    Equal remainders of constituencies are decided by lot, whatever the law says of lists.
    """

    quota: Quota
    stage: Stage = "size"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"size-by-votes-cast:{self.quota.name}"

    def exact(self, count: Count) -> Count:
        """Work out the seats of every constituency."""
        cast: dict[Contender, int] = {
            (where,): count.valid_votes_in(where) for where in count.contenders
        }
        quota = self.quota.exact(sum(cast.values()), count.house)
        lots = TieBreak("lot", count.tie_break.lots)
        result = apportionment.largest_remainder(cast, count.house, quota, lots, where=NATIONAL)
        for (where,), seats in result.seats.items():
            text = f"{seats} seats for {cast[where,]:,} valid votes"
            count = count.saying(self.name, text, where)
        sizes = {where: seats for (where,), seats in result.seats.items()}
        return replace(count, magnitudes=sizes).with_ties(result.ties)

    def draws(self, count: CountDraws) -> CountDraws:
        """Work out the seats of every constituency in every draw."""
        cast = count.valid_votes
        house = np.full(len(cast), count.house, dtype=np.int64)
        quota = self.quota.draws(cast.sum(axis=1), house)
        return replace(count, magnitudes=kernel.largest_remainder(cast, house, quota, "lot"))
