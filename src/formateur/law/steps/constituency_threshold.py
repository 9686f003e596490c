"""The threshold of a constituency: who misses a share of its votes wins no seat there."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from pydantic.dataclasses import dataclass

from formateur.law.count import Count, named
from formateur.law.count_draws import CountDraws
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, Share, percent


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class ConstituencyThreshold:
    """Drop the lists that miss a share of the votes of a constituency, there or everywhere.

    Attributes
    ----------
    share
        Share of the valid votes of the constituency; a list exactly at it is in.
    once_is_enough
        Whether a list that reaches it in one constituency takes part in all of them.
    or_in_country
        Share of the valid votes of the country with which a list takes part everywhere.
    """

    name: ClassVar[str] = "constituency-threshold"
    stage: ClassVar[Stage] = "qualify"

    share: Share
    once_is_enough: bool = False
    or_in_country: Share | None = None

    @property
    def label(self) -> str:
        """Name for people."""
        return f"threshold {percent(self.share)} of a constituency"

    def exact(self, count: Count) -> Count:
        """Keep the contenders that reach the threshold."""
        reached = {
            where: {
                who
                for who, number in votes.items()
                if number >= self.share * count.valid_votes_in(where)
            }
            for where, votes in count.contenders.items()
        }
        everywhere = self._everywhere(count)
        reached = {where: here | everywhere for where, here in reached.items()}
        anywhere = {who for here in reached.values() for who in here}
        kept = {}
        for where, votes in count.contenders.items():
            stays = anywhere if self.once_is_enough else reached[where]
            kept[where] = {who: number for who, number in votes.items() if who in stays}
            for who in (who for who in votes if who not in stays):
                text = f"{named(who)}: {votes[who]:,} votes, below {percent(self.share)}"
                count = count.saying(self.name, text, where)
        below = [who[0] for who in count.national_votes if who not in anywhere]
        return replace(count, contenders=kept, below=(*count.below, *below))

    def _everywhere(self, count: Count) -> set[Contender]:
        """Return who has the votes in the country to take part in every constituency."""
        if self.or_in_country is None:
            return set()
        needed = self.or_in_country * count.valid_votes
        return {who for who, number in count.national_votes.items() if number >= needed}

    def draws(self, count: CountDraws) -> CountDraws:
        """Set the votes of those who miss the threshold to 0."""
        needed = count.valid_votes[..., np.newaxis] * self.share.numerator
        reached = count.contenders * self.share.denominator >= needed
        if (share := self.or_in_country) is not None:
            own = count.contenders.sum(axis=1, keepdims=True) * share.denominator
            reached |= own >= count.valid_votes.sum(axis=1)[:, None, None] * share.numerator
        if self.once_is_enough:
            reached = np.broadcast_to(reached.any(axis=1, keepdims=True), reached.shape)
        return replace(count, contenders=np.where(reached, count.contenders, 0))
