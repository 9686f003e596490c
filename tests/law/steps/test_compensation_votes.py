"""Compensation votes and the preferential quota of Hungary's minority lists."""

from __future__ import annotations

from datetime import date
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formateur.errors import LawError
from formateur.law import (
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    allocate,
    count_draws,
    load_law,
)

RULES = load_law("hu-national-assembly").on(date(2018, 4, 8))
PARTIES = ("a", "b", "c", "minority", "independent")
RACES = ("one", "two", "three")
LIST_SEATS = {"national": 93}


class FirstInOrder:
    def permutation(self, number: int) -> range:
        return range(number)


def counted(
    lists: dict[str, int], races: dict[str, dict[str, int]], facts: ElectionFacts
) -> Allocation:
    return allocate(RULES, Ballots(lists={"national": lists}, candidates=races), facts)


def told(allocation: Allocation, step: str) -> list[str]:
    return [line.text for line in allocation.trace if line.step == step]


def test_losers_and_the_winners_surplus_count_again() -> None:
    races = {
        "one": {"a": 100, "b": 60, "independent": 40},
        "two": {"b": 50, "a": 20, "small": 10},
    }
    lists = {"a": 500, "b": 500, "small": 10}
    allocation = counted(lists, races, ElectionFacts(list_seats=LIST_SEATS))
    assert told(allocation, "compensation-votes") == [
        "a: 59 compensation votes, 559 in all",  # 100 - 60 - 1, and the 20 of the loser
        "b: 89 compensation votes, 589 in all",  # 60, and 50 - 20 - 1
    ]


def test_the_threshold_looks_at_list_votes_alone() -> None:
    races = {"one": {"a": 10, "small": 9_000}}
    allocation = counted({"a": 960, "small": 40}, races, ElectionFacts(list_seats=LIST_SEATS))
    assert allocation.seats == {"a": 93, "small": 1}
    assert allocation.below_threshold == ("small",)


def test_a_tied_winner_and_a_sole_candidate_have_a_surplus_too() -> None:
    races = {"one": {"a": 30, "b": 30}, "two": {"a": 7}}
    allocation = counted({"a": 500, "b": 500}, races, ElectionFacts(list_seats=LIST_SEATS))
    winner = next(iter(allocation.places["one", "constituency"]))
    texts = told(allocation, "compensation-votes")
    assert texts[0].startswith(f"a: {6 + 30 * (winner == 'b')} compensation votes")


def test_a_minority_wins_a_seat_with_a_quarter_of_the_quota() -> None:
    """All votes are 93 * 400, so that a quarter of the quota is 100."""
    races = {"one": {"a": 5, "b": 4}}
    votes = {"a": 33_997, "b": 3_000, "enough": 100, "short": 99}
    facts = ElectionFacts(list_seats=LIST_SEATS, exempt=frozenset({"enough", "short"}))
    allocation = counted(votes, races, facts)
    assert allocation.places["national", "list"]["enough"] == 1
    assert allocation.seats["short"] == 0
    assert sum(allocation.places["national", "list"].values()) == 93
    assert told(allocation, "preferential-quota") == [
        "enough wins a seat with 100 votes; the preferential quota is 100",
        "short wins no seat with 99 votes; the preferential quota is 100",
    ]


def test_votes_of_candidates_are_needed() -> None:
    facts = ElectionFacts(direct_seats={"a": 106}, list_seats=LIST_SEATS)
    with pytest.raises(LawError, match="votes of the candidates"):
        allocate(RULES, Ballots.nationwide({"a": 1000}), facts)


def test_seats_of_lists_are_needed() -> None:
    with pytest.raises(LawError, match="seats of the lists"):
        counted({"a": 1000}, {"one": {"a": 5}}, ElectionFacts())


def test_more_minority_lists_than_seats_are_refused() -> None:
    facts = ElectionFacts(list_seats={"national": 1}, exempt=frozenset({"x", "y"}))
    races = {"one": {"a": 5}}
    with pytest.raises(LawError, match="more lists of minorities"):
        counted({"x": 100, "y": 100, "a": 100}, races, facts)


VOTES = st.one_of(st.integers(0, 9), st.integers(0, 3_000_000))


@given(
    lists=st.lists(VOTES, min_size=5, max_size=5).filter(lambda row: row[0] > 0),
    races=st.lists(st.lists(VOTES, min_size=5, max_size=5), min_size=3, max_size=3),
)
def test_draws_mean_the_same(lists: list[int], races: list[list[int]]) -> None:
    facts = ElectionFacts(
        list_seats=LIST_SEATS,
        exempt=frozenset({"minority"}),
        not_lists=frozenset({"independent"}),
        members={"b": 2},
    )
    ballots = Ballots(
        lists={"national": dict(zip(PARTIES, lists, strict=True))},
        candidates={
            race: dict(zip(PARTIES, votes, strict=True))
            for race, votes in zip(RACES, races, strict=True)
        },
    )
    draws = BallotDraws(
        parties=PARTIES,
        constituencies=("national",),
        lists=np.array([[lists]]),
        races=RACES,
        candidates=np.array([races]),
    )
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            exact = allocate(RULES, ballots, facts)
        except LawError as error:
            with pytest.raises(LawError, match=error.reason[:15]):
                count_draws(RULES, draws, facts)
            return
    assert count_draws(RULES, draws, facts).totals[0].tolist() == list(exact.seats.values())
