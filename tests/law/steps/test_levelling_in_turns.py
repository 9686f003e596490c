"""Levelling seats that go to parties and constituencies one at a time."""

from __future__ import annotations

import pytest
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS

STEPS_OF_ICELAND = (STEPS["highest-averages:d-hondt"], STEPS["levelling-in-turns:d-hondt"])
VOTES = {"north": {"a": 60, "b": 32, "c": 8}, "south": {"a": 100, "b": 58, "c": 42}}


def test_party_by_the_country_and_constituency_by_its_share() -> None:
    """Votes a seat: a 160/3, then c 50, then b 90/2. For a the north has 30 %, the south 25 %."""
    facts = ElectionFacts(
        magnitudes={"north": 1, "south": 2}, levelling_in={"north": 1, "south": 2}
    )
    allocation = counted(rules(STEPS_OF_ICELAND, 6), VOTES, facts)
    assert allocation.places["north", "levelling"] == {"a": 1}
    assert allocation.places["south", "levelling"] == {"b": 1, "c": 1}
    told = [line.text for line in allocation.trace if line.step.startswith("levelling")]
    assert told[0] == (
        "levelling seat 1 to a (53.3 votes a seat in the country): "
        "its next quotient is 30 % of the votes here"
    )
    assert [text[15:21] for text in told] == ["1 to a", "2 to c", "3 to b"]


def test_party_without_an_open_constituency_is_out() -> None:
    """b is next, but stands in the north only, which has no levelling seat."""
    votes = {"north": {"a": 60, "b": 59}, "south": {"a": 30, "c": 20}}
    facts = ElectionFacts(magnitudes={"north": 1, "south": 1}, levelling_in={"south": 1})
    allocation = counted(rules(STEPS_OF_ICELAND, 3), votes, facts)
    assert allocation.places["south", "levelling"] == {"a": 1}


def test_nobody_left_for_a_levelling_seat() -> None:
    votes = {"north": {"a": 60}, "south": {"other": 30}}
    facts = ElectionFacts(magnitudes={"north": 1, "south": 0}, levelling_in={"south": 1})
    with pytest.raises(LawError, match="where levelling seats are left"):
        counted(rules(STEPS_OF_ICELAND, 2), votes, facts)


def test_house_without_its_levelling_seats_is_refused() -> None:
    facts = ElectionFacts(magnitudes={"north": 1, "south": 2})
    with pytest.raises(LawError, match="3 seats and 0 are levelling seats"):
        counted(rules(STEPS_OF_ICELAND, 6), VOTES, facts)
