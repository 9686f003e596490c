"""Placement of levelling seats by the next quotient of each party."""

from __future__ import annotations

import pytest
from levelling_cases import counted, rules

from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.ties import TIE_RULES, TieRule

PLAIN = STEPS["highest-averages:sainte-lague"]
LEVEL = STEPS["levelling:sainte-lague"]
BY_QUOTIENT = STEPS["place-levelling:by-quotient"]
ONE_EACH = STEPS["place-levelling:one-per-constituency"]
VOTES = {
    "north": {"a": 90, "b": 50, "c": 10},
    "middle": {"a": 80, "b": 20, "c": 25},
    "south": {"a": 70, "b": 30, "c": 20},
}
FACTS = ElectionFacts(magnitudes=dict.fromkeys(VOTES, 1))


def test_each_seat_goes_to_the_next_quotient_of_its_party() -> None:
    """a has 3 seats and a share of 5 of 8: 90/3 and 80/3; b 50 and 30; c 25."""
    allocation = counted(rules((PLAIN, LEVEL, BY_QUOTIENT), 8), VOTES, FACTS)
    assert allocation.places["north", "levelling"] == {"a": 1, "b": 1}
    assert allocation.places["middle", "levelling"] == {"a": 1, "c": 1}
    assert allocation.places["south", "levelling"] == {"b": 1}
    assert ("national", "levelling") not in allocation.places


def test_a_second_seat_in_a_constituency_takes_the_next_divisor() -> None:
    votes = {"north": {"a": 100, "b": 99}, "south": {"a": 40, "b": 1}}
    facts = ElectionFacts(magnitudes={"north": 1, "south": 1})
    allocation = counted(rules((PLAIN, LEVEL, BY_QUOTIENT), 5), votes, facts)
    assert allocation.places["north", "levelling"] == {"a": 1, "b": 2}


def test_one_seat_per_constituency_by_votes_per_seat() -> None:
    """b bids 50/150 in the north, then a 27/125 in the middle; the south is left for c."""
    allocation = counted(rules((PLAIN, LEVEL, ONE_EACH), 6), VOTES, FACTS)
    placed = {where: allocation.places[where, "levelling"] for where in VOTES}
    assert placed == {"north": {"b": 1}, "middle": {"a": 1}, "south": {"c": 1}}


def test_blank_votes_are_not_votes_per_seat() -> None:
    """With them the north would have the larger quota and b its seat in the south."""
    votes = {
        "north": {"a": 60, "b": 40, "blank": 900},
        "south": {"a": 80, "b": 39, "blank": 0},
    }
    facts = ElectionFacts(
        magnitudes={"north": 1, "south": 1}, not_lists=frozenset({"other", "blank"})
    )
    allocation = counted(rules((PLAIN, LEVEL, ONE_EACH), 4), votes, facts)
    assert allocation.places["north", "levelling"] == {"b": 1}
    assert allocation.places["south", "levelling"] == {"a": 1}


def test_seat_without_a_constituency_stays_with_the_country() -> None:
    """b stands in the north only, and has two levelling seats."""
    votes = {"north": {"a": 100, "b": 99}, "south": {"a": 40}}
    facts = ElectionFacts(magnitudes={"north": 1, "south": 1})
    allocation = counted(rules((PLAIN, LEVEL, ONE_EACH), 4), votes, facts)
    assert allocation.places["north", "levelling"] == {"b": 1}
    assert sum(allocation.seats.values()) == 4


@pytest.mark.parametrize("ties", TIE_RULES)
def test_tie_between_constituencies_is_named(ties: TieRule) -> None:
    votes = {"north": {"a": 60, "b": 20}, "south": {"a": 60, "b": 20}}
    facts = ElectionFacts(magnitudes={"north": 1, "south": 1})
    allocation = counted(rules((PLAIN, LEVEL, BY_QUOTIENT), 3, ties), votes, facts)
    assert [tie.contenders for tie in allocation.ties] == [(("b in north",), ("b in south",))]
    assert allocation.places["north", "levelling"] == {"b": 1}
