"""The mixed-member laws: other years than the recorded ones, and draws that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from law_cases import arrays, golden

from formateur.errors import LawError
from formateur.law import Ballots, ElectionFacts, Rules, allocate, count_draws, load_law

NEW_ZEALAND = [
    (
        date(1996, 10, 12),
        {
            "National": (701_315, 30, 44),
            "Labour": (584_159, 26, 37),
            "NZ First": (276_603, 6, 17),
            "Alliance": (209_347, 1, 13),
            "ACT": (126_442, 1, 8),
            "Christian Coalition": (89_716, 0, 0),
            "United": (18_245, 1, 1),
        },
    ),
    (
        date(2008, 11, 8),
        {
            "National": (1_053_398, 41, 58),
            "Labour": (796_880, 21, 43),
            "Greens": (157_613, 0, 9),
            "NZ First": (95_356, 0, 0),
            "ACT": (85_496, 1, 5),
            "Māori": (55_980, 5, 5),
            "Progressive": (21_241, 1, 1),
            "United Future": (20_497, 1, 1),
        },
    ),
    (
        date(2014, 9, 20),
        {
            "National": (1_131_501, 41, 60),
            "Labour": (604_535, 27, 32),
            "Greens": (257_359, 0, 14),
            "NZ First": (208_300, 0, 11),
            "Conservative": (95_598, 0, 0),
            "Internet MANA": (34_094, 0, 0),
            "Māori": (31_849, 1, 2),
            "ACT": (16_689, 1, 1),
            "United Future": (5_286, 1, 1),
        },
    ),
]
"""Party votes, electorates and seats: official results of the Electoral Commission. Parties with
fewer votes and no seat are left out; none of the above is near the threshold."""


@pytest.mark.parametrize(("day", "result"), NEW_ZEALAND, ids=lambda one: getattr(one, "year", ""))
def test_new_zealand(day: date, result: Mapping[str, tuple[int, int, int]]) -> None:
    ballots = Ballots.nationwide({party: votes for party, (votes, _, _) in result.items()})
    won = {party: electorates for party, (_, electorates, _) in result.items() if electorates}
    allocation = allocate(load_law("nz-house").on(day), ballots, ElectionFacts(direct_seats=won))
    assert allocation.seats == {party: seats for party, (_, _, seats) in result.items()}


GERMANY_2017 = Path(__file__).parent / "golden" / "de-2017.toml"


def bundestag(day: date, seats: int | None = None) -> Rules:
    made = load_law("de-bundestag").on(day)
    return made if seats is None else replace(made, seats=seats)


def test_law_of_2020_on_the_votes_of_2017() -> None:
    """686 seats: sample calculation of the Federal Returning Officer for the act of 2020."""
    case = golden(GERMANY_2017)
    allocation = allocate(bundestag(date(2021, 9, 26)), case.ballots, case.facts)
    assert sum(allocation.seats.values()) == 686


@pytest.mark.parametrize(
    ("day", "clause"),
    [(date(2021, 9, 26), 3), (date(2024, 7, 29), None), (date(2024, 7, 30), 3)],
)
def test_clause_of_three_constituencies(day: date, clause: int | None) -> None:
    (threshold,) = (step for step in bundestag(day).steps if step.name == "threshold")
    assert vars(threshold)["or_constituency_seats"] == clause


class FirstInOrder:
    """Lots that always fall on the first in list order, as the kernel has it."""

    def permutation(self, number: int) -> list[int]:
        return list(range(number))


PARTIES = ("a", "b", "c", "d")
LAENDER = ("north", "south")
RACES = {"N1": "north", "N2": "north", "N3": "north", "S1": "south", "S2": "south"}
FACTS = ElectionFacts(
    region_of=RACES,
    population={"north": 700, "south": 500},
    list_seats={"north": 3, "south": 2},
    exempt=frozenset({"d"}),
)
ROWS = st.one_of(
    st.lists(st.integers(0, 12), min_size=4, max_size=4),
    st.lists(st.integers(0, 900_000), min_size=4, max_size=4),
)
LAWS = {
    "Germany 2009": bundestag(date(2009, 9, 27), 10),
    "Germany 2013": bundestag(date(2013, 9, 22), 10),
    "Germany 2020": bundestag(date(2021, 9, 26), 10),
    "Germany 2023": bundestag(date(2025, 2, 23), 10),
    "Scotland": load_law("gb-scottish-parliament").on(date(2021, 5, 6)),
}


@pytest.mark.parametrize("law", LAWS)
@given(
    lists=st.lists(ROWS, min_size=2, max_size=2).filter(lambda rows: any(map(any, rows))),
    races=st.lists(
        st.lists(st.integers(0, 9), min_size=5, max_size=5),
        min_size=len(RACES),
        max_size=len(RACES),
    ),
)
def test_draws_say_the_same(law: str, lists: list[list[int]], races: list[list[int]]) -> None:
    """Ties, overhang, winners without a list and lists without votes included."""
    everybody = (*PARTIES, "x")
    ballots = Ballots(
        lists={
            land: dict(zip(PARTIES, row, strict=True))
            for land, row in zip(LAENDER, lists, strict=True)
        },
        candidates={
            race: dict(zip(everybody, row, strict=True))
            for race, row in zip(RACES, races, strict=True)
        },
    )
    with mock.patch("numpy.random.default_rng", return_value=FirstInOrder()):
        try:
            exact = allocate(LAWS[law], ballots, FACTS)
        except LawError as error:
            with pytest.raises(LawError, match=error.reason[:20]):
                count_draws(LAWS[law], arrays(ballots), FACTS)
            return
    count = count_draws(LAWS[law], arrays(ballots), FACTS)
    assert dict(zip(count.parties, count.totals[0].tolist(), strict=True)) == exact.seats
    for tier, seats in count.seats.items():
        for where, won in zip(seats.places, seats.won[0], strict=True):
            there = {count.parties[party]: int(won[party]) for party in np.flatnonzero(won)}
            assert there == exact.places.get((where, tier), {})
