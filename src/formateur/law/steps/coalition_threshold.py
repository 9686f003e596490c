"""Thresholds of coalitions: their lists bid as one, and small lists bring votes but no seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from pydantic.dataclasses import dataclass

from formateur.law.count import Count, named
from formateur.law.count_draws import CountDraws
from formateur.law.election_facts import Alliance
from formateur.law.step import Stage
from formateur.law.ties import Contender
from formateur.law.values import CLOSED, Share, percent


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class CoalitionThreshold:
    """Join the lists of coalitions that reach a threshold, and drop lists that miss theirs.

    A coalition needs its share of all valid votes and one list that reaches the share of a list.
    Seats go to lists that do; lists that reach only a smaller share bring the coalition their
    votes. In a coalition that misses its share every list stands alone. Lists that no threshold
    applies to (`ElectionFacts.exempt`) reach every share of a list.

    Attributes
    ----------
    share
        Share of the votes that a list needs to win seats.
    coalition
        Share of the votes that a coalition needs.
    counts
        Share of the votes with which a list counts for its coalition.
    """

    name: ClassVar[str] = "coalition-threshold"
    stage: ClassVar[Stage] = "join"

    share: Share
    coalition: Share
    counts: Share

    @property
    def label(self) -> str:
        """Name for people."""
        return f"threshold {percent(self.share)}, for coalitions {percent(self.coalition)}"

    def exact(self, count: Count) -> Count:
        """Join the lists of coalitions that stand, and keep the other lists that win seats."""
        votes = count.national_votes
        wins = self._reaching(count, votes, self.share)
        counting = self._reaching(count, votes, self.counts)
        stand: dict[Contender, Alliance] = {}
        for one in count.facts.alliances:
            figure = sum(votes[name,] for name in one if name in counting)
            winners = tuple(name for name in one if name in wins)
            if winners and figure >= self.coalition * count.valid_votes:
                stand[winners] = tuple(name for name in one if name in counting)
                text = f"{named(one)}: a coalition with {figure:,} votes that count"
                count = count.saying(self.name, text)
        below = [who[0] for who in votes if who[0] not in wins]
        for name in below:
            own = float(100 * Fraction(votes[name,], count.valid_votes))
            count = count.saying(self.name, f"{name}: {own:.4g} %, no seats")
        return replace(
            count,
            contenders={
                where: _joined(own, wins, stand) for where, own in count.contenders.items()
            },
            below=(*count.below, *below),
            lapsed=tuple(
                one
                for one in count.facts.every_alliance
                if not any(set(winners) <= set(one) for winners in stand)
            ),
        )

    def _reaching(self, count: Count, votes: Mapping[Contender, int], share: Fraction) -> set[str]:
        """Return the lists that reach a share of the valid votes, and those exempt."""
        needed, exempt = share * count.valid_votes, count.facts.exempt
        return {who[0] for who, own in votes.items() if own and (own >= needed or who[0] in exempt)}

    def draws(self, count: CountDraws) -> CountDraws:
        """Join and drop in every draw; a coalition bids in the column of its first winner."""
        wins, counting = (self._reached(count, one) for one in (self.share, self.counts))
        contenders = np.where(wins[:, np.newaxis], count.contenders, 0)
        joined = []
        needed = count.valid_votes.sum(axis=1) * self.coalition.numerator
        for alliance in count.facts.alliances:
            names = tuple(count.parties.index(one) for one in alliance if one in count.parties)
            columns = np.array(names, dtype=np.int64)
            own = np.where(counting[:, np.newaxis, columns], count.contenders[..., columns], 0)
            stands = own.sum(axis=(1, 2)) * self.coalition.denominator >= needed
            winners = wins[:, columns] & stands[:, np.newaxis]
            first = np.arange(len(columns)) == winners.argmax(axis=1)[:, np.newaxis]
            together = np.where(first[:, np.newaxis], own.sum(axis=2, keepdims=True), 0)
            one = winners.any(axis=1)[:, np.newaxis, np.newaxis]
            contenders[..., columns] = np.where(one, together, contenders[..., columns])
            places = np.ones((1, len(count.constituencies), 1), dtype=np.bool_)
            joined.append((names, winners[:, np.newaxis] & places))
        return replace(count, contenders=contenders, joined=tuple(joined))

    def _reached(self, count: CountDraws, share: Fraction) -> NDArray[np.bool_]:
        """Return who reaches a share of the valid votes, bool, shape (draws, parties)."""
        exempt = np.array([party in count.facts.exempt for party in count.parties])
        own = count.contenders.sum(axis=1)
        needed = count.valid_votes.sum(axis=1)[:, np.newaxis] * share.numerator
        reached: NDArray[np.bool_] = own * share.denominator >= needed
        reached |= exempt & (own > 0)
        return reached


def _joined(
    votes: Mapping[Contender, int], wins: set[str], stand: Mapping[Contender, Alliance]
) -> dict[Contender, int]:
    """Return the contenders of one constituency: coalitions, and lists that win alone."""
    coalition_of = {name: winners for winners in stand for name in winners}
    contenders: dict[Contender, int] = {}
    for who, own in votes.items():
        if who[0] not in wins:
            continue
        winners = coalition_of.get(who[0], who)
        counted = stand.get(winners)
        contenders[winners] = own if counted is None else sum(votes.get((n,), 0) for n in counted)
    return contenders
