"""What every built-in law must satisfy on the votes of real elections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from law_cases import GOLDEN, golden

from formateur.law import Allocation, Ballots, allocate
from formateur.law.ballots import VotesByConstituency

each_election = pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
ROUNDED = {"sk-national-council", "cz-chamber-of-deputies", "ch-zurich-cantonal-council"}
"""Laws that round a quota or a number of voters: a multiple of the votes may round otherwise."""


def mapped(
    ballots: Ballots, change: Callable[[VotesByConstituency], VotesByConstituency]
) -> Ballots:
    return Ballots(lists=change(ballots.lists), candidates=change(ballots.candidates))


def won(allocation: Allocation) -> dict[tuple[str, str, str], int]:
    return {
        (where, tier, party): seats
        for (where, tier), held in allocation.places.items()
        for party, seats in held.items()
    }


@each_election
def test_three_times_the_votes_are_the_same_seats(path: Path) -> None:
    case = golden(path)
    if case.rules.law in ROUNDED:
        pytest.skip("the law rounds")
    tripled = mapped(
        case.ballots,
        lambda table: {
            where: {party: 3 * own for party, own in votes.items()}
            for where, votes in table.items()
        },
    )
    facts = replace(
        case.facts,
        valid_votes=None if case.facts.valid_votes is None else 3 * case.facts.valid_votes,
        votes_for_lists=(
            None if case.facts.votes_for_lists is None else 3 * case.facts.votes_for_lists
        ),
    )
    if "hu-" in case.rules.law:
        pytest.skip("the winner needs one vote more than the second, whatever the turnout")
    assert won(allocate(case.rules, tripled, facts)) == won(
        allocate(case.rules, case.ballots, case.facts)
    )


@each_election
def test_order_of_parties_and_constituencies_does_not_matter(path: Path) -> None:
    case = golden(path)
    turned = mapped(
        case.ballots,
        lambda table: {
            where: dict(reversed(list(votes.items())))
            for where, votes in reversed(list(table.items()))
        },
    )
    before = allocate(case.rules, case.ballots, case.facts)
    assert not before.ties
    assert won(allocate(case.rules, turned, case.facts)) == won(before)
