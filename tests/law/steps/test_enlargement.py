"""Enlargement: the house grows until every party has its least."""

from __future__ import annotations

import numpy as np
import pytest
from levelling_cases import rules
from mixed_member_cases import counted, told_by

from formateur.errors import LawError
from formateur.law import Ballots, ElectionFacts, Rules
from formateur.law.count import Count
from formateur.law.steps import STEPS
from formateur.law.steps.enlargement import Enlargement
from formateur.law.ties import TieBreak

BY_POPULATION = STEPS["seats-by-population:sainte-lague"]
SUB = STEPS["sub-apportionment:sainte-lague"]
LARGER = Enlargement(minimum="larger")
MEAN = Enlargement(minimum="mean")
FREE = Enlargement(minimum="mean", uncompensated=1)

LISTS = {"north": {"a": 400, "b": 400}, "south": {"a": 600, "b": 200}}
"""Of eight seats, four each: two and two in the north, three and one in the south."""
FACTS = ElectionFacts(
    population={"north": 500, "south": 500},
    region_of={"N1": "north", "N2": "north", "N3": "north"},
)
OVERHANG = {"N1": {"b": 5}, "N2": {"b": 5}, "N3": {"b": 5}}
"""Party b wins three constituencies in the north and is due two seats there."""


def law(enlargement: Enlargement, seats: int = 8) -> Rules:
    steps = (
        STEPS["plurality"],
        BY_POPULATION,
        STEPS["highest-averages:sainte-lague"],
        enlargement,
        SUB,
        STEPS["deduct-constituency-seats"],
    )
    return rules(steps, seats)


@pytest.mark.parametrize("enlargement", [LARGER, MEAN])
def test_overhang_is_levelled(enlargement: Enlargement) -> None:
    """b needs four seats: 600/7 is the tenth quotient, so that ten seats are shared."""
    allocation = counted(law(enlargement), LISTS, OVERHANG, FACTS)
    assert told_by(allocation, "enlargement")[0] == "10 seats are shared, 2 more than at first"
    assert allocation.seats == {"a": 6, "b": 4}
    assert allocation.places["north", "list"] == {"a": 2}
    assert allocation.places["south", "list"] == {"a": 4, "b": 1}


def test_overhang_seats_that_the_house_does_not_grow_for_come_on_top() -> None:
    allocation = counted(law(FREE), LISTS, OVERHANG, FACTS)
    assert told_by(allocation, "enlargement")[0] == "8 seats are shared, 0 more than at first"
    assert allocation.seats == {"a": 5, "b": 4}
    assert allocation.places["north", "list"] == {"a": 2}
    assert allocation.places["south", "list"] == {"a": 3, "b": 1}


def test_house_stays_as_it_is_without_need() -> None:
    allocation = counted(law(LARGER), LISTS, {"N1": {"b": 5}, "N2": {"a": 5}}, FACTS)
    assert allocation.seats == {"a": 5, "b": 3}
    assert sum(allocation.places["north", "list"].values()) == 2


def test_party_keeps_the_seats_of_the_first_distribution_without_any_overhang() -> None:
    """The north has few voters for its people, and b stands there: the house grows for it."""
    lists = {"north": {"a": 10, "b": 30}, "south": {"a": 300, "b": 0}}
    allocation = counted(law(MEAN), lists, {"N1": {"a": 5}}, FACTS)
    told = told_by(allocation, "enlargement")
    assert told[2] == (
        "b: 3 seats in the first distribution, at least 3, 3 by its votes in the enlarged house"
    )
    # 30 / 5 is the least quotient of b that counts; a has 310 / 51 and more before it
    assert allocation.seats == {"a": 26, "b": 3}


def test_winners_outside_come_off_the_seats_of_their_land() -> None:
    candidates = {"N1": {"x": 5}, "N2": {"b": 5}}
    allocation = counted(law(LARGER), LISTS, candidates, FACTS)
    assert told_by(allocation, BY_POPULATION.name) == [
        "4 seats for 500 people, 1 of them won without a list",
        "4 seats for 500 people",
    ]
    assert allocation.seats["x"] == 1


def test_tie_in_the_enlarged_house_is_reported() -> None:
    lists = {"north": {"a": 300, "b": 300, "c": 300}, "south": {"a": 300, "b": 300, "c": 300}}
    allocation = counted(law(LARGER), lists, OVERHANG, FACTS)
    assert allocation.ties


def test_house_without_bounds_is_refused() -> None:
    lists = {"north": {"a": 1, "b": 400_000}, "south": {"b": 600_000}}
    with pytest.raises(LawError, match="not even a house of 10,000 seats"):
        counted(law(LARGER), lists, {"N1": {"a": 5}}, FACTS)


def test_population_must_be_known() -> None:
    with pytest.raises(LawError, match="population of 'north' is not known"):
        counted(law(LARGER), LISTS, OVERHANG, ElectionFacts(region_of=FACTS.region_of))


def test_bundestag_of_2013() -> None:
    """Second votes and least numbers of seats: Der Bundeswahlleiter, 9 October 2013."""
    votes = {"CDU": 14_921_877, "SPD": 11_252_215, "Linke": 3_755_699, "Grüne": 3_694_057}
    votes |= {"CSU": 3_243_569}
    least = {"CDU": 242, "SPD": 183, "Linke": 60, "Grüne": 61, "CSU": 56}
    count = Count(
        ballots=Ballots(lists={"all": votes}),
        facts=ElectionFacts(),
        house=598,
        contenders={"all": {(party,): own for party, own in votes.items()}},
        magnitudes={"all": 598},
        tie_break=TieBreak("lot", np.random.default_rng(0)),
        tier="list",
        seats={("all", "list"): {(party,): seats for party, seats in least.items()}},
    )
    after = LARGER.exact(count)
    further = after.seats["national", "list"]
    assert {who[0]: seats for who, seats in further.items()} == {
        "CDU": 255,
        "SPD": 193,
        "Linke": 64,
        "Grüne": 63,
        "CSU": 56,
    }
