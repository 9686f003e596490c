"""Levelling means the same in the kernel, on any votes, ties included, and keeps the house."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import ElectionFacts
from formateur.law.steps import STEPS
from formateur.law.steps.levelling_threshold import LevellingThreshold
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import TIE_RULES, TieRule

PLACES = ("north", "middle", "south", "islet")
PARTIES = ("a", "b", "c", "d", "lone", "other")
LAWS = {
    "levelling:hare": ("highest-averages:d-hondt", "place-levelling:by-region"),
    "levelling:sainte-lague-1.4": (
        "highest-averages:sainte-lague-1.4",
        "place-levelling:one-per-constituency",
    ),
    "levelling:d-hondt": ("highest-averages:d-hondt", "place-levelling:by-quotient"),
    "levelling-with-hand-back:sainte-lague-1.2": (
        "highest-averages:sainte-lague-1.2",
        "place-levelling:by-quotient",
    ),
    "levelling-in-turns:d-hondt": ("highest-averages:d-hondt",),
}


@pytest.mark.parametrize("level", LAWS)
@pytest.mark.parametrize("ties", TIE_RULES)
@given(
    numbers=st.lists(
        st.one_of(st.integers(0, 9), st.sampled_from([30, 60, 90]), st.integers(0, 10**5)),
        min_size=24,
        max_size=24,
    ),
    sizes=st.lists(st.integers(1, 6), min_size=4, max_size=4),
    levelling=st.lists(st.integers(0, 4), min_size=2, max_size=2),
    share=st.sampled_from(["0", "1/25", "1/8"]),
)
def test_draws_are_the_exact_count(
    level: str,
    ties: TieRule,
    numbers: list[int],
    sizes: list[int],
    levelling: list[int],
    share: str,
) -> None:
    rows = [numbers[6 * place : 6 * place + 6] for place in range(4)]
    votes = {
        where: dict(zip(PARTIES, row, strict=True)) for where, row in zip(PLACES, rows, strict=True)
    }
    in_turns = level.startswith("levelling-in-turns")
    facts = ElectionFacts(
        magnitudes=dict(zip(PLACES, sizes, strict=True)),
        region_of={"north": "mainland", "middle": "mainland", "south": "isles", "islet": "isles"},
        levelling_in=dict(
            zip(("south", "north") if in_turns else ("mainland", "isles"), levelling, strict=True)
        ),
        independents=frozenset({"lone"}),
    )
    allocate, *place = (STEPS[name] for name in LAWS[level])
    levelled = LevellingThreshold(
        share=Fraction(share), or_constituency_seats=2, or_votes_per_seat_in_regions=1
    )
    local = Threshold(share=Fraction(share), or_in_constituency=Fraction(1, 3))
    steps = (local, allocate, levelled, STEPS[level], *place)
    house = sum(sizes) + sum(levelling)
    try:
        allocation = counted(rules(steps, house, ties), votes, facts)
    except LawError:
        return
    assert sum(allocation.seats.values()) == house
