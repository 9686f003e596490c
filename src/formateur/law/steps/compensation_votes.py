"""Compensation votes: what won no seat on the candidate ballot counts again for the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from formateur.errors import LawError
from formateur.law.count import Count
from formateur.law.count_draws import Array, CountDraws
from formateur.law.step import Stage


@dataclass(frozen=True, slots=True)
class CompensationVotes:
    """Add the votes of candidates that were not needed to win a seat to those of their lists.

    They are all votes of a candidate who lost, and those votes of a winner that exceed what the
    runner-up would have needed to draw ahead of him: his own less those of the runner-up less
    one. Candidates whose party has no list that is still in, and independents, add nothing.
    """

    name: str = "compensation-votes"
    label: str = "compensation votes"
    stage: Stage = "weigh"

    def exact(self, count: Count) -> Count:
        """Add the compensation votes to the votes of the lists that are still in."""
        if not count.ballots.candidates:
            raise self._missing("the votes of the candidates", "the candidate ballot")
        races = len(count.ballots.candidates)
        if sum(count.magnitudes.values()) + races > count.house:
            raise self._missing("the seats of the lists", "facts.list_seats of a case")
        added: dict[str, int] = {}
        for where, votes in count.ballots.candidates.items():
            won = count.seats.get((where, "constituency"), {})
            for party, unused in _unused(votes, {who[0] for who in won}).items():
                added[party] = added.get(party, 0) + unused
        contenders = {
            where: {who: own + added.get(who[0], 0) for who, own in lists.items() if own}
            for where, lists in count.contenders.items()
        }
        for where, totals in contenders.items():
            for who, total in totals.items():
                text = f"{who[0]}: {added.get(who[0], 0):,} compensation votes, {total:,} in all"
                count = count.saying(self.name, text, where)
        return replace(count, contenders=contenders)

    def draws(self, count: CountDraws) -> CountDraws:
        """Add the compensation votes in every draw."""
        candidates = count.ballots.candidates
        if candidates is None:
            raise self._missing("the votes of the candidates", "the candidate ballot")
        if (count.magnitudes.sum(axis=1) + candidates.shape[1] > count.house).any():
            raise self._missing("the seats of the lists", "facts.list_seats of a case")
        won = count.seats["constituency"].won > 0
        runner_up: Array = np.where(won, 0, candidates).max(axis=2, keepdims=True)
        needed = np.where(won, np.minimum(candidates, runner_up + 1), 0)
        added = (candidates - needed).sum(axis=1)[:, np.newaxis, :]
        contenders = np.where(count.contenders > 0, count.contenders + added, 0)
        return replace(count, contenders=contenders)

    def _missing(self, what: str, where: str) -> LawError:
        return LawError(self.name, "", f"{what} are not given", f"Give them: {where}")


def _unused(votes: Mapping[str, int], winners: set[str]) -> dict[str, int]:
    """Return the votes of one constituency that won nothing, by party."""
    runner_up = max((own for party, own in votes.items() if party not in winners), default=0)
    return {
        party: max(own - runner_up - 1, 0) if party in winners else own
        for party, own in votes.items()
    }
