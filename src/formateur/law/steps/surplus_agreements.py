"""Surplus agreements: two lists bid for seats as one, and then share what they got."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from formateur.law.count import Count, CountDraws, Stage
from formateur.law.divisors import Divisors
from formateur.law.steps.highest_averages import apportion, apportion_draws
from formateur.law.ties import Contender


@dataclass(frozen=True, slots=True)
class JoinSurplusAgreements:
    """Make one contender of two lists; an agreement lapses when either of them is out."""

    name: str = "join-surplus-agreements"
    stage: Stage = "join"

    def exact(self, count: Count) -> Count:
        """Join the lists of every agreement that holds, in the place of the first of them."""
        own = count.contenders
        holds = [all(own.get((name,)) for name in pair) for pair in count.agreements]
        pairs = {pair[0]: pair for pair, held in zip(count.agreements, holds, strict=True) if held}
        gone = {second for _, second in pairs.values()}
        joined = [pairs.get(who[0], who) for who in own if who[0] not in gone]
        return replace(
            count,
            contenders={who: sum(own[name,] for name in who) for who in joined},
            lapsed=tuple(pair for pair in count.agreements if pair not in pairs.values()),
        )

    def draws(self, count: CountDraws) -> CountDraws:
        """Move the votes of the second list to the first where both are in."""
        contenders = count.contenders.copy()
        for one, other in count.pairs:
            moved = np.where(contenders[:, one] > 0, contenders[:, other], 0)
            contenders[:, one] += moved
            contenders[:, other] -= moved
        return replace(count, contenders=contenders)


@dataclass(frozen=True, slots=True)
class SplitSurplusAgreements:
    """Share the seats of joined lists between the two by one divisor sequence."""

    divisor: Divisors
    stage: Stage = "split"

    @property
    def name(self) -> str:
        """Name in a law file."""
        return f"split-surplus-agreements:{self.divisor.name}"

    def exact(self, count: Count) -> Count:
        """Replace every pair of lists by the two."""
        seats: dict[Contender, int] = {}
        ties = list(count.ties)
        for who, won in count.seats.items():
            votes: dict[Contender, int] = {(one,): count.votes[one] for one in who}
            shared, tie = apportion(votes, won, self.divisor, count.tie_break)
            seats.update(shared)
            if tie is not None:
                ties.append(tie)
        return replace(count, seats=seats, ties=tuple(ties))

    def draws(self, count: CountDraws) -> CountDraws:
        """Share what stands in the column of the first list, where the two were joined."""
        seats = count.seats.copy()
        for one, other in count.pairs:
            rows = np.flatnonzero(count.contenders[:, one] > count.votes[:, one])
            cells = np.ix_(rows, np.array([one, other]))
            seats[cells] = apportion_draws(
                count.votes[cells], seats[rows, one], self.divisor, count.ties
            )
        return replace(count, seats=seats)
