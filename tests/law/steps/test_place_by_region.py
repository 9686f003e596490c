"""Placement in regions, and then in their constituencies."""

from __future__ import annotations

import pytest
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS

STEPS_OF_DENMARK = (
    STEPS["highest-averages:d-hondt"],
    STEPS["levelling:hare"],
    STEPS["place-levelling:by-region"],
)
VOTES = {
    "isle": {"a": 60, "b": 35, "c": 5},
    "coast": {"a": 50, "b": 30, "c": 22},
    "hills": {"a": 70, "b": 10, "c": 30},
}
REGIONS = {"isle": "west", "coast": "west", "hills": "east"}
SIZES = {"isle": 2, "coast": 1, "hills": 1}


def test_regions_first_and_then_constituencies() -> None:
    """Shares of 8: a 5, b 2, c 1; a 3 and b 1 are won, so a 2, b 1 and c 1 are placed.

    Quotients that are left: in the east c 30 and a 70/3, which fill it; in the west a 22, b 65/3.
    There a 60/4 is ahead of 50/4, and b 30 ahead of 35/4.
    """
    facts = ElectionFacts(magnitudes=SIZES, region_of=REGIONS, levelling_in={"west": 2, "east": 2})
    allocation = counted(rules(STEPS_OF_DENMARK, 8), VOTES, facts)
    levelling = {
        where: seats for (where, tier), seats in allocation.places.items() if tier == "levelling"
    }
    assert levelling == {
        "isle": {"a": 1},
        "coast": {"b": 1},
        "hills": {"a": 1, "c": 1},
    }


def test_region_without_a_number_of_seats_is_refused() -> None:
    facts = ElectionFacts(magnitudes=SIZES, region_of=REGIONS, levelling_in={"west": 3})
    with pytest.raises(LawError, match="region of 'east'"):
        counted(rules(STEPS_OF_DENMARK, 8), VOTES, facts)


def test_constituency_without_a_region_is_refused() -> None:
    facts = ElectionFacts(magnitudes=SIZES, levelling_in={"west": 3})
    with pytest.raises(LawError, match="region of 'isle'"):
        counted(rules(STEPS_OF_DENMARK, 8), VOTES, facts)
