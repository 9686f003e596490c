"""A house shared in the country, and constituency seats deducted: New Zealand's way."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from levelling_cases import rules
from mixed_member_cases import arrays, counted, told_by

from formateur.errors import LawError
from formateur.law import Ballots, ElectionFacts, count_draws
from formateur.law.steps import STEPS
from formateur.law.steps.threshold import Threshold

PLURALITY = STEPS["plurality"]
SUPER = STEPS["super-apportionment:sainte-lague"]
DEDUCT = STEPS["deduct-constituency-seats"]
THRESHOLD = Threshold(share=Fraction(1, 5), or_constituency_seats=1)
MMP = rules((PLURALITY, THRESHOLD, SUPER, DEDUCT), 10)
LISTS = {"national": {"a": 600, "b": 300, "c": 100}}


def test_lists_fill_up_what_constituencies_gave() -> None:
    """Six, three and one of ten seats; c reaches no threshold but won a constituency."""
    candidates = {"one": {"a": 9, "b": 5}, "two": {"b": 9, "a": 5}, "three": {"c": 9, "a": 5}}
    allocation = counted(MMP, LISTS, candidates, ElectionFacts())
    assert allocation.places["national", "list"] == {"a": 5, "b": 2}
    assert allocation.seats == {"a": 6, "b": 3, "c": 1}


def test_overhang_stays_and_enlarges_the_house() -> None:
    facts = ElectionFacts(direct_seats={"a": 2, "c": 3})
    allocation = counted(MMP, LISTS, {}, facts)
    assert allocation.seats == {"a": 6, "b": 3, "c": 3}
    assert allocation.places["national", "list"] == {"a": 4, "b": 3}
    assert told_by(allocation, DEDUCT.name) == ["c won 3 constituencies, 2 more than its due"]


def test_winners_without_a_list_come_off_the_house() -> None:
    """Nine seats are left for the lists: 600/11 is the tenth quotient of a, below 300/5."""
    candidates = {"one": {"x": 9, "a": 5}, "two": {"c": 9, "a": 5}}
    allocation = counted(MMP, LISTS, candidates, ElectionFacts())
    assert allocation.seats == {"a": 5, "b": 3, "c": 1, "x": 1}
    told = told_by(allocation, SUPER.name)
    assert told[0] == "1 of 10 seats were won without a list; 9 are shared"


def test_more_winners_without_a_list_than_seats() -> None:
    lists = {"national": {**LISTS["national"], "x": 0}}
    allocation = counted(MMP, lists, {}, ElectionFacts(direct_seats={"x": 12, "c": 1}))
    assert {party: won for party, won in allocation.seats.items() if won} == {"x": 12, "c": 1}


def test_draws_need_a_column_for_everybody_who_won() -> None:
    draws = arrays(Ballots(lists=LISTS))
    with pytest.raises(LawError, match="'x' won constituencies and has no column"):
        count_draws(MMP, draws, ElectionFacts(direct_seats={"x": 1}))


def test_tie_for_the_last_seat_is_drawn() -> None:
    made = replace(MMP, seats=2)
    lists = {"national": {"a": 300, "b": 100, "c": 100}}
    allocation = counted(made, lists, {"one": {"a": 9, "b": 5}}, ElectionFacts())
    assert [tie.contenders for tie in allocation.ties] == [(("a",), ("b",), ("c",))]


def test_nobody_qualifies() -> None:
    lists = {"national": {"a": 10, "b": 10, "c": 10, "d": 10, "e": 10, "f": 10}}
    with pytest.raises(LawError, match="no list has the votes"):
        counted(MMP, lists, {"one": {"x": 9}}, ElectionFacts())


def test_seats_of_the_country_must_be_given_to_lists_first() -> None:
    lists = {"north": {"a": 600, "b": 300}, "south": {"a": 300, "b": 300}}
    facts = ElectionFacts(region_of={"one": "north"})
    with pytest.raises(LawError, match="have not been given to their lists"):
        counted(rules((PLURALITY, SUPER, DEDUCT), 5), lists, {"one": {"a": 5}}, facts)


def test_who_won_the_constituencies_must_be_known() -> None:
    with pytest.raises(LawError, match="votes are given for the whole country only"):
        counted(MMP, LISTS, {}, ElectionFacts())
