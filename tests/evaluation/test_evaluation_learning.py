"""Learning the poll model, as a command, from made-up tables and from real ones."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from past_tables import Tables, of_year, shifted, without, write_past_tables, yearly_past_tables

from formateur.cli import run
from formateur.evaluation.learning import learn_until, learned_text, read_past
from formateur.shipped import shipped_by_cut_off
from formateur.votes.state_space.learned import learned_document, learned_from, load_learned

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
CUT_OFF = date(2012, 1, 1)


def learned(folder: Path, tables: Tables) -> str:
    out = folder.with_suffix(".json")
    data = write_past_tables(folder, tables)
    assert run(["learn", "--data", str(data), "--until", str(CUT_OFF), "--out", str(out)]) == 0
    return out.read_text(encoding="utf-8")


@pytest.mark.slow
def test_elections_from_the_cut_off_on_do_not_touch_what_is_learned(tmp_path: Path) -> None:
    tables = yearly_past_tables()
    expected = learned(tmp_path / "all", tables)

    def late(year: int) -> bool:
        return date(year, 6, 1) >= CUT_OFF

    assert learned(tmp_path / "cut", without(tables, late)) == expected
    other = {**tables, "poll_values": shifted(tables["poll_values"], late)}
    assert learned(tmp_path / "other", other) == expected
    moved = {**tables, "poll_values": shifted(tables["poll_values"], lambda year: not late(year))}
    assert learned(tmp_path / "moved", moved) != expected


@pytest.mark.slow
def test_records_and_houses_are_those_of_the_tables(tmp_path: Path) -> None:
    tables = yearly_past_tables()
    leaning = {r["poll_id"] for r in tables["polls"] if r["pollster"] == "House 1"}
    for row in tables["poll_values"]:
        if row["party_id"] == "c" and of_year(row) != 2008:
            row["value"] = round(float(str(row["value"])) - 2.0, 1)
        if row["poll_id"] in leaning and row["party_id"] == "a" and of_year(row) != 2008:
            row["value"] = float(str(row["value"])) + 6.0
    found = json.loads(learned(tmp_path / "tables", tables))
    assert found["records"]["xx"]["c"] > 0.02 > found["records"]["xx"].get("b", 0.0)
    houses = found["houses"]["xx"]
    assert houses["house 1"]["a"] > 0.05 > houses["house 2"]["a"]
    assert found["pollsters"]["xx"]["house 1"]["elections"] == 11
    assert found["families"]["xx"]["elections"] == 11
    assert found["sources"] == ["a collection"]


def test_nothing_is_learned_from_a_few_elections(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_past_tables(tmp_path / "tables", yearly_past_tables())
    out = tmp_path / "out.json"
    words = ["learn", "--data", str(data), "--until", "2005-01-01", "--out", str(out)]
    assert run(words) == 2
    assert "fewer than 10" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("cut_off", sorted(shipped_by_cut_off("state-space")), ids=str)
def test_shipped_numbers_are_sound_and_read_back(cut_off: date) -> None:
    found = load_learned(cut_off)
    assert found.cut_off == cut_off
    assert learned_from(json.loads(learned_text(found))) == found
    assert learned_from(learned_document(found)) == found
    assert found.elections >= 10
    assert 0.03 < found.error.scale < 0.2
    assert 0.0 < found.error.exponent <= 0.6
    assert 0.3 < found.error.drift < 2.0
    assert 0.0 <= found.error.bloc < 1.0
    factors = [family.factor for family in found.families.values()]
    assert all(0.5 < factor < 2.0 for factor in factors)
    effects = [e for country in found.records.values() for e in country.values()]
    assert all(abs(e) < 0.5 for e in effects)


def test_there_is_a_file_for_every_year() -> None:
    years = sorted(shipped_by_cut_off("state-space"))
    assert years == [date(year, 1, 1) for year in range(1990, 2027)]


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the tables of past elections are not there")
def test_a_shipped_file_is_reproduced() -> None:
    found = learn_until(read_past([SHARED, SHARED / "israel"]), date(1991, 1, 1))
    shipped = shipped_by_cut_off("state-space")[date(1991, 1, 1)].read_text(encoding="utf-8")
    assert learned_text(found) == shipped
