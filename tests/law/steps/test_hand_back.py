"""Hand-back: seats above the share of the country are returned in constituencies."""

from __future__ import annotations

import pytest
from levelling_cases import counted, rules

from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.ties import TIE_RULES, TieRule

PLAIN = STEPS["highest-averages:sainte-lague"]
LEVEL = STEPS["levelling-with-hand-back:sainte-lague"]


def test_surplus_goes_to_the_next_quotient_of_a_party_that_is_short() -> None:
    """b wins 2 of 6 with a share of 1 of 7; the lower of its quotients is 13, in the south."""
    votes = {"north": {"a": 90, "b": 20, "c": 12}, "south": {"a": 40, "b": 13, "c": 12}}
    facts = ElectionFacts(magnitudes={"north": 3, "south": 3})
    allocation = counted(rules((PLAIN, LEVEL), 7), votes, facts)
    assert allocation.places == {
        ("north", "constituency"): {"a": 2, "b": 1},
        ("south", "constituency"): {"a": 2, "c": 1},
        ("national", "levelling"): {"a": 1},
    }
    (line,) = (line for line in allocation.trace if "hands back" in line.text)
    assert line.constituency == "south"
    assert line.text.endswith("it goes to c")


def test_small_constituency_returns_none_and_the_surplus_is_kept() -> None:
    votes = {where: {"a": 60, "b": 19} for where in ("north", "middle", "south")}
    facts = ElectionFacts(magnitudes=dict.fromkeys(votes, 2))
    allocation = counted(rules((PLAIN, LEVEL), 6), votes, facts)
    assert allocation.seats == {"a": 6, "b": 0}
    assert any("keeps its 6 seats" in line.text for line in allocation.trace)


def test_seat_that_nobody_there_can_take_becomes_a_levelling_seat() -> None:
    votes = {"north": {"a": 60}, "south": {"a": 10, "b": 50, "c": 40}}
    facts = ElectionFacts(magnitudes={"north": 4, "south": 1})
    allocation = counted(rules((PLAIN, LEVEL), 6), votes, facts)
    assert allocation.places["north", "constituency"] == {"a": 3}
    assert allocation.places["national", "levelling"] == {"b": 1, "c": 1}


@pytest.mark.parametrize("ties", TIE_RULES)
def test_tie_for_the_seat_to_return(ties: TieRule) -> None:
    votes = {"north": {"a": 60, "b": 11}, "south": {"a": 60, "b": 11}, "east": {"a": 1, "b": 90}}
    facts = ElectionFacts(magnitudes={"north": 3, "south": 3, "east": 1})
    allocation = counted(rules((PLAIN, LEVEL), 7, ties), votes, facts)
    assert sum(allocation.seats.values()) == 7


def test_single_nationwide_constituency_is_the_distribution_already() -> None:
    allocation = counted(rules((PLAIN, LEVEL), 9), {"national": {"a": 5, "b": 4}}, ElectionFacts())
    assert allocation.places == {("national", "constituency"): {"a": 5, "b": 4}}
