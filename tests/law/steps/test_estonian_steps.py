"""Personal, district and compensation mandates: the Estonian law since 2003."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from levelling_cases import counted

from formateur.errors import LawError
from formateur.law import ElectionFacts, load_law
from formateur.law.steps.compensation_mandates import MODIFIED_D_HONDT

RULES = load_law("ee-riigikogu").on(date(2023, 3, 5))
PARTIES = ("Kesk", "EKRE", "Reform", "EÜVP", "E200", "Rohelised", "Paremp.", "Isamaa", "SDE")
DISTRICTS_2023 = {
    "1": (10, (12870, 5956, 19346, 2016, 9638, 665, 1404, 3471, 6165)),
    "2": (13, (21693, 6772, 22012, 3697, 8147, 765, 1202, 4020, 6434)),
    "3": (8, (9654, 5960, 17730, 953, 7263, 584, 1072, 3305, 4563)),
    "4": (16, (10724, 15380, 42277, 1334, 14423, 747, 3544, 8796, 7483)),
    "5": (6, (4030, 6951, 9912, 0, 6116, 311, 745, 2814, 4977)),
    "6": (5, (3788, 5779, 8783, 415, 2474, 150, 844, 3881, 2110)),
    "7": (6, (7621, 2476, 4173, 4397, 2454, 140, 282, 1171, 2250)),
    "8": (7, (4021, 9153, 10933, 0, 4195, 308, 806, 4673, 5084)),
    "9": (7, (4298, 9244, 14229, 719, 6860, 490, 1207, 5609, 4235)),
    "10": (8, (3600, 7138, 17627, 786, 9043, 821, 965, 4219, 4869)),
    "11": (8, (5949, 11759, 10655, 0, 5105, 555, 1015, 3784, 5476)),
    "12": (7, (5006, 11398, 12955, 288, 5611, 350, 951, 4375, 2938)),
}
"""Mandates and votes by district on 5 March 2023: State Electoral Office, rk2023.valimised.ee."""
INDEPENDENTS_2023 = {
    "1": {"Nurmberg": 79},
    "2": {"Svjatušenko": 71},
    "4": {"Radvilavičius": 816, "V. Kookmaa": 33, "A. Kookmaa": 29},
    "6": {"Paulus": 30, "Kalde": 23},
    "7": {"Stalnuhhin": 4578},
    "8": {"Laiapea": 124},
    "11": {"Mõttus": 105},
}
VOTES_2023 = {
    district: {**dict(zip(PARTIES, votes, strict=True)), **INDEPENDENTS_2023.get(district, {})}
    for district, (_, votes) in DISTRICTS_2023.items()
}
FACTS_2023 = ElectionFacts(
    magnitudes={district: seats for district, (seats, _) in DISTRICTS_2023.items()},
    independents=frozenset(name for here in INDEPENDENTS_2023.values() for name in here),
)


def test_riigikogu_of_2023() -> None:
    allocation = counted(RULES, VOTES_2023, FACTS_2023)
    assert {name: won for name, won in allocation.seats.items() if won} == {
        "Kesk": 16,
        "EKRE": 17,
        "Reform": 37,
        "E200": 14,
        "Isamaa": 8,
        "SDE": 9,
    }
    compensation = allocation.places["national", "levelling"]
    assert sum(compensation.values()) == 26


def test_independent_with_a_quota_is_elected_below_every_threshold() -> None:
    """Had district 7 kept the seven mandates of 2019, a quota would be 4,220 votes."""
    sizes = {**FACTS_2023.magnitudes, "7": 7, "4": 15}
    allocation = counted(RULES, VOTES_2023, replace(FACTS_2023, magnitudes=sizes))
    assert allocation.places["7", "constituency"]["Stalnuhhin"] == 1
    assert allocation.seats["Stalnuhhin"] == 1
    assert sum(allocation.seats.values()) == 101


def test_three_quarters_of_a_quota_are_good_for_a_seat() -> None:
    """A quota is 1200 / 3 = 400 votes in either district.

    In the country a has 1300 and c 399: after 1300 / 3**0.9 = 484 comes 399, then
    1300 / 4**0.9 = 373.
    """
    made = replace(RULES, seats=6)
    facts = ElectionFacts(magnitudes={"one": 3, "two": 3})
    votes = {"one": {"a": 601, "b": 300, "c": 299}, "two": {"a": 699, "b": 401, "c": 100}}
    places = counted(made, votes, facts).places
    assert places["one", "constituency"] == {"a": 1, "b": 1}
    assert places["two", "constituency"] == {"a": 1, "b": 1}
    assert places["national", "levelling"] == {"a": 1, "c": 1}


def test_more_than_the_share_is_kept() -> None:
    """Quotas of 100 give a all three seats in one; of five seats b and c share the others."""
    made = replace(RULES, seats=5)
    facts = ElectionFacts(magnitudes={"one": 3, "two": 2})
    votes = {"one": {"a": 300}, "two": {"b": 340, "c": 340, "a": 0}}
    allocation = counted(made, votes, facts)
    assert allocation.seats == {"a": 3, "b": 1, "c": 1}


def test_nothing_is_left_to_compensate() -> None:
    facts = ElectionFacts(magnitudes={"one": 2, "two": 2})
    votes = {"one": {"a": 100, "b": 100}, "two": {"a": 100, "b": 100}}
    allocation = counted(replace(RULES, seats=4), votes, facts)
    assert ("national", "levelling") not in allocation.places
    assert allocation.last_seats == {}


def test_sizes_are_needed() -> None:
    facts = ElectionFacts(magnitudes={"one": 3})
    with pytest.raises(LawError, match="the number of seats of 'two' is not known"):
        counted(RULES, {"one": {"a": 5}, "two": {"a": 5}}, facts)


@given(votes=st.integers(0, 10**7), more=st.integers(0, 10**60))
def test_tenth_root_is_exact(votes: int, more: int) -> None:
    assert MODIFIED_D_HONDT.within(MODIFIED_D_HONDT.of(votes)) == votes
    root = MODIFIED_D_HONDT.within(more)
    assert root**10 <= more < (root + 1) ** 10


NUMBERS = st.one_of(st.integers(0, 12), st.integers(0, 90_000), st.sampled_from([0, 60, 120]))


@given(
    table=st.lists(st.lists(NUMBERS, min_size=6, max_size=6), min_size=3, max_size=3).filter(
        lambda rows: any(any(row[:4]) for row in rows)
    ),
    sizes=st.lists(st.integers(1, 15), min_size=3, max_size=3),
)
def test_draws_mean_the_same(table: list[list[int]], sizes: list[int]) -> None:
    names = ("a", "b", "c", "d", "alone", "other")
    votes = {
        district: dict(zip(names, row, strict=True))
        for district, row in zip(("one", "two", "three"), table, strict=True)
    }
    facts = ElectionFacts(
        magnitudes=dict(zip(votes, sizes, strict=True)), independents=frozenset({"alone"})
    )
    try:
        allocation = counted(replace(RULES, seats=sum(sizes)), votes, facts)
    except LawError:
        return
    assert sum(allocation.seats.values()) >= sum(sizes)
