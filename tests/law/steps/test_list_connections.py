"""List connections and sub-connections of the Swiss National Council."""

from __future__ import annotations

from datetime import date
from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from formateur.law import (
    Allocation,
    BallotDraws,
    Ballots,
    ElectionFacts,
    allocate,
    count_draws,
    load_law,
)

RULES = load_law("ch-nationalrat").on(date(2023, 10, 22))
LISTS = ("a", "b", "c", "d", "e", "f")


class FirstInOrder:
    def permutation(self, number: int) -> range:
        return range(number)


def counted(votes: dict[str, int], facts: ElectionFacts) -> Allocation:
    return allocate(RULES, Ballots(lists={"SZ": votes}), facts)


def test_connected_lists_get_a_seat_that_none_would_win_alone() -> None:
    votes = {"a": 600, "b": 260, "c": 140}
    facts = ElectionFacts(magnitudes={"SZ": 5})
    assert counted(votes, facts).seats == {"a": 4, "b": 1, "c": 0}
    connected = ElectionFacts(magnitudes={"SZ": 5}, alliances_in={"SZ": (("b", "c"),)})
    assert counted(votes, connected).seats == {"a": 3, "b": 1, "c": 1}


def test_a_sub_connection_counts_as_one_list_within_the_connection() -> None:
    """The connection has 3 seats: all for a, or one of them for b and c together."""
    votes = {"a": 300, "b": 95, "c": 90, "d": 160}
    whole = {"SZ": (("a", "b", "c"),)}
    facts = ElectionFacts(magnitudes={"SZ": 3}, alliances_in=whole)
    assert counted(votes, facts).seats == {"a": 3, "b": 0, "c": 0, "d": 0}
    joined = ElectionFacts(
        magnitudes={"SZ": 3}, alliances_in=whole, sub_alliances_in={"SZ": (("b", "c"),)}
    )
    allocation = counted(votes, joined)
    assert allocation.seats == {"a": 2, "b": 1, "c": 0, "d": 0}
    told = [line.text for line in allocation.trace if line.step.startswith("split")]
    assert told == ["a + b + c: a 2, b + c 1", "b + c: b 1"]


def test_schwyz_2023() -> None:
    """Votes, and the connection of the SVP: Federal Chancellery, Nationalratswahlen 2023.

    Elected were two members of list 1 and one each of lists 2 and 3. Connections of the other
    lists are those that their names or the press tell; they win no seat that way or another.
    """
    numbers = """80930 38383 25912 6287 5535 2425 1652 1458 21151 522 1372 574 20784 1754 1710
        1644 1276 438 5325 1104 1262 1048 5586 785 1609 606 1344"""
    votes = {str(n): int(number) for n, number in enumerate(numbers.split(), 1)}
    assert sum(votes.values()) == 232_476
    facts = ElectionFacts(
        magnitudes={"SZ": 4},
        alliances_in={
            "SZ": (
                ("1", "6", "13"),
                ("2", "15", "16", "17", "18", "25", "26"),
                ("3", "4", "5", "7", "8"),
                ("9", "10", "11", "12", "23", "24"),
            )
        },
        sub_alliances_in={"SZ": (("1", "6"), ("9", "10", "11", "12"), ("23", "24"))},
    )
    allocation = counted(votes, facts)
    assert allocation.places["SZ", "constituency"] == {"1": 2, "2": 1, "3": 1}


def test_one_seat_is_plurality() -> None:
    facts = ElectionFacts(magnitudes={"SZ": 1})
    assert counted({"a": 40, "b": 41}, facts).seats == {"a": 0, "b": 1}


VOTES = st.one_of(st.integers(0, 6), st.integers(0, 500_000))


@given(
    votes=st.lists(st.lists(VOTES, min_size=6, max_size=6), min_size=2, max_size=2).filter(
        lambda rows: all(map(any, rows))
    ),
    house=st.integers(1, 30),
)
def test_draws_mean_the_same(votes: list[list[int]], house: int) -> None:
    facts = ElectionFacts(
        magnitudes={"ZH": house, "SZ": 4},
        alliances_in={"ZH": (("c", "a", "b", "d"), ("e", "f")), "SZ": (("f", "a"),)},
        sub_alliances_in={"ZH": (("a", "d"), ("e", "f"))},
    )
    ballots = Ballots(
        lists={
            where: dict(zip(LISTS, row, strict=True))
            for where, row in zip(("ZH", "SZ"), votes, strict=True)
        }
    )
    draws = BallotDraws(parties=LISTS, constituencies=("ZH", "SZ"), lists=np.array([votes]))
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        exact = allocate(RULES, ballots, facts)
    assert sum(exact.seats.values()) == house + 4
    assert count_draws(RULES, draws, facts).totals[0].tolist() == list(exact.seats.values())
