"""Plurality in single-member constituencies."""

from __future__ import annotations

from datetime import date

import pytest
from levelling_cases import counted

from formateur.errors import LawError
from formateur.law import ElectionFacts, load_law

COMMONS = load_law("gb-commons").on(date(2019, 12, 12))


def test_most_votes_win() -> None:
    votes = {"north": {"a": 10, "b": 9}, "south": {"b": 5, "c": 4}, "isle": {"a": 0, "c": 1}}
    allocation = counted(COMMONS, votes, ElectionFacts())
    assert allocation.seats == {"a": 1, "b": 1, "c": 1}
    assert allocation.trace[0].text == "a wins by 1 votes from b"


def test_equality_of_votes_is_decided_by_lot() -> None:
    allocation = counted(COMMONS, {"north": {"a": 7, "b": 7}, "south": {"b": 1}}, ElectionFacts())
    assert [tie.resolved_by for tie in allocation.ties] == ["lot"]
    assert sum(allocation.seats.values()) == 2


def test_votes_of_the_whole_country_are_refused() -> None:
    with pytest.raises(LawError, match="only the votes of the country are given"):
        counted(COMMONS, {"national": {"a": 7, "b": 5}}, ElectionFacts())
