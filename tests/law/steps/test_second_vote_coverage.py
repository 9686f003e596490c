"""Second-vote coverage: who won a constituency needs a seat of the list."""

from __future__ import annotations

from fractions import Fraction

import pytest
from levelling_cases import rules
from mixed_member_cases import counted, told_by

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.steps.threshold import Threshold

SUB = STEPS["sub-apportionment:sainte-lague"]
COVERAGE = STEPS["second-vote-coverage"]
COVERED = rules(
    (
        STEPS["plurality"],
        Threshold(share=Fraction(1, 20)),
        STEPS["qualified-winners"],
        STEPS["super-apportionment:sainte-lague"],
        SUB,
        COVERAGE,
        STEPS["deduct-constituency-seats"],
    ),
    6,
)
LISTS = {"north": {"a": 280, "b": 500}, "south": {"a": 330, "b": 90, "c": 20}}
"""Three seats each of six; a one in the north and two in the south, b all three in the north."""
FACTS = ElectionFacts(
    region_of={"N1": "north", "N2": "north", "S1": "south", "S2": "south"},
)


def test_winners_are_covered_in_the_order_of_their_shares() -> None:
    """90 of 200 votes are more than 60 of 100, but the smaller share."""
    candidates = {"N2": {"a": 90, "b": 80, "c": 30}, "N1": {"a": 60, "b": 40}, "S1": {"a": 9}}
    allocation = counted(COVERED, LISTS, candidates, FACTS)
    assert allocation.places["N1", "constituency"] == {"a": 1}
    assert ("N2", "constituency") not in allocation.places
    assert told_by(allocation, COVERAGE.name) == [
        "a has the most votes, 45.00 %, but its list in north has 1 seats for 2 winners: "
        "nobody is elected"
    ]
    assert ("north", "list") in allocation.places
    assert "a" not in allocation.places["north", "list"]
    assert allocation.seats == {"a": 3, "b": 3, "c": 0}


def test_list_without_a_seat_in_the_land_covers_nobody() -> None:
    allocation = counted(COVERED, LISTS, {"S1": {"b": 9}}, FACTS)
    assert ("S1", "constituency") not in allocation.places
    assert allocation.seats == {"a": 3, "b": 3, "c": 0}


def test_independents_need_no_cover_and_come_off_the_house() -> None:
    allocation = counted(COVERED, LISTS, {"S2": {"x": 9, "a": 5}}, FACTS)
    assert allocation.places["S2", "constituency"] == {"x": 1}
    assert allocation.seats == {"a": 3, "b": 2, "c": 0, "x": 1}


def test_winner_of_a_party_below_the_threshold_is_not_elected() -> None:
    allocation = counted(COVERED, LISTS, {"S2": {"c": 9, "a": 5}}, FACTS)
    assert allocation.seats == {"a": 3, "b": 3, "c": 0}
    assert told_by(allocation, "qualified-winners") == [
        "c has the most votes and takes no part: nobody is elected"
    ]


def test_equal_shares_are_decided_by_lot() -> None:
    candidates = {"N1": {"a": 60, "b": 40}, "N2": {"a": 30, "b": 20}, "S1": {"a": 9}}
    allocation = counted(COVERED, LISTS, candidates, FACTS)
    (tie,) = allocation.ties
    assert (tie.contenders, tie.resolved_by) == ((("N1",), ("N2",)), "lot")
    assert allocation.places["N1", "constituency"] == {"a": 1}


def test_votes_of_candidates_are_needed() -> None:
    with pytest.raises(LawError, match="lies in no region"):
        counted(COVERED, LISTS, {}, ElectionFacts(direct_seats={"a": 2}))
    nationwide = {"national": {"a": 100, "b": 90}}
    with pytest.raises(LawError, match="votes of the candidates are not given"):
        counted(COVERED, nationwide, {}, ElectionFacts(direct_seats={"a": 2}))


def test_sub_apportionment_needs_seats_to_share() -> None:
    steps = (STEPS["highest-averages:sainte-lague"], SUB)
    facts = ElectionFacts(magnitudes={"north": 3, "south": 3})
    with pytest.raises(LawError, match="no step says how many seats each party has"):
        counted(rules(steps, 6), LISTS, {}, facts)
