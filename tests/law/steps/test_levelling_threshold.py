"""Who may win levelling seats."""

from __future__ import annotations

from fractions import Fraction

from levelling_cases import counted, rules

from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.steps.levelling_threshold import LevellingThreshold

D_HONDT = STEPS["highest-averages:d-hondt"]
HARE = STEPS["levelling:hare"]
DENMARK = LevellingThreshold(
    share=Fraction(1, 10), or_constituency_seats=1, or_votes_per_seat_in_regions=2
)
VOTES = {
    "isle": {"a": 400, "b": 90, "c": 60},
    "coast": {"a": 400, "b": 90, "c": 30},
    "hills": {"a": 300, "b": 70, "c": 5},
}
REGIONS = {where: f"region of {where}" for where in VOTES}


def test_votes_per_seat_in_two_regions_are_enough() -> None:
    """c has 6.6 %, and at 20 seats a region 60 of 550/20 and 30 of 520/20 votes, at 2 too few."""
    sizes = dict.fromkeys(VOTES, 2)
    facts = ElectionFacts(magnitudes=sizes, region_of=REGIONS)
    out = counted(rules((D_HONDT, DENMARK, HARE), 20), VOTES, facts)
    assert out.seats["c"] == 0
    many = dict.fromkeys(VOTES, 20)
    lowered = LevellingThreshold(share=Fraction(1, 10), or_votes_per_seat_in_regions=2)
    facts = ElectionFacts(magnitudes=many, region_of=REGIONS)
    assert counted(rules((D_HONDT, lowered, HARE), 80), VOTES, facts).seats["c"] == 5


def test_a_constituency_seat_is_enough() -> None:
    votes = {**VOTES, "islet": {"a": 1, "b": 1, "c": 2}}
    facts = ElectionFacts(magnitudes={**dict.fromkeys(VOTES, 2), "islet": 1}, region_of=REGIONS)
    won = counted(rules((D_HONDT, DENMARK, HARE), 30), votes, facts).seats
    assert won["c"] == 2


def test_candidate_without_a_list_keeps_a_seat_and_gets_no_more() -> None:
    votes = {"isle": {"a": 300, "lone": 290}, "coast": {"a": 200, "b": 150}}
    facts = ElectionFacts(
        magnitudes={"isle": 2, "coast": 1}, region_of=REGIONS, independents=frozenset({"lone"})
    )
    allocation = counted(rules((D_HONDT, DENMARK, HARE), 8), votes, facts)
    assert allocation.seats == {"a": 5, "lone": 1, "b": 2}


def test_who_misses_it_is_not_below_the_threshold_of_the_house() -> None:
    facts = ElectionFacts(magnitudes=dict.fromkeys(VOTES, 2), region_of=REGIONS)
    allocation = counted(rules((D_HONDT, DENMARK, HARE), 20), VOTES, facts)
    assert allocation.below_threshold == ()
    assert any(line.text == "c: 6.574 %, below 10 %" for line in allocation.trace)
