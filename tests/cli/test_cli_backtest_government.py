"""``formateur backtest government`` as users have it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from cabinet_world import POSITIONS, a_cabinet, a_world
from past_tables import Rows, some_past_tables, write_past_tables

from formateur.cli import run
from formateur.facts import Cabinet


def cabinet_rows(cabinets: tuple[Cabinet, ...]) -> Rows:
    return [
        {
            "cabinet_id": one.id,
            "country": one.country,
            "election_id": one.election,
            "election_date": one.election_date,
            "start_date": one.start,
            "caretaker": int(one.caretaker),
            "party_id": party.party,
            "in_cabinet": int(party.in_cabinet),
            "prime_minister": int(party.head),
            "seats": party.seats,
            "seats_total": one.seats_total,
        }
        for one in cabinets
        for party in one.parties
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    tables = some_past_tables()
    polled = (
        a_cabinet("xx-2010", date(2010, 7, 1), {"a": 30, "b": 20, "c": 42, "d": 8}, ["c", "d"]),
        a_cabinet("xx-2014", date(2014, 7, 1), {"ab": 48, "c": 44, "d": 8}, ["c", "d"]),
    )
    world = a_world(countries=3)
    tables["cabinets"] = cabinet_rows((*world, *polled))
    tables["parties"] += [
        {"country": country, "party_id": party, "left_right": position}
        for country in sorted({one.country for one in world})
        for party, position in POSITIONS.items()
    ]
    return write_past_tables(tmp_path / "tables", tables)


def test_formations_are_forecast_from_polls_too(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rows.csv"
    words = ["backtest", "government", "--data", str(data), "--from-polls", "--out", str(out)]
    assert run(words) == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["scheme"] == "from-polls"]
    assert [row["model"] for row in rows] == ["reference", "formation", "formation-given-seats"]
    assert {row["election_id"] for row in rows} == {"xx-2014"}
    assert all(0 < float(row["probability"]) < 1 for row in rows)
    shown = capsys.readouterr().out
    assert "from polls" in shown
    assert "1 formations, 1 in hung parliaments" in shown
    assert "Left out: 1 (no built-in law" in shown


@pytest.mark.parametrize("name", ["polls.csv", "results.csv"])
def test_what_polls_need_is_named_when_it_is_missing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (data / name).unlink()
    out = tmp_path / "rows.csv"
    words = ["backtest", "government", "--data", str(data), "--from-polls", "--out", str(out)]
    assert run(words) == 3
    told = capsys.readouterr().err
    assert name in told
    assert "the file is not there" in told
    assert not out.exists()
