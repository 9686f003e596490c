"""Laws with candidates and lists, counted exactly and by draws."""

from __future__ import annotations

from collections.abc import Mapping
from unittest import mock

import numpy as np
import pytest
from levelling_cases import FirstInOrder, places_of

from formateur.errors import LawError
from formateur.law import Allocation, BallotDraws, Ballots, ElectionFacts, Rules, allocate
from formateur.law.count_draws import Array

Votes = Mapping[str, Mapping[str, int]]


def arrays(ballots: Ballots) -> BallotDraws:
    """The ballots as one draw."""

    def table(votes: Votes) -> Array:
        rows = [[own.get(party, 0) for party in ballots.parties] for own in votes.values()]
        return np.array([rows], dtype=np.int64)

    return BallotDraws(
        parties=ballots.parties,
        constituencies=tuple(ballots.lists),
        lists=table(ballots.lists),
        races=tuple(ballots.candidates),
        candidates=table(ballots.candidates) if ballots.candidates else None,
    )


def counted(made: Rules, lists: Votes, candidates: Votes, facts: ElectionFacts) -> Allocation:
    """Count exactly, and see that the draws say the same: seats, or that there is no result."""
    ballots = Ballots(lists=lists, candidates=candidates)
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            allocation = allocate(made, ballots, facts)
        except LawError:
            with pytest.raises(LawError):
                places_of(made, arrays(ballots), facts)
            raise
    assert places_of(made, arrays(ballots), facts) == allocation.places
    return allocation


def told_by(allocation: Allocation, step: str) -> list[str]:
    """What one step says of itself."""
    return [line.text for line in allocation.trace if line.step == step]
