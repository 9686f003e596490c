"""List combinations of the Netherlands, and alliances of more than two lists."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import Allocation, ElectionFacts, load_law
from formateur.law.steps import STEPS
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import TIE_RULES, TieRule

PARTIES = ("a", "b", "c", "d", "e", "other")
COMBINED = tuple(
    STEPS[name]
    for name in (
        "join-list-combinations",
        "highest-averages:d-hondt",
        "split-list-combinations:hare",
    )
)
QUOTA = Threshold(share=Fraction(1, 10))

# Votes as the Electoral Council (Kiesraad) published them; "other" is what is left.
VOTES_OF_1986 = {
    "CDA": 3_172_918,
    "PvdA": 3_051_678,
    "VVD": 1_596_991,
    "D66": 562_466,
    "SGP": 159_740,
    "PPR": 115_203,
    "PSP": 110_182,
    "GPV": 88_381,
    "RPF": 83_582,
    "CPN": 57_847,
    "other": 173_220,
}
SEATS_OF_1986 = {
    "CDA": 54,
    "PvdA": 52,
    "VVD": 27,
    "D66": 9,
    "SGP": 3,
    "PPR": 2,
    "PSP": 1,
    "GPV": 1,
    "RPF": 1,
}


def combined(votes: dict[str, int], *alliances: tuple[str, ...], seats: int = 10) -> Allocation:
    facts = ElectionFacts(alliances=alliances)
    return counted(rules((QUOTA, *COMBINED), seats), {"national": votes}, facts)


def test_election_of_1986_with_a_combined_list_below_the_quota() -> None:
    facts = ElectionFacts(alliances=(("PSP", "PPR", "CPN"), ("SGP", "GPV", "RPF")))
    law = load_law("nl-tweede-kamer").on(date(1986, 5, 21))
    allocation = counted(law, {"national": VOTES_OF_1986}, facts)
    assert {name: won for name, won in allocation.seats.items() if won} == SEATS_OF_1986
    assert allocation.lapsed == ()


def test_a_combination_is_split_by_the_largest_remainders() -> None:
    """D'Hondt gives the two 7 seats together; their quotas are 5.6 and 1.4."""
    allocation = combined({"a": 56, "b": 14, "c": 30}, ("a", "b"))
    assert allocation.seats == {"a": 6, "b": 1, "c": 3}


def test_the_lists_that_are_in_stay_combined() -> None:
    """With c below the quota, a and b bid with 41 and get 5 seats, one more than apart."""
    votes = {"a": 21, "b": 20, "c": 8, "d": 40, "e": 11}
    apart, together = combined(votes), combined(votes, ("c", "a", "b"))
    assert apart.seats == {"a": 2, "b": 2, "c": 0, "d": 5, "e": 1}
    assert together.seats == {"a": 3, "b": 2, "c": 0, "d": 4, "e": 1}
    assert together.lapsed == ()


def test_a_combination_with_one_list_left_lapses() -> None:
    votes = {"a": 60, "b": 5, "c": 5, "d": 30}
    allocation = combined(votes, ("b", "a", "c"))
    assert allocation.lapsed == (("b", "a", "c"),)
    assert allocation.seats == combined(votes).seats


def test_combinations_ended_in_december_2017() -> None:
    law = load_law("nl-tweede-kamer")
    assert law.on(date(2017, 11, 30)).summary.endswith("D'Hondt with list combinations")
    assert law.on(date(2017, 12, 1)).summary.endswith("D'Hondt")


@pytest.mark.parametrize("ties", TIE_RULES)
@given(
    numbers=st.lists(
        st.one_of(st.integers(0, 9), st.sampled_from([30, 60, 90]), st.integers(0, 10**6)),
        min_size=12,
        max_size=12,
    ),
    seats=st.integers(1, 20),
    alliances=st.sampled_from(
        [(("a", "b", "c"),), (("c", "a"), ("b", "e", "d")), (("e", "d", "c", "b", "a"),)]
    ),
    split=st.sampled_from(["hare", "d-hondt"]),
)
def test_draws_are_the_exact_count(
    ties: TieRule,
    numbers: list[int],
    seats: int,
    alliances: tuple[tuple[str, ...], ...],
    split: str,
) -> None:
    votes = {
        "north": dict(zip(PARTIES, numbers[:6], strict=True)),
        "south": dict(zip(PARTIES, numbers[6:], strict=True)),
    }
    steps = (QUOTA, *COMBINED[:2], STEPS[f"split-surplus-agreements:{split}"])
    facts = ElectionFacts(magnitudes=dict.fromkeys(votes, seats), alliances=alliances)
    try:
        counted(rules(steps, 2 * seats, ties), votes, facts)
    except LawError:
        return
