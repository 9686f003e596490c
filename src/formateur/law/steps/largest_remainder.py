"""Largest remainder with the Hare quota: whole quotas first, then the largest rests."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from formateur.law.count import Count, CountDraws, Stage


@dataclass(frozen=True, slots=True)
class LargestRemainderHare:
    """Quota = votes of all contenders over the seats of the house, not rounded."""

    name: str = "largest-remainder:hare"
    label: str = "largest remainder with the Hare quota"
    stage: Stage = "allocate"

    def exact(self, count: Count) -> Count:
        """Give out the house among the contenders."""
        total = sum(count.contenders.values())
        seats, rests = {}, {}
        for who, votes in count.contenders.items():
            seats[who], rests[who] = divmod(votes * count.house, total)
        left = count.house - sum(seats.values())
        ranked = sorted(rests, key=lambda who: -rests[who])
        winners, ties = tuple(ranked[:left]), count.ties
        if left and rests[ranked[left - 1]] == rests[ranked[left]]:
            cut = rests[ranked[left]]
            safe = tuple(who for who in winners if rests[who] > cut)
            level = [who for who in rests if rests[who] == cut]
            tie = count.tie_break.resolve(level, count.contenders, left - len(safe))
            winners, ties = (*safe, *tie.winners), (*ties, tie)
        held = {who: whole + (who in winners) for who, whole in seats.items()}
        return replace(count, seats=held, ties=ties)

    def draws(self, count: CountDraws) -> CountDraws:
        """Give out the house in every draw; for lots, the first in list order wins."""
        votes = count.contenders
        total = votes.sum(axis=1, keepdims=True)
        seats, rests = np.divmod(votes * count.house, total)
        left = count.house - seats.sum(axis=1, keepdims=True)
        second = -votes if count.ties == "more-votes" else np.zeros_like(votes)
        order = np.lexsort((second, -rests), axis=1)
        # a permutation sorted is its inverse: the rank of every column
        ranks = np.argsort(order, axis=1)
        return replace(count, seats=seats + (ranks < left))
