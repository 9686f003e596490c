from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from formateur.errors import DataError, UsageError
from formateur.folder.past_cabinets import CABINET_COLUMNS, built_in_cabinets, read_past_cabinets

HEADER = ",".join(CABINET_COLUMNS)
ROWS = (
    "c2,xx,xx-2004,2004-05-01,2004-06-01,0,reds,1,1,60,100",
    "c2,xx,xx-2004,2004-05-01,2004-06-01,0,blues,0,0,40,100",
    "c1,xx,xx-2000,2000-05-01,2000-06-01,1,blues,1,1,55,",
)


def folder_with(tmp_path: Path, *rows: str, parties: str = "") -> Path:
    (tmp_path / "cabinets.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    if parties:
        (tmp_path / "parties.csv").write_text(parties, encoding="utf-8")
    return tmp_path


def test_cabinets_are_read_in_order_of_their_start(tmp_path: Path) -> None:
    parties = "country,party_id,name,left_right\nxx,reds,Reds,2.5\nxx,blues,Blues,\n"
    first, second = read_past_cabinets(folder_with(tmp_path, *ROWS, parties=parties))
    assert (first.id, second.id) == ("c1", "c2")
    assert first.caretaker
    assert first.house == 55, "the seats of its parties, where the house is not given"
    assert second.start == date(2004, 6, 1)
    assert second.members == ("reds",)
    assert second.heads == ("reds",)
    assert [one.left_right for one in second.parties] == [2.5, None]


def test_parties_may_be_without_positions(tmp_path: Path) -> None:
    cabinets = read_past_cabinets(folder_with(tmp_path, *ROWS))
    assert {one.left_right for cabinet in cabinets for one in cabinet.parties} == {None}


def test_only_the_country_that_is_asked_for_is_read(tmp_path: Path) -> None:
    other = "d1,yy,yy-2001,2001-05-01,no date,0,greens,1,1,9,10"
    assert len(read_past_cabinets(folder_with(tmp_path, *ROWS, other), "xx")) == 2


def test_a_bad_cell_is_told_with_its_line(tmp_path: Path) -> None:
    bad = "c3,xx,xx-2008,2008-05-01,2008-13-01,0,reds,1,1,sixty,100"
    with pytest.raises(DataError) as error:
        read_past_cabinets(folder_with(tmp_path, *ROWS, bad))
    told = {(one.file, one.line, one.field) for one in error.value.problems}
    assert told == {("cabinets.csv", 5, "start_date"), ("cabinets.csv", 5, "seats")}


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    (tmp_path / "cabinets.csv").write_text("cabinet_id,country\nc1,xx\n", encoding="utf-8")
    with pytest.raises(DataError, match="the column is required"):
        read_past_cabinets(tmp_path)


def test_a_position_beyond_the_scale_is_refused(tmp_path: Path) -> None:
    parties = "country,party_id,left_right\nxx,reds,25\n"
    with pytest.raises(DataError, match="beyond 10"):
        read_past_cabinets(folder_with(tmp_path, *ROWS, parties=parties))


def test_a_folder_without_the_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cabinets\.csv"):
        read_past_cabinets(tmp_path)


def test_the_built_in_record_knows_the_cabinets_of_israel() -> None:
    cabinets = built_in_cabinets("il")
    bennett = next(one for one in cabinets if one.start == date(2021, 6, 13))
    assert bennett.heads == ("yamina",)
    assert bennett.seats_of(bennett.members) == 58
    assert built_in_cabinets("zz") == ()
