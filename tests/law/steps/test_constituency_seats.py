"""Seats given out constituency by constituency: who is out, who is missing, what stays empty."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from levelling_cases import counted, rules

from formateur.errors import LawError
from formateur.law import (
    BallotDraws,
    Ballots,
    ElectionFacts,
    allocate,
    allocate_draws,
    builtin_laws,
    count_draws,
    load_law,
)
from formateur.law.steps import STEPS

D_HONDT = STEPS["highest-averages:d-hondt"]
TWO = ElectionFacts(magnitudes={"north": 3, "south": 2})


SABOR_2024 = {
    "I": ({"HDZ": 2765, "SDP": 2437, "Možemo": 1987, "DP": 929, "Most": 743}, (5, 4, 3, 1, 1)),
    "II": ({"HDZ": 3534, "SDP": 2483, "DP": 1113, "Most": 907, "Možemo": 857}, (6, 4, 2, 1, 1)),
    "III": ({"SDP": 3675, "HDZ": 2756, "NPS": 1220, "Možemo": 624, "DP": 506}, (6, 5, 2, 1, 0)),
    "IV": ({"HDZ": 4181, "SDP": 2520, "DP": 1307, "Most": 604, "Možemo": 550}, (7, 4, 2, 1, 0)),
    "V": ({"HDZ": 4278, "SDP": 1957, "DP": 1739, "Most": 848}, (7, 3, 3, 1)),
    "VI": (
        {"HDZ": 2484, "SDP": 2381, "Možemo": 1814, "Most": 950, "DP": 870, "Fokus": 775},
        (4, 4, 3, 1, 1, 1),
    ),
    "VII": ({"HDZ": 4131, "SDP": 2536, "DP": 864, "Možemo": 693, "Most": 661}, (7, 4, 1, 1, 1)),
    "VIII": ({"SDP": 3336, "HDZ": 2128, "IDS": 1592, "Možemo": 1024, "Most": 571}, (6, 4, 2, 1, 1)),
    "IX": ({"HDZ": 3974, "SDP": 1938, "Most": 1208, "DP": 1064}, (7, 3, 2, 2)),
    "X": ({"HDZ": 3700, "SDP": 2546, "Most": 1146, "DP": 1083, "Možemo": 527}, (6, 4, 2, 2, 0)),
}
"""Lists above 5 percent on 17 April 2024, in hundredths of a percent of the valid votes, and their
seats: State Electoral Commission, izbori.hr."""


def law(name: str, year: int) -> str:
    return load_law(name).on(date(year, 12, 31)).summary


def test_laws_in_one_line() -> None:
    assert law("es-congress", 1977) == "350 seats, threshold 3 % of a constituency, D'Hondt"
    assert law("be-chamber", 2019) == "150 seats, threshold 5 % of a constituency, D'Hondt"
    assert law("fi-eduskunta", 2019) == "200 seats, no threshold, alliances, D'Hondt"
    assert law("lv-saeima", 1995) == "100 seats, threshold 5 %, Sainte-Laguë"
    assert law("pl-sejm", 2001).endswith("modified Sainte-Laguë with first divisor 1.4")
    assert law("pl-sejm", 2005) == law("pl-sejm", 2019) == "460 seats, threshold 5 %, D'Hondt"
    assert law("pt-assembly", 1987) == "250 seats, no threshold, D'Hondt"
    assert law("jp-house-blocks", 2021) == "176 seats, no threshold, D'Hondt"
    assert law("hr-sabor", 2024) == "140 seats, threshold 5 % of a constituency, D'Hondt"
    assert "lu-chamber" in builtin_laws()


def test_constituency_without_a_list_that_qualifies_is_refused() -> None:
    spain = load_law("es-congress").on(date(2019, 11, 10))
    votes = {"north": {"a": 9, "blank": 1}, "south": {"a": 2, "blank": 98}}
    facts = ElectionFacts(magnitudes=TWO.magnitudes, not_lists=frozenset({"blank"}))
    with pytest.raises(LawError, match="seats in south: every one is below a threshold or has no"):
        counted(spain, votes, facts)


def test_constituency_without_votes_is_refused_and_the_draw_named() -> None:
    made = rules((D_HONDT,), 5)
    with pytest.raises(LawError, match="in south"):
        counted(made, {"north": {"a": 9}, "south": {"a": 0}}, TWO)
    lists = np.array([[[9], [9]], [[9], [0]]], dtype=np.int64)
    draws = BallotDraws(parties=("a",), constituencies=("north", "south"), lists=lists)
    with pytest.raises(LawError, match="in south in draw 1"):
        allocate_draws(made, draws, TWO)


def test_constituency_without_seats_needs_no_votes() -> None:
    facts = ElectionFacts(magnitudes={"north": 3, "south": 0})
    allocation = counted(rules((D_HONDT,), 3), {"north": {"a": 9}, "south": {"a": 0}}, facts)
    assert allocation.seats == {"a": 3}


def test_exhausted_list_passes_its_seat_on() -> None:
    facts = ElectionFacts(magnitudes=TWO.magnitudes, most_seats={"north": {"a": 1}})
    votes = {"north": {"a": 90, "b": 20, "c": 11}, "south": {"a": 9, "b": 8, "c": 1}}
    allocation = counted(rules((D_HONDT,), 5), votes, facts)
    assert allocation.places["north", "constituency"] == {"a": 1, "b": 1, "c": 1}


def test_seat_that_nobody_can_take_is_told() -> None:
    facts = ElectionFacts(magnitudes=TWO.magnitudes, most_seats={"north": {"a": 1, "b": 0}})
    votes = {"north": {"a": 90, "b": 20}, "south": {"a": 9, "b": 8}}
    allocation = counted(rules((D_HONDT,), 5), votes, facts)
    assert allocation.seats == {"a": 2, "b": 1}
    told = [line.text for line in allocation.trace if line.constituency == "north"]
    assert told == ["2 of its seats stay empty: no list has candidates left"]


def test_portugal_gives_a_tied_seat_to_the_list_with_fewer_votes() -> None:
    portugal = load_law("pt-assembly").on(date(2015, 10, 4))
    votes = {"north": {"large": 100, "small": 50}, "south": {"large": 2, "small": 1}}
    facts = ElectionFacts(magnitudes={"north": 2, "south": 1})
    allocation = counted(portugal, votes, facts)
    assert allocation.places["north", "constituency"] == {"large": 1, "small": 1}
    assert [tie.resolved_by for tie in allocation.ties] == ["fewer-votes"]


def test_polish_coalition_needs_more_and_a_minority_nothing() -> None:
    poland = load_law("pl-sejm").on(date(2015, 10, 25))
    votes = {"north": {"a": 850, "coalition": 79, "party": 70, "minority": 1}}
    votes["south"] = {"minority": 30, "a": 20, "coalition": 0, "party": 0}
    facts = ElectionFacts(
        magnitudes=TWO.magnitudes, members={"coalition": 4}, exempt=frozenset({"minority"})
    )
    allocation = counted(poland, votes, facts)
    assert allocation.below_threshold == ("coalition",)
    assert allocation.places["south", "constituency"] == {"minority": 1, "a": 1}


def test_finnish_alliance_holds_its_seats_under_one_name() -> None:
    finland = load_law("fi-eduskunta").on(date(2019, 4, 14))
    votes = {
        "north": {"a": 100, "b": 60, "c": 30, "d": 25},
        "south": {"a": 50, "b": 40, "c": 30, "d": 25},
    }
    facts = ElectionFacts(magnitudes=TWO.magnitudes, alliances_in={"north": (("c", "d", "e"),)})
    allocation = allocate(finland, Ballots(lists=votes), facts)
    assert allocation.places["north", "constituency"] == {"a": 1, "b": 1, "c + d": 1}
    assert allocation.seats == {"a": 2, "b": 2, "c": 0, "d": 0, "c + d": 1}
    assert allocation.lapsed == ()
    table = np.array([[list(row.values()) for row in votes.values()]], dtype=np.int64)
    draws = BallotDraws(
        parties=("a", "b", "c", "d", "e"),
        constituencies=("north", "south"),
        lists=np.pad(table, ((0, 0), (0, 0), (0, 1))),
    )
    assert count_draws(finland, draws, facts).totals.tolist() == [[2, 2, 1, 0, 0]]


def test_sabor_of_2024() -> None:
    croatia = load_law("hr-sabor").on(date(2024, 4, 17))
    votes = {
        where: {**shares, "other": 10_000 - sum(shares.values())}
        for where, (shares, _) in SABOR_2024.items()
    }
    allocation = counted(croatia, votes, ElectionFacts(magnitudes=dict.fromkeys(votes, 14)))
    for where, (shares, seats) in SABOR_2024.items():
        won = allocation.places[where, "constituency"]
        assert tuple(won.get(party, 0) for party in shares) == seats
