"""Laws made for a test of levelling seats, counted exactly and by draws."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from unittest import mock

import numpy as np
import pytest

from formateur.errors import LawError
from formateur.law import (
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    Rules,
    Statute,
    allocate,
    count_draws,
)
from formateur.law.step import Step
from formateur.law.ties import TieRule

DAY = date(2000, 1, 1)
Votes = Mapping[str, Mapping[str, int]]
Places = dict[tuple[str, str], dict[str, int]]


class FirstInOrder:
    """Lots that always fall on the first, as the kernel has it."""

    def permutation(self, number: int) -> list[int]:
        return list(range(number))


def rules(steps: tuple[Step, ...], seats: int, ties: TieRule = "lot") -> Rules:
    return Rules(
        law="made-up",
        name="Made up",
        country="xx",
        chamber="House",
        day=DAY,
        seats=seats,
        steps=steps,
        ties=ties,
        sources=(Statute("seats", "none", DAY),),
        limits="",
    )


def counted(made: Rules, lists: Votes, facts: ElectionFacts) -> Allocation:
    """Count exactly, and see that the draws say the same: seats, or that there is no result."""
    ballots = Ballots(lists=lists)
    parties = ballots.parties
    votes = [[own.get(party, 0) for party in parties] for own in lists.values()]
    one = np.array([votes], dtype=np.int64)
    draws = BallotDraws(parties=parties, constituencies=tuple(lists), lists=one)
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            allocation = allocate(made, ballots, facts)
        except LawError:
            with pytest.raises(LawError):
                count_draws(made, draws, facts)
            raise
    assert places_of(made, draws, facts) == allocation.places
    return allocation


def places_of(made: Rules, draws: BallotDraws, facts: ElectionFacts) -> Places:
    """Count one draw and return its seats as an allocation has them."""
    count = count_draws(made, draws, facts)
    found: Places = {}
    for tier, seats in count.seats.items():
        for place, party in np.argwhere(seats.won[0]).tolist():
            here = found.setdefault((seats.places[place], tier), {})
            here[count.parties[party]] = int(seats.won[0, place, party])
    return found
