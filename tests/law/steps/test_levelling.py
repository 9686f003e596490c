"""Levelling seats: shares of the country, and parties that keep more."""

from __future__ import annotations

from fractions import Fraction

import pytest
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.steps.levelling_threshold import LevellingThreshold

D_HONDT = STEPS["highest-averages:d-hondt"]
HARE = STEPS["levelling:hare"]
BY_D_HONDT = STEPS["levelling:d-hondt"]
NORTH_SOUTH = ElectionFacts(magnitudes={"north": 3, "south": 2})


def test_parties_are_filled_up_to_their_share() -> None:
    """D'Hondt gives large all 5 seats; of 8 its share is 6."""
    votes = {"north": {"large": 300, "small": 70}, "south": {"large": 200, "small": 90}}
    made = rules((D_HONDT, BY_D_HONDT), 8)
    allocation = counted(made, votes, NORTH_SOUTH)
    assert allocation.places["national", "levelling"] == {"large": 1, "small": 2}
    assert allocation.seats == {"large": 6, "small": 2}


def test_who_has_more_than_its_share_keeps_it_and_leaves() -> None:
    """Of 6 seats a has 5 and a share of 3; b and c share the one that is left."""
    votes = {"north": {"a": 90, "b": 29, "c": 28}, "south": {"a": 90, "b": 59, "c": 10}}
    facts = ElectionFacts(magnitudes={"north": 3, "south": 1})
    allocation = counted(rules((D_HONDT, HARE), 5), votes, facts)
    assert allocation.places["national", "levelling"] == {"b": 1}
    assert allocation.seats == {"a": 4, "b": 1, "c": 0}
    told = [line.text for line in allocation.trace if line.step == "levelling:hare"]
    assert told[0] == "a keeps its 4 seats, more than its share of 3; the others share the rest"
    assert told[1] == "b: 88 votes, a share of 1 seats; 0 are won, 1 levelling"


def test_seats_of_those_below_the_threshold_come_off_first() -> None:
    threshold = LevellingThreshold(share=Fraction(1, 5))
    votes = {"north": {"a": 100, "local": 90, "b": 60}, "south": {"a": 300, "b": 200}}
    facts = ElectionFacts(magnitudes={"north": 2, "south": 2}, levelling_seats=3)
    allocation = counted(rules((D_HONDT, threshold, HARE), 7), votes, facts)
    assert allocation.seats == {"a": 4, "local": 1, "b": 2}
    assert allocation.below_threshold == ()


def test_nothing_is_left_to_level() -> None:
    votes = {"north": {"a": 10, "b": 9}, "south": {"a": 8, "b": 7}}
    allocation = counted(rules((D_HONDT, BY_D_HONDT), 5), votes, NORTH_SOUTH)
    assert ("national", "levelling") not in allocation.places


def test_tie_for_a_levelling_seat_is_reported() -> None:
    votes = {"north": {"a": 60, "b": 60, "c": 60}, "south": {"a": 10, "b": 10, "c": 10}}
    facts = ElectionFacts(magnitudes={"north": 3, "south": 0})
    allocation = counted(rules((D_HONDT, BY_D_HONDT), 4), votes, facts)
    assert [tie.constituency for tie in allocation.ties] == ["national"]


@pytest.mark.parametrize(
    ("seats", "facts", "word"),
    [
        (4, NORTH_SOUTH, "give out 5 seats, but the house has 4"),
        (
            8,
            ElectionFacts(magnitudes={"north": 3, "south": 2}, levelling_seats=2),
            "5 seats and 2 are levelling seats, but the house has 8",
        ),
    ],
)
def test_house_that_does_not_add_up_is_refused(seats: int, facts: ElectionFacts, word: str) -> None:
    votes = {"north": {"a": 10, "b": 9}, "south": {"a": 8, "b": 7}}
    with pytest.raises(LawError, match=word):
        counted(rules((D_HONDT, BY_D_HONDT), seats), votes, facts)


def test_votes_of_the_country_alone_are_refused() -> None:
    with pytest.raises(LawError, match="only the votes of the country"):
        counted(rules((D_HONDT, BY_D_HONDT), 5), {"national": {"a": 5}}, ElectionFacts())
