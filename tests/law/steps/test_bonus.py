"""The bonus of the first list."""

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
from formateur.law.steps.bonus import Bonus
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import TIE_RULES, TieRule

HARE = STEPS["largest-remainder:hare"]
FIFTY = Bonus(seats=50)
SLIDING = Bonus(seats=20, from_share=Fraction(1, 4), more_per=Fraction(1, 200), most=50)
LISTS = ("a", "b", "c", "d", "other")


def with_bonus(
    bonus: Bonus,
    votes: dict[str, int],
    *,
    seats: int = 300,
    facts: ElectionFacts | None = None,
    ties: TieRule = "lot",
) -> Allocation:
    made = rules((bonus, HARE), seats, ties)
    return counted(made, {"national": votes}, facts or ElectionFacts())


def test_the_first_list_gets_it_besides_its_part_of_the_rest() -> None:
    allocation = with_bonus(FIFTY, {"a": 50, "b": 30, "c": 20})
    assert allocation.seats == {"a": 175, "b": 75, "c": 50}
    assert "a is first with 50 %: a bonus of 50; 250 are shared" in allocation.trace[0].text


@pytest.mark.parametrize(
    ("first", "bonus"),
    [
        (2499, 0),
        (2500, 20),
        (2549, 20),
        (2550, 21),
        (3999, 49),
        (4000, 50),
        (4001, 50),
        (9000, 50),
    ],
)
def test_sliding_bonus_of_the_greek_law_of_2020(first: int, bonus: int) -> None:
    """280 seats less one for each half point above a quarter, but no fewer than 250."""
    votes = {"a": first} | dict.fromkeys("bcde", (10_000 - first) // 4)
    votes["other"] = 10_000 - sum(votes.values())
    allocation = with_bonus(SLIDING, votes)
    assert f"a bonus of {bonus}; {300 - bonus} are shared" in allocation.trace[0].text
    assert sum(allocation.seats.values()) == 300


def test_without_a_limit_it_goes_on() -> None:
    bonus = Bonus(seats=10, more_per=Fraction(1, 100))
    assert with_bonus(bonus, {"a": 60, "b": 40}).seats == {"a": 70 + 138, "b": 92}


@pytest.mark.parametrize(
    ("joint", "first"),
    [(59, "single"), (60, "single"), (61, "joint")],
)
def test_a_joint_list_counts_by_its_average_party(joint: int, first: str) -> None:
    facts = ElectionFacts(members={"joint": 2})
    allocation = with_bonus(FIFTY, {"joint": joint, "single": 30}, facts=facts)
    assert allocation.trace[0].text.startswith(f"{first} is first")
    assert not allocation.ties


def test_two_lists_that_are_first_draw_lots() -> None:
    allocation = with_bonus(FIFTY, {"a": 40, "b": 40, "c": 20})
    assert [tie.contenders for tie in allocation.ties] == [(("a",), ("b",))]
    assert sorted(allocation.seats.values()) == [50, 100, 150]


def test_it_is_never_more_than_the_house() -> None:
    assert with_bonus(FIFTY, {"a": 60, "b": 40}, seats=30).seats == {"a": 30, "b": 0}


def test_votes_without_a_list_are_valid_votes() -> None:
    allocation = with_bonus(SLIDING, {"a": 249, "b": 100, "other": 651})
    assert allocation.seats == {"a": 214, "b": 86, "other": 0}


def test_votes_by_constituency_are_refused() -> None:
    facts = ElectionFacts(magnitudes={"north": 5, "south": 5})
    votes = {"north": {"a": 1, "b": 2}, "south": {"a": 2, "b": 1}}
    with pytest.raises(LawError, match="the country as one, and the votes are given for 2"):
        counted(rules((FIFTY, HARE), 10), votes, facts)


@pytest.mark.parametrize("bonus", [FIFTY, SLIDING, Bonus(seats=3, more_per=Fraction(1, 7))])
@pytest.mark.parametrize("ties", TIE_RULES)
@given(
    numbers=st.lists(
        st.one_of(st.integers(0, 9), st.sampled_from([30, 60, 90]), st.integers(0, 10**7)),
        min_size=5,
        max_size=5,
    ),
    seats=st.integers(1, 300),
    joint=st.lists(st.sampled_from(LISTS), unique=True, max_size=2),
)
def test_draws_are_the_exact_count(
    bonus: Bonus, ties: TieRule, numbers: list[int], seats: int, joint: list[str]
) -> None:
    facts = ElectionFacts(members=dict(zip(joint, (2, 3), strict=False)))
    made = rules((Threshold(share=Fraction(3, 100)), bonus, HARE), seats, ties)
    votes = {"national": dict(zip(LISTS, numbers, strict=True))}
    try:
        allocation = counted(made, votes, facts)
    except LawError:
        return
    assert sum(allocation.seats.values()) == seats


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2007, 9, 16), "bonus of 40 seats"),
        (date(2009, 10, 4), "bonus of 40 seats"),
        (date(2012, 5, 6), "bonus of 50 seats"),
        (date(2019, 7, 7), "bonus of 50 seats"),
        (date(2023, 6, 25), "bonus of 20 to 50 seats"),
    ],
)
def test_bonus_of_each_greek_law(day: date, told: str) -> None:
    summary = load_law("gr-vouli").on(day).summary
    assert f"threshold 3 %, {told} for the first list, largest remainder" in summary


def test_the_greek_law_of_2016_has_none() -> None:
    assert "bonus" not in load_law("gr-vouli").on(date(2023, 5, 21)).summary
