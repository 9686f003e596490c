"""The learning script, run as users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from past_tables import Tables, of_year, shifted, without, write_past_tables, yearly_past_tables

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "learn_reference.py"
LEARNED = ROOT / "src" / "formateur" / "data" / "learned"
SHARED = ROOT / ".." / "shared" / "data"
CUT_OFF = date(2010, 1, 1)


def run(*arguments: object) -> str:
    command = [sys.executable, str(SCRIPT), *(str(one) for one in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def learned(folder: Path, tables: Tables) -> bytes:
    out = folder.with_suffix(".json")
    run("--data", write_past_tables(folder, tables), "--until", CUT_OFF, "--out", out)
    return out.read_bytes()


def test_elections_from_the_cut_off_on_do_not_touch_a_table(tmp_path: Path) -> None:
    tables = yearly_past_tables()
    expected = learned(tmp_path / "all", tables)

    def late(year: int) -> bool:
        return date(year, 6, 1) >= CUT_OFF

    def early(year: int) -> bool:
        return not late(year)

    assert learned(tmp_path / "cut", without(tables, late)) == expected
    other = {**tables, "poll_values": shifted(tables["poll_values"], late)}
    assert learned(tmp_path / "other", other) == expected
    moved = {**tables, "poll_values": shifted(tables["poll_values"], early)}
    assert learned(tmp_path / "moved", moved) != expected


def test_a_table_says_what_it_rests_on(tmp_path: Path) -> None:
    table = json.loads(learned(tmp_path / "all", yearly_past_tables()))
    assert [horizon["days"] for horizon in table["horizons"]] == [1, 3, 7, 14]
    assert [horizon["elections"] for horizon in table["horizons"]] == [9, 9, 9, 9]
    assert table["elections_with_seat_polls"] == 1
    assert table["other_in_seat_polls"] == pytest.approx(0.05)
    assert table["sources"] == ["a collection"]
    assert table["cut_off"] == "2010-01-01"


def test_undecided_are_taken_out_and_flagged_polls_left_out(tmp_path: Path) -> None:
    tables = yearly_past_tables()
    expected = json.loads(learned(tmp_path / "all", tables))
    polls, values = tables["polls"], tables["poll_values"]
    with_undecided = {
        **tables,
        "polls": [{**poll, "undecided": 20} for poll in polls],
        "poll_values": [{**v, "value": float(str(v["value"])) * 0.8} for v in values],
    }
    found = json.loads(learned(tmp_path / "undecided", with_undecided))
    for ours, theirs in zip(found["horizons"], expected["horizons"], strict=True):
        assert ours["scale"] == pytest.approx(theirs["scale"], abs=2e-4)
    flagged = [{**poll, "flag": "sum" if of_year(poll) == 2003 else ""} for poll in polls]
    found = json.loads(learned(tmp_path / "flagged", {**tables, "polls": flagged}))
    assert found["horizons"][0]["elections"] == 8


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the tables of past elections are not there")
def test_the_shipped_tables_are_reproduced(tmp_path: Path) -> None:
    run("--data", SHARED, "--all", tmp_path)
    shipped = {one.name: one.read_bytes() for one in LEARNED.glob("reference-*.json")}
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == shipped
