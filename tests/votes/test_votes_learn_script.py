"""The learning script, run as users run it."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "learn_reference.py"
LEARNED = ROOT / "src" / "formateur" / "data" / "learned"
SHARED = ROOT / ".." / "shared" / "data"
CUT_OFF = date(2010, 1, 1)

Tables = dict[str, list[dict[str, object]]]


def run(*arguments: object) -> str:
    command = [sys.executable, str(SCRIPT), *(str(one) for one in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def some_tables() -> Tables:
    """Sixteen yearly elections from 2000 on, each with twelve polls in percent; one in seats."""
    numbers = random.Random(4)  # noqa: S311 - made-up polls, nothing secret
    tables: Tables = {name: [] for name in ("elections", "results", "polls", "poll_values")}
    tables["parties"] = [
        {"country": "xx", "party_id": one} for one in ("a", "b", "c", "d", "other")
    ]
    for year in range(2000, 2016):
        election, held = f"xx-{year}", date(year, 6, 1)
        in_seats = year == 2008
        tables["elections"].append(
            {"election_id": election, "country": "xx", "date": held, "chamber": "D", "source": "s"}
        )
        shares = {"a": 45.0, "b": 30.0, "c": 20.0, "d": 3.5, "other": 1.5}
        for party, share in shares.items():
            tables["results"].append(
                {
                    "election_id": election,
                    "party_id": party,
                    "vote_share": share,
                    "vote_share_poll_base": share,
                }
            )
        for number in range(12):
            poll = f"{election}-{number}"
            end = held - timedelta(days=2 + 7 * (number // 4))
            tables["polls"].append(
                {
                    "poll_id": poll,
                    "election_id": election,
                    "pollster": f"House {number % 4}",
                    "fieldwork_start": "",
                    "fieldwork_end": end,
                    "published": "",
                    "scale": "seats" if in_seats else "percent",
                    "kind": "poll",
                    "source": "a collection",
                    "undecided": "",
                    "date_precision": "day",
                    "flag": "",
                }
            )
            for party in "abc":
                value = shares[party] + numbers.gauss(0, 2)
                printed = round(value) if in_seats else round(value, 1)
                tables["poll_values"].append(
                    {"poll_id": poll, "party_id": party, "value": printed, "note": ""}
                )
    return tables


def written(folder: Path, tables: Tables) -> Path:
    folder.mkdir()
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def learned(folder: Path, tables: Tables) -> bytes:
    out = folder.with_suffix(".json")
    run("--data", written(folder, tables), "--until", CUT_OFF, "--out", out)
    return out.read_bytes()


def of_year(row: dict[str, object]) -> int:
    name = row.get("election_id") or row["poll_id"]
    return int(str(name).split("-")[1])


def without(tables: Tables, years: Callable[[int], bool]) -> Tables:
    return {
        name: [r for r in rows if name == "parties" or not years(of_year(r))]
        for name, rows in tables.items()
    }


def shifted(
    rows: Iterable[dict[str, object]], years: Callable[[int], bool]
) -> list[dict[str, object]]:
    return [{**r, "value": float(str(r["value"])) + 5} if years(of_year(r)) else r for r in rows]


def test_elections_from_the_cut_off_on_do_not_touch_a_table(tmp_path: Path) -> None:
    tables = some_tables()
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
    table = json.loads(learned(tmp_path / "all", some_tables()))
    assert [horizon["days"] for horizon in table["horizons"]] == [1, 3, 7, 14]
    assert [horizon["elections"] for horizon in table["horizons"]] == [9, 9, 9, 9]
    assert table["elections_with_seat_polls"] == 1
    assert table["other_in_seat_polls"] == pytest.approx(0.05)
    assert table["sources"] == ["a collection"]
    assert table["cut_off"] == "2010-01-01"


def test_undecided_are_taken_out_and_flagged_polls_left_out(tmp_path: Path) -> None:
    tables = some_tables()
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
