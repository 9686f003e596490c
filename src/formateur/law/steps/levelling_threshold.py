"""The threshold for levelling seats: who misses it keeps what it has won, and gets no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

import numpy as np
from numpy.typing import NDArray
from pydantic import Field
from pydantic.dataclasses import dataclass

from formateur.law.count import Count
from formateur.law.count_draws import CountDraws
from formateur.law.step import Stage
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, percent


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class LevellingThreshold(Threshold):
    """Drop the lists that may not win levelling seats, and the candidates without a list.

    Written like ``threshold``, with one key more.

    Attributes
    ----------
    or_votes_per_seat_in_regions
        Number of regions in which a list has at least as many votes as were cast per seat of the
        constituencies there, and is in whatever its share of the country is.
    """

    name: ClassVar[str] = "levelling-threshold"
    stage: ClassVar[Stage] = "qualify"

    or_votes_per_seat_in_regions: Annotated[int, Field(ge=1, le=99)] | None = None

    @property
    def label(self) -> str:
        """Name for people."""
        return f"levelling seats from {percent(self.share)}"

    def exact(self, count: Count) -> Count:
        """Keep the lists that reach the threshold."""
        lists: dict[str, dict[Contender, int]] = {
            where: {
                who: own for who, own in votes.items() if who[0] not in count.facts.independents
            }
            for where, votes in count.contenders.items()
        }
        kept = super().exact(replace(count, contenders=lists))
        return replace(kept, below=count.below)

    def saved(self, count: Count) -> set[Contender]:
        """Return the contenders that are in whatever their share is."""
        saved = super().saved(count)
        if (enough := self.or_votes_per_seat_in_regions) is None:
            return saved
        reached: dict[Contender, int] = {}
        for region in self._regions(count):
            votes: dict[Contender, int] = {}
            for where in region:
                for who, own in count.contenders[where].items():
                    votes[who] = votes.get(who, 0) + own
            seats = sum(count.magnitudes[where] for where in region)
            cast = sum(map(count.valid_votes_in, region))
            for who, own in votes.items():
                reached[who] = reached.get(who, 0) + (own * seats >= cast)
        return saved | {who for who, regions in reached.items() if regions >= enough}

    def _regions(self, count: Count) -> list[list[str]]:
        """Return the constituencies of each region."""
        regions: dict[str, list[str]] = {}
        for where in count.contenders:
            regions.setdefault(count.facts.region_of.get(where, where), []).append(where)
        return list(regions.values())

    def draws(self, count: CountDraws) -> CountDraws:
        """Set the votes of those who miss the threshold, or have no list, to 0."""
        lists = np.array([name not in count.facts.independents for name in count.parties])
        return super().draws(replace(count, contenders=count.contenders * lists))

    def saved_draws(self, count: CountDraws) -> NDArray[np.bool_]:
        """Return who is in whatever its share is, bool, shape (draws, parties)."""
        saved = super().saved_draws(count)
        if (enough := self.or_votes_per_seat_in_regions) is None:
            return saved
        names = np.array([count.facts.region_of.get(one, one) for one in count.constituencies])
        reached = np.zeros(saved.shape, dtype=np.int64)
        for region in np.unique(names):
            inside = names == region
            votes = count.contenders[:, inside].sum(axis=1)
            seats, cast = (
                one[:, inside].sum(axis=1, keepdims=True)
                for one in (count.magnitudes, count.valid_votes)
            )
            reached += votes * seats >= cast
        return saved | (reached >= enough)
