"""Sizes by votes cast, whole quotas and the second scrutiny: the Czech law since 2021."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import NATIONAL, BallotDraws, ElectionFacts, allocate_draws, load_law
from formateur.law.steps import STEPS
from formateur.law.steps.threshold import Threshold
from formateur.law.steps.whole_quotas import WholeQuotas
from formateur.law.ties import TieRule

SIZES = STEPS["size-by-votes-cast:hare-rounded"]
D_HONDT = STEPS["highest-averages:d-hondt"]
SECOND = STEPS["second-scrutiny:hagenbach-bischoff-rounded"]
IMPERIALI = WholeQuotas(quota="imperiali-rounded", of="votes-of-lists-in")
RULES = load_law("cz-chamber-of-deputies").on(date(2021, 10, 9))


def test_sizes_follow_all_valid_votes_below_the_threshold_too() -> None:
    """A quota is 1000 / 10 = 100: 6 and 3 whole quotas, and the larger remainder is in the east."""
    votes = {"west": {"a": 400, "small": 210}, "east": {"a": 390}}
    made = rules((SIZES, Threshold(share=Fraction(1, 4)), D_HONDT), 10)
    allocation = counted(made, votes, ElectionFacts())
    assert allocation.places == {
        ("west", "constituency"): {"a": 6},
        ("east", "constituency"): {"a": 4},
    }
    assert [line.text for line in allocation.trace if line.step == SIZES.name] == [
        "6 seats for 610 valid votes",
        "4 seats for 390 valid votes",
    ]


@pytest.mark.parametrize("ties", ["lot", "more-votes"])
def test_equal_remainders_of_regions_are_drawn_by_lot(ties: TieRule) -> None:
    votes = {"small": {"a": 50}, "large": {"a": 150}}
    allocation = counted(rules((SIZES, D_HONDT), 2, ties), votes, ElectionFacts())
    assert allocation.places == {
        ("small", "constituency"): {"a": 1},
        ("large", "constituency"): {"a": 1},
    }
    assert [tie.resolved_by for tie in allocation.ties] == ["lot"]


def test_smallest_remainder_gives_a_seat_back() -> None:
    """Rounded quotas are 1000 / 7 = 143 and 700 / 6 = 117, and give out a seat too many each.

    The remainders are 71, 44 and 27 in the north and 22, 47 and 46 in the south.
    """
    votes = {
        "north": {"a": 500, "b": 330, "c": 170},
        "south": {"a": 139, "b": 281, "c": 280},
    }
    facts = ElectionFacts(magnitudes={"north": 5, "south": 4})
    assert counted(rules((IMPERIALI, SECOND), 9), votes, facts).places == {
        ("north", "constituency"): {"a": 3, "b": 2},
        ("south", "constituency"): {"b": 2, "c": 2},
    }


def test_open_seats_go_to_unused_votes_where_they_are_most_of_a_quota() -> None:
    """Quotas are 500 / 5 = 100 and 200 / 4 = 50, and one seat stays open in each region.

    Unused are 134, 104, 121 and 91 votes, a quota of them is 450 / 3 = 150: a and c have the
    largest remainders. Of a they are 90/100 and 44/50, of c 80/100 and 41/50.
    """
    votes = {
        "north": {"a": 190, "b": 160, "c": 80, "d": 70},
        "south": {"a": 44, "b": 94, "c": 41, "d": 21},
    }
    facts = ElectionFacts(magnitudes={"north": 3, "south": 2})
    allocation = counted(rules((IMPERIALI, SECOND), 5), votes, facts)
    assert allocation.places == {
        ("north", "constituency"): {"a": 1, "b": 1},
        ("south", "constituency"): {"b": 1},
        ("north", "levelling"): {"a": 1},
        ("south", "levelling"): {"c": 1},
    }
    assert [line.text for line in allocation.trace if line.step == SECOND.name][:3] == [
        "2 seats stayed open; a quota is 150.00 unused votes",
        "the last seat went to c (remainder 121.00); b (104.00) came next, 18 votes short",
        "a: 1 seats for 134 unused votes",
    ]


def test_seats_that_nobody_has_votes_left_for_are_refused() -> None:
    """A quota is one vote: it is used for the first seat, and the second stays open."""
    made, facts = rules((IMPERIALI, SECOND), 2), ElectionFacts(magnitudes={"north": 2})
    with pytest.raises(LawError, match="no list has unused votes"):
        counted(made, {"north": {"a": 1}}, facts)
    ballots = BallotDraws(parties=("a",), constituencies=("north",), lists=np.array([[[1]]]))
    with pytest.raises(LawError, match="no list has unused votes"):
        allocate_draws(made, ballots, facts)


def test_second_scrutiny_needs_the_first() -> None:
    facts = ElectionFacts(magnitudes={"north": 3, "south": 2})
    votes = {"north": {"a": 9}, "south": {"a": 9}}
    with pytest.raises(LawError, match="whole-quotas before"):
        counted(rules((D_HONDT, SECOND), 5), votes, facts)


def test_thresholds_of_coalitions() -> None:
    votes = {NATIONAL: {"alone": 500, "two": 790, "three": 1_100, "large": 7_610}}
    facts = ElectionFacts(members={"two": 2, "three": 3}, magnitudes={NATIONAL: 200})
    allocation = counted(RULES, votes, facts)
    assert allocation.below_threshold == ("two",)
    before = load_law("cz-chamber-of-deputies").on(date(2017, 10, 21))
    assert counted(before, votes, facts).below_threshold == ("two", "three")


PARTIES = ("a", "b", "c", "d", "other")
REGIONS = ("one", "two", "three")
NUMBERS = st.one_of(st.integers(0, 12), st.integers(0, 400_000), st.sampled_from([0, 60, 120]))


@given(
    table=st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=3, max_size=3).filter(
        lambda rows: any(any(row[:4]) for row in rows)
    ),
    house=st.integers(1, 60),
    ties=st.sampled_from(["lot", "more-votes", "fewer-votes"]),
)
def test_house_size_is_kept_and_draws_mean_the_same(
    table: list[list[int]], house: int, ties: TieRule
) -> None:
    votes = {
        region: dict(zip(PARTIES, row, strict=True))
        for region, row in zip(REGIONS, table, strict=True)
    }
    made = replace(RULES, seats=house, ties=ties)
    try:
        allocation = counted(made, votes, ElectionFacts())
    except LawError:
        return
    assert sum(allocation.seats.values()) == house
