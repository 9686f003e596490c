"""Personal mandates: a candidate without a list needs a quota of his own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from formateur.errors import LawError
from formateur.law.count import Count, Tier
from formateur.law.count_draws import CountDraws, TierSeats
from formateur.law.quotas import Quota
from formateur.law.step import Stage
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class PersonalMandates:
    """Elect every independent candidate with a quota of the valid votes of a constituency.

    Elected or not, independents take no further part. The personal mandates of candidates on
    lists are among the seats that their lists win by whole quotas.
    """

    quota: Quota
    stage: Stage = "elect"
    label: str = ""

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"personal-mandates:{self.quota.name}"

    def exact(self, count: Count) -> Count:
        """Elect the independents of every constituency that reach the quota."""
        self._check_sizes(count.magnitudes)
        lists: dict[str, Mapping[Contender, int]] = {}
        for where, votes in count.contenders.items():
            alone = [who for who in votes if count.facts.independents.issuperset(who)]
            lists[where] = {who: own for who, own in votes.items() if who not in alone}
            quota = self.quota.exact(count.valid_votes_in(where), count.magnitudes[where])
            elected = {who: 1 for who in alone if votes[who] >= quota}
            place: tuple[str, Tier] = (where, count.tier)
            count = count.with_more_seats(place, elected)
            for who in elected:
                count = count.saying(self.name, f"{who[0]} is elected with {votes[who]:,}", where)
        return replace(count, contenders=lists)

    def draws(self, count: CountDraws) -> CountDraws:
        """Elect the independents that reach the quota in every draw."""
        self._check_sizes(
            dict(zip(count.constituencies, count.magnitudes.min(axis=0), strict=True))
        )
        alone = np.array([name in count.facts.independents for name in count.parties])
        above, below = self.quota.draws(count.valid_votes, count.magnitudes)
        reached = count.contenders * below[..., np.newaxis] >= above[..., np.newaxis]
        seats = (reached & alone).astype(np.int64)
        count = replace(count, contenders=np.where(alone, 0, count.contenders))
        return count.with_more_seats(count.tier, TierSeats(count.constituencies, seats))

    def _check_sizes(self, sizes: Mapping[str, int]) -> None:
        """Refuse constituencies without seats: nothing before this step asks for them."""
        missing = [where for where, seats in sizes.items() if not seats]
        if missing:
            raise LawError(
                self.name,
                "",
                f"the number of seats of {missing[0]!r} is not known",
                "Give the seats of every constituency (facts.magnitudes of a case)",
            )
