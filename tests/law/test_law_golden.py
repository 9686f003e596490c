"""Official votes in, official seats out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from law_cases import GOLDEN, golden

from formateur.law import allocate, allocate_draws, load_law

each_election = pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)


def test_every_recorded_election_is_there() -> None:
    stems = {path.stem for path in GOLDEN}
    knesset = {"2009", "2013", "2015", "2019-04", "2019-09", "2020", "2021"}
    assert stems == {f"il-{year}" for year in knesset} | {"se-2018", "se-2022"}


@each_election
def test_official_seats(path: Path) -> None:
    case = golden(path)
    rules = load_law(case["law"]).on(case["date"])
    agreements = [(one, other) for one, other in case.get("agreements", [])]
    expected = dict.fromkeys(case["votes"], 0) | case["seats"]
    allocation = allocate(rules, case["votes"], agreements)
    assert allocation.seats == expected
    assert allocation.ties == ()
    assert set(allocation.below_threshold) == set(case["votes"]) - set(case["seats"]) - {"other"}
    votes = np.array([list(case["votes"].values())], dtype=np.int64)
    assert allocate_draws(rules, votes, tuple(case["votes"]), agreements)[0].tolist() == list(
        expected.values()
    )


@pytest.mark.parametrize(
    "path", [path for path in GOLDEN if path.stem.startswith("il")], ids=lambda path: path.stem
)
def test_agreements_matter_where_they_did(path: Path) -> None:
    case = golden(path)
    without = allocate(load_law(case["law"]).on(case["date"]), case["votes"])
    won = {name: seats for name, seats in without.seats.items() if seats}
    assert (won != case["seats"]) is case["agreements_matter"]


def test_agreements_with_a_list_below_the_threshold_lapse() -> None:
    (path,) = (path for path in GOLDEN if path.stem == "il-2019-04")
    case = golden(path)
    agreements = [(one, other) for one, other in case["agreements"]]
    allocation = allocate(load_law("il-knesset").on(case["date"]), case["votes"], agreements)
    assert allocation.lapsed == (("new_right", "yisrael_beiteinu"),)


def test_last_seat_of_september_2019() -> None:
    """As many votes as reported move the last seat, and one fewer does not."""
    (path,) = (path for path in GOLDEN if path.stem == "il-2019-09")
    case = golden(path)
    agreements = [(one, other) for one, other in case["agreements"]]
    rules = load_law("il-knesset").on(case["date"])
    last = allocate(rules, case["votes"], agreements).last_seat
    assert last is not None
    assert (last.winner, last.runner_up) == (("likud", "yamina"), ("utj", "shas"))
    moved = case["votes"] | {"utj": case["votes"]["utj"] + last.votes_missing}
    seats = allocate(rules, moved, agreements).seats
    assert seats["utj"] + seats["shas"] == case["seats"]["utj"] + case["seats"]["shas"] + 1
    short = case["votes"] | {"utj": case["votes"]["utj"] + last.votes_missing - 1}
    assert allocate(rules, short, agreements).seats["likud"] == case["seats"]["likud"]
