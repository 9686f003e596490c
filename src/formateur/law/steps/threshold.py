"""The threshold: a list with fewer than a share of the valid votes is out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from formateur.law.count import Count, CountDraws, Stage


@dataclass(frozen=True, slots=True)
class Threshold:
    """A list exactly at the threshold is in."""

    name: str = "threshold"
    stage: Stage = "qualify"

    def exact(self, count: Count) -> Count:
        """Keep the contenders that reach the threshold."""
        needed = count.threshold * count.valid_votes
        kept = {who: votes for who, votes in count.contenders.items() if votes >= needed}
        return replace(count, contenders=kept)

    def draws(self, count: CountDraws) -> CountDraws:
        """Set the votes of those who miss the threshold to 0."""
        share = count.threshold
        reached = count.contenders * share.denominator >= (
            count.valid_votes[:, np.newaxis] * share.numerator
        )
        return replace(count, contenders=np.where(reached, count.contenders, 0))
