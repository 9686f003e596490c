"""Additional members: list seats begin from the constituencies of the region."""

from __future__ import annotations

import pytest
from levelling_cases import rules
from mixed_member_cases import Votes, counted, told_by

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS

STEP = STEPS["additional-members:d-hondt"]
AMS = rules((STEPS["plurality"], STEP), 129)
NORTH_EAST = {"Lab": 72_666, "LD": 49_843, "SNP": 92_329, "Con": 52_149, "Green": 8_067}
"""North East Scotland, 6 May 1999: regional votes in the Explanatory Notes to the Act of 1998."""


def seats_won(**won: int) -> Votes:
    return {f"{party} {n}": {party: 2, "x": 1} for party in won for n in range(won[party])}


def facts(candidates: Votes, seats: int = 7, **most: int) -> ElectionFacts:
    return ElectionFacts(
        list_seats={"north": seats},
        region_of=dict.fromkeys(candidates, "north"),
        most_seats={"north": most} if most else {},
    )


def test_example_of_the_explanatory_notes() -> None:
    candidates = seats_won(Lab=4, LD=3, SNP=2)
    allocation = counted(AMS, {"north": NORTH_EAST}, candidates, facts(candidates))
    assert allocation.places["north", "list"] == {"Con": 3, "SNP": 4}
    last = allocation.last_seats["north", "list"]
    # the seventh seat: 92,329 / 6 = 15,388; Labour comes next with 72,666 / 5 = 14,533
    assert (last.winner, last.runner_up) == (("SNP",), ("Lab",))


def test_seats_beyond_the_share_are_kept_and_nobody_makes_up_for_them() -> None:
    candidates = seats_won(a=5)
    votes = {"north": {"a": 500, "b": 300, "c": 200}}
    allocation = counted(AMS, votes, candidates, facts(candidates, 2))
    assert allocation.seats["a"] == 5
    assert allocation.places["north", "list"] == {"b": 1, "c": 1}


def test_individual_candidate_wins_one_seat_at_most() -> None:
    votes = {"north": {"a": 500, "margo": 900}}
    allocation = counted(AMS, votes, {"one": {"a": 5}}, facts({"one": {}}, 3, margo=1))
    assert allocation.places["north", "list"] == {"a": 2, "margo": 1}
    again = counted(AMS, votes, {"one": {"margo": 5}}, facts({"one": {}}, 3, margo=1))
    assert again.places["north", "list"] == {"a": 3}


def test_tie_is_reported() -> None:
    """200 over two (one seat in a constituency) equals 100 over one."""
    votes = {"north": {"a": 200, "b": 100}}
    allocation = counted(AMS, votes, {"one": {"a": 5}}, facts({"one": {}}, 1))
    assert [tie.contenders for tie in allocation.ties] == [(("a",), ("b",))]


def test_regions_do_not_compensate_each_other() -> None:
    votes = {"north": {"a": 100, "b": 90}, "south": {"a": 100, "b": 90}}
    made = ElectionFacts(list_seats={"north": 1, "south": 1}, region_of={"one": "north"})
    allocation = counted(AMS, votes, {"one": {"a": 5}}, made)
    assert allocation.places["north", "list"] == {"b": 1}
    assert allocation.places["south", "list"] == {"a": 1}
    assert len(told_by(allocation, STEP.name)) == 2


def test_unknown_sizes_and_regions_are_refused() -> None:
    votes = {"north": {"a": 100, "b": 90}}
    with pytest.raises(LawError, match="list seats of 'north' is not known"):
        counted(AMS, votes, {"one": {"a": 5}}, ElectionFacts(region_of={"one": "north"}))
    with pytest.raises(LawError, match="'one' lies in no region"):
        counted(AMS, votes, {"one": {"a": 5}}, ElectionFacts(list_seats={"north": 7}))
    elsewhere = ElectionFacts(list_seats={"north": 7}, region_of={"one": "Nroth"})
    with pytest.raises(LawError, match="'one' lies in no region"):
        counted(AMS, votes, {"one": {"a": 5}}, elsewhere)
