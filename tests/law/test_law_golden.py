"""Official votes in, official seats out: exactly, and by the kernel the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from law_cases import GOLDEN, Golden, Seats, arrays, golden, last_seat_of

from formateur.law import allocate, builtin_laws, count_draws

each_election = pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
each_knesset = pytest.mark.parametrize(
    "path", [path for path in GOLDEN if path.stem.startswith("il")], ids=lambda path: path.stem
)
UNCHECKED = {"ch-nationalrat", "ee-riigikogu", "hr-sabor", "it-camera-proportional"}
"""Laws whose official votes by constituency are not in this folder."""


def at_level(case: Golden, seats: Seats) -> Seats:
    """Seats as the official table has them."""
    told: Seats = Counter()
    for (where, tier, party), won in seats.items():
        region = case.facts.region_of.get(where, where) if case.level == "region" else where
        told[
            "national" if case.level == "national" else region,
            tier if case.level == "constituency_tier" else "",
            party,
        ] += won
    return told


def seats_of(path: Path) -> Seats:
    case = golden(path)
    allocation = allocate(case.rules, case.ballots, case.facts)
    return Counter(
        {
            (where, tier, party): won
            for (where, tier), seats in allocation.places.items()
            for party, won in seats.items()
        }
    )


def test_every_built_in_law_has_an_election_here() -> None:
    assert {golden(path).rules.law for path in GOLDEN} | UNCHECKED == set(builtin_laws())


@each_election
def test_official_seats(path: Path) -> None:
    case = golden(path)
    assert at_level(case, seats_of(path)) == case.seats


@each_election
def test_kernel_gives_the_same_seats_in_the_same_places(path: Path) -> None:
    case = golden(path)
    count = count_draws(case.rules, arrays(case.ballots), case.facts)
    found: Seats = Counter()
    for tier, seats in count.seats.items():
        for place, party in np.argwhere(seats.won[0]).tolist():
            key = (seats.places[place], tier, count.parties[party])
            found[key] = int(seats.won[0, place, party])
    assert found == seats_of(path)


@each_knesset
def test_agreements_matter_where_they_did(path: Path) -> None:
    case = golden(path)
    without = allocate(case.rules, case.ballots)
    won = Counter({("national", "", name): seats for name, seats in without.seats.items() if seats})
    assert (won != case.seats) is case.agreements_matter


def test_agreements_with_a_list_below_the_threshold_lapse() -> None:
    (path,) = (path for path in GOLDEN if path.stem == "il-2019-04")
    case = golden(path)
    allocation = allocate(case.rules, case.ballots, case.facts)
    assert allocation.lapsed == (("new_right", "yisrael_beiteinu"),)


def test_last_seat_of_september_2019() -> None:
    """As many votes as reported move the last seat, and one fewer does not."""
    (path,) = (path for path in GOLDEN if path.stem == "il-2019-09")
    case = golden(path)
    last = last_seat_of(allocate(case.rules, case.ballots, case.facts))
    assert last is not None
    assert (last.winner, last.runner_up) == (("likud", "yamina"), ("utj", "shas"))
    won = {party: seats for (_, _, party), seats in case.seats.items()}
    seats = allocate(case.rules, case.with_more("utj", last.votes_missing), case.facts).seats
    assert seats["utj"] + seats["shas"] == won["utj"] + won["shas"] + 1
    short = allocate(case.rules, case.with_more("utj", last.votes_missing - 1), case.facts)
    assert short.seats["likud"] == won["likud"]
