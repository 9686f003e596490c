"""The preferential quota: lists of national minorities win a first seat for less."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from pydantic.dataclasses import dataclass

from formateur.errors import LawError
from formateur.law.count import Count
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, Share


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class PreferentialQuota:
    """Give one seat to every minority list with a share of the quota; the others are out.

    The quota is the votes of all lists that are still in over the seats, and its share is rounded
    down. Lists of minorities are those that no threshold applies to (`ElectionFacts.exempt`).

    Attributes
    ----------
    share
        Share of the quota that a minority list needs.
    """

    name: ClassVar[str] = "preferential-quota"
    stage: ClassVar[Stage] = "qualify"

    share: Share

    @property
    def label(self) -> str:
        """Name for people."""
        return f"minority lists with {self.share} of the quota"

    def exact(self, count: Count) -> Count:
        """Give out the seats of minorities; the other lists share what is left."""
        for where, votes in count.contenders.items():
            minorities = [who for who in votes if who[0] in count.facts.exempt]
            if minorities:
                count = self._in_constituency(count, where, minorities)
        return count

    def _in_constituency(self, count: Count, where: str, minorities: list[Contender]) -> Count:
        votes, seats = count.contenders[where], count.magnitudes[where]
        quota = sum(votes.values()) * self.share // max(seats, 1)
        won = {who: 1 for who in minorities if votes[who] >= max(quota, 1)}
        self._check(len(won), seats)
        for who in minorities:
            told = "wins a seat with" if who in won else "wins no seat with"
            text = f"{who[0]} {told} {votes[who]:,} votes; the preferential quota is {quota:,}"
            count = count.saying(self.name, text, where)
        others = {who: own for who, own in votes.items() if who not in minorities}
        return replace(
            count.with_more_seats((where, count.tier), won),
            contenders={**count.contenders, where: others},
            magnitudes={**count.magnitudes, where: seats - len(won)},
        )

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the seats of minorities in every draw."""
        minority = np.array([party in count.facts.exempt for party in count.parties])
        total, seats = count.contenders.sum(axis=2), np.maximum(count.magnitudes, 1)
        quota = total * self.share.numerator // (seats * self.share.denominator)
        needed = np.maximum(quota, 1)[..., np.newaxis]
        won = ((count.contenders >= needed) & minority).astype(np.int64)
        left = count.magnitudes - won.sum(axis=2)
        if left.size and left.min() < 0:
            self._check(1, 0)
        return replace(
            count.with_more_seats(count.tier, TierSeats(count.constituencies, won)),
            contenders=np.where(minority, 0, count.contenders),
            magnitudes=left,
        )

    def _check(self, winners: int, seats: int) -> None:
        """Refuse more winners than seats."""
        if winners > seats:
            raise LawError(
                self.name,
                "",
                "more lists of minorities reach the preferential quota than there are seats",
                "Check the votes, the seats and the minority lists; the law has no rule for it",
            )
